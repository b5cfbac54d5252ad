// Cue words, by what they say about the name beside them. A class is one meaning; rules combine classes with a side and a
// reach, and the reranker sees every class as a feature. Both languages stand side by side, forms parted by bars.

export interface CueClass {
  readonly id: string;
  readonly cues: readonly string[];
}

const cues = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split('|'));

export const CUE_CLASSES = [
  {
    id: 'propose',
    cues: cues(
      '提出|提出了|提出一种|我们提出|本文提出|推出|推出了|设计了|开发了|首创|引入了名为|介绍了|我们介绍',
      'propose|proposes|proposed|we present|presents|introduce|introduces|introducing|we develop|develops|developed',
      'we design|new method|novel',
    ),
  },
  {
    id: 'bring',
    cues: cues('引入|引入了|设计|创新|新增|equipped with|featuring|features a', 'comprises|consists of|namely|由两|包含两|核心组件|包括'),
  },
  { id: 'name', cues: cues('名为|称为|称之为|命名为|called|named|dubbed|termed|coined|denoted') },
  {
    id: 'use',
    cues: cues(
      '采用|采用了|使用|使用了|利用|利用了|运用|借助|通过|应用|结合|结合了|集成|融合',
      'use|uses|using|used|utilize|utilizes|utilizing|leverage|leverages|leveraging|employ|employs|employing|adopt',
      'adopts|adopting|apply|applies|applying|via|through|incorporate|incorporates|incorporating|integrates|integrating',
      'combine|combines|combining|with',
    ),
  },
  {
    id: 'based',
    cues: cues(
      '基于|建立在|构建于|源自|继承|扩展自|改进|扩展|借鉴|based on|built on',
      'builds on|building on|built upon|builds upon|extends|extending|extend|inspired by|derived from|on top of|adapts',
      'adapted from|variant of',
    ),
  },
  {
    id: 'finetune',
    cues: cues(
      '微调|后训练|初始化|继续训练|训练得到|蒸馏自|fine-tune|fine-tuned',
      'fine-tuning|initialized from|initialised from|initialized with|post-train|post-trained|post-training',
      'starting from|distilled from|adapting',
    ),
  },
  {
    id: 'backbone',
    cues: cues(
      '基座|骨干|主干|骨干网络|基础模型|底座|编码器|backbone|backbones',
      'base model|base models|base policy|as the base|encoder|policy model|student',
      '学生模型',
    ),
  },
  {
    id: 'applied',
    cues: cues(
      '应用于|应用到|适用于|集成到|即插即用|在不同模型|applied to|apply it to',
      'plugged into|instantiated on|instantiate|across models|validated on|integrated into|training on models',
    ),
  },
  {
    id: 'beat',
    cues: cues(
      '优于|超越|超越了|超过|超过了|胜过|领先|击败|高于|好于|显著优于',
      'outperform|outperforms|outperforming|outperformed|surpass|surpasses|surpassing|exceeds|exceeding|beats|beating',
      'better than|faster than|than|superior to|over',
    ),
  },
  {
    id: 'versus',
    cues: cues(
      '相比|相比于|相较于|较之|对比|与|比较|媲美|持平|相当|接近|compared to',
      'compared with|comparable to|comparable with|versus|vs|vs.|against|on par with|rivals|rivaling|matches|matching',
      'relative to|in contrast to',
    ),
  },
  {
    id: 'baseline',
    cues: cues(
      '基线|基准方法|对比方法|对比基线|竞争方法|主流方法|开源模型|闭源模型|商业模型|专有模型',
      'baseline|baselines|competitors|state-of-the-art|sota|prior methods|proprietary|closed-source|commercial models',
      'open-source models|leading models|frontier models',
    ),
  },
  {
    id: 'unlike',
    cues: cues(
      '不同于|有别于|区别于|摒弃|取代|替代|而非|而不是|无需|不依赖|避免|抛弃|摆脱',
      'unlike|instead of|rather than|without|replaces|replacing|in place of|avoids|avoiding|eliminates|eliminating',
      'no need for|as opposed to',
    ),
  },
  {
    id: 'existing',
    cues: cues(
      '现有|已有|传统|以往|此前|先前|常规|标准|局限|不足|缺陷|瓶颈|难以|存在',
      'existing|prior|previous|conventional|traditional|standard|current|suffer|suffers|struggle|struggles|limited',
      'fails|fail to|limitation|limitations|vanilla|naive',
    ),
  },
  {
    id: 'evaluate',
    cues: cues(
      '评估|评测|测评|测试|实验|验证|跑分|得分|评价|evaluate|evaluated',
      'evaluates|evaluating|evaluation|evaluations|experiments|tested|benchmarks|experiment|benchmarked|assess',
      'validated|validate|results on|performance on',
    ),
  },
  { id: 'onloc', cues: cues('在|于|上|涵盖|包括|on|across|including|such as|如|例如|e.g.|等|in') },
  {
    id: 'achieve',
    cues: cues(
      '达到|达到了|取得|取得了|提升|提高|提升了|提高了|准确率|成功率|得分|分数|刷新|最优|领先',
      'achieve|achieves|achieving|attains|reaching|reaches|improve|improves|improving|improvement|accuracy|score|scores',
      'success rate|state-of-the-art|gains|pass@1',
    ),
  },
  {
    id: 'benchnoun',
    cues: cues(
      '基准|基准测试|测试集|评测集|测试基准|评测基准|榜单|竞赛|benchmark',
      'benchmarks|leaderboard|test set|test suite|testbed|challenge|suite',
    ),
  },
  {
    id: 'datanoun',
    cues: cues(
      '数据集|语料|语料库|样本|数据|训练集|轨迹|条数据|dataset|datasets',
      'corpus|corpora|training data|samples|examples|trajectories|data',
    ),
  },
  {
    id: 'trainon',
    cues: cues(
      '训练于|在...上训练|预训练|训练数据|用于训练|作为训练|训练|trained on',
      'training on|pretrained on|pretraining on|training data|trained with|for training|train on',
    ),
  },
  {
    id: 'build',
    cues: cues(
      '构建|构建了|构造|收集|整理|标注了|发布|发布了|开源|开源了|建立了|制作|创建|策划',
      'construct|constructs|constructed|build|builds|built|curate|curated|curates|collect|collected|release|releases',
      'released|open-source|open-sourced|create|creates|created|contribute|establish',
    ),
  },
  {
    id: 'judge',
    cues: cues(
      '评判|裁判|评审|评分器|打分|评估器|验证器|校验|审核|判断|judge|judges',
      'as a judge|as judge|grader|evaluator|scored by|judged by|verified by|verify|verifier|rated by',
    ),
  },
  {
    id: 'label',
    cues: cues(
      '标注|生成数据|合成|生成描述|生成|提取|提取特征|改写|筛选|辅助|教师|过滤|翻译',
      'annotate|annotated|annotation|label|labeled|generated by|generate|synthesized|synthesize|synthetic|teacher',
      'extract|caption|captions|rewritten|filter|produced by|distilled|powered by|driven by',
    ),
  },
  {
    id: 'modelnoun',
    cues: cues('模型|系列|大模型|系列模型|版本|权重|检查点|model|models|checkpoint', 'family|series|llm|llms|vlm|weights'),
  },
  {
    id: 'methodnoun',
    cues: cues(
      '方法|算法|框架|范式|技术|策略|系统|架构|流程|流水线|方案|训练|method',
      'methods|algorithm|algorithms|framework|frameworks|paradigm|technique|techniques|approach|strategy|architecture',
      'system|pipeline|recipe|training',
    ),
  },
  {
    id: 'modulenoun',
    cues: cues(
      '模块|机制|损失|损失函数|目标|奖励|网络|组件|头|层|单元|module',
      'mechanism|loss|objective|reward|head|network|component|layer|operator|scheduler|sampler|adapter',
    ),
  },
  {
    id: 'fieldnoun',
    cues: cues(
      '任务|领域|场景|应用|方向|研究|问题|挑战|task|tasks|field|domain',
      'domains|applications|application|area|research|problem|challenges|scenarios|for',
      '面向|针对',
    ),
  },
  {
    id: 'analyse',
    cues: cues(
      '分析|研究了|探讨|探究|揭示|综述|系统研究|analyze|analyse|study|studies',
      'investigate|investigates|revisit|survey|review|examine|we find|reveal|reveals|understanding',
    ),
  },
  {
    id: 'train',
    cues: cues('训练|优化|强化学习|学习|对齐|train|trained|training|optimized with', 'optimize|optimized|learn|learns|learning'),
  },
  {
    id: 'ability',
    cues: cues(
      '能力|性能|表现|效果|速度|质量|鲁棒性|精度|ability|abilities|capability',
      'capabilities|performance|quality|efficiency|robustness',
    ),
  },
  {
    id: 'isa',
    cues: cues('是一种|是一个|是首个|是一款|是一套|作为一种|is a|is an|is the first', 'are a|, a|, an|, the first|a novel|首个|一种'),
  },
  { id: 'percent', cues: cues('%|％|百分点|个点|points|percentage points|倍') },
] as const satisfies readonly CueClass[];

export type CueId = (typeof CUE_CLASSES)[number]['id'];
export const CUE_IDS: readonly CueId[] = CUE_CLASSES.map((c) => c.id);
