// Constructions that leave no doubt: where one holds, the role is given whatever the weights say of it. They are for roles
// too rare for weights to learn (a judge, a labeller) and for names that say themselves what they are. `confidence` is the
// share of right ones, measured on annotated papers.
import type { MentionKind, MentionType } from '../../shared/ontology.ts';
import type { SectionKind } from '../stages/segment-text.ts';

export interface SettlingRule {
  readonly id: `${MentionType}/${string}`;
  readonly kind: MentionKind;
  readonly confidence: number;
  /** The words right before and right after the name, within its sentence; every given one must hold. */
  readonly left?: RegExp;
  readonly right?: RegExp;
  /** The lexicon has the name, and nothing says that this paper proposes it. */
  readonly known?: true;
  /** The name is built from a better-known method's: "TFQ-GRPO". Hyphens alone tell it: "StereoVLA" may be anything. */
  readonly variant?: true;
  /** The name is bold or stands at the head of a list item in such a section. */
  readonly headsItemIn?: SectionKind;
  /** Sentences with the name in ⟦ ⟧: where the rule holds and where it must not. */
  readonly examples: { readonly hit: readonly string[]; readonly miss: readonly string[] };
}

const OPEN = '[“"*`(（]*$';
const CLOSE = '^[”"*`）)]*';
const DONE_EN =
  '(?:judged|graded|scored|rated|verified|labell?ed|annotated|captioned|synthesi[sz]ed|translated|rewritten|paraphrased|filtered|refined|(?:traces|trajectories|rationales|data|samples|answers|examples) (?:are |were )?distilled)';
const JOB_EN = '(?:judges?|evaluators?|graders?|annotators?|validators?|verifiers?|labell?ers?|teachers?)';
const MADE_ZH = '(?:数据|样本|描述|轨迹|问题|问答|答案|标签|标注|指令|字幕|推理链)';
const WORK_ZH = `(?:自动|辅助)?(?:评估|评分|打分|评判|评审|判断|标注|改写|重写|蒸馏|筛选|过滤|翻译|校验|(?:生成|合成|构建|构造)[^，。；]{0,8}${MADE_ZH})`;
const JOB_ZH = '(?:裁判|评审|评判者?|评委|打分器|验证器|标注器|标注者|评估器|教师模型|特征提取器)';

export const SETTLING_RULES: readonly SettlingRule[] = [
  {
    id: 'model/auxiliary-done-by',
    kind: 'model/auxiliary',
    confidence: 0.6,
    left: new RegExp(
      `\\b${DONE_EN} (?:[a-z-]+ ){0,2}?(?:by|from|with|using|via) (?:an? |the |both )?(?:frozen |strong |prompted )?${OPEN}`,
      'i',
    ),
    examples: {
      hit: ['The trajectories are distilled from ⟦GPT-5⟧.', 'Captions are refined with ⟦GPT-5⟧.'],
      miss: ['Our results are better than those of ⟦GPT-5⟧.', '我们与⟦GPT-5⟧比较。'],
    },
  },
  {
    id: 'model/auxiliary-job',
    kind: 'model/auxiliary',
    confidence: 0.6,
    right: new RegExp(
      `${CLOSE}[ -]?(?:as (?:an? |the )?(?:[a-z-]+ ){0,2}?)?${JOB_EN}\\b|${CLOSE} ?(?:模型)?(?:被用|用)?(?:作为|作|充当|担任|为)? ?的?${JOB_ZH}`,
      'iu',
    ),
    examples: {
      hit: ['We use ⟦GPT-5⟧ as an automatic judge.', '使用⟦GPT-5⟧作为特征提取器。'],
      miss: ['We fine-tune ⟦GPT-5⟧ on it.', '我们微调⟦GPT-5⟧。'],
    },
  },
  {
    id: 'model/auxiliary-work',
    kind: 'model/auxiliary',
    confidence: 0.6,
    left: new RegExp(`(?:由|用|利用|借助|通过|调用|以|从|如) ?(?:大型|强大的|预训练的?|冻结的?)? ?${OPEN}`, 'u'),
    right: new RegExp(`${CLOSE} ?(?:等|模型|作为|进行|自动|来|的|对[^，。；]{0,10}进行|[和与][^，。；]{0,14}?){0,2} ?${WORK_ZH}`, 'u'),
    examples: {
      hit: ['由⟦GPT-5⟧进行打分。', 'caption 由⟦GPT-5⟧生成合成数据。'],
      miss: ['准确率超过⟦GPT-5⟧。', 'It is 基于⟦GPT-5⟧微调。'],
    },
  },
  {
    id: 'model/base-improved',
    kind: 'model/base',
    confidence: 0.6,
    right: new RegExp(
      `${CLOSE}(?: ?[（(][^）)]{1,12}[）)])?[^，。,.;；]{0,24}?(?:(?:improv|increas|ris|go|jump)[a-z]* from \\d|从 ?\\d[\\d.]*%? ?(?:提升|提高|增至|上升))`,
      'iu',
    ),
    known: true,
    examples: {
      hit: ['⟦GPT-5⟧ improves from 40.5% to 61.9%.', '⟦GPT-5⟧通过率从11.1%提升至33.3%。'],
      miss: ['⟦GPT-5⟧ reaches 61.9%.', '⟦GPT-5⟧达到33.3%。'],
    },
  },
  {
    id: 'method/proposes-variant',
    kind: 'method/proposes',
    confidence: 0.8,
    variant: true,
    headsItemIn: 'innovation',
    examples: {
      hit: [
        '### 创新\n1. **⟦ZQ-GRPO⟧**：在第三阶段引入混合奖励。',
        '## Contributions\n- **⟦ZQ-GRPO⟧**: a mixed reward in the third stage.',
      ],
      miss: ['### 实验\n1. 优于⟦ZQ-GRPO⟧。', '## Results\n- Better than ⟦ZQ-GRPO⟧.'],
    },
  },
  {
    id: 'method/uses-variant-of',
    kind: 'method/uses',
    confidence: 0.7,
    left: new RegExp(`(?:variants?|extensions?) of (?:the )?${OPEN}|(?:建立在|构建在) ?${OPEN}`, 'iu'),
    known: true,
    examples: {
      hit: ['SkyNet is a variant of ⟦diffusion⟧.', 'SkyNet 建立在⟦diffusion⟧之上。'],
      miss: ['SkyNet beats ⟦diffusion⟧.', 'SkyNet 优于⟦diffusion⟧。'],
    },
  },
  {
    id: 'method/uses-has-variant',
    kind: 'method/uses',
    confidence: 0.7,
    right: new RegExp(`${CLOSE} ?(?:算法|方法)?的(?:一个|一种)?(?:变体|变种|改进版)|${CLOSE} variants?, `, 'iu'),
    known: true,
    examples: {
      hit: ['SkyNet 是⟦扩散⟧的一个变体。', 'A ⟦diffusion⟧ variant, SkyNet, is new.'],
      miss: ['SkyNet 优于⟦扩散⟧。', 'SkyNet beats ⟦diffusion⟧.'],
    },
  },
  {
    id: 'method/uses-to-train',
    kind: 'method/uses',
    confidence: 0.7,
    left: new RegExp(
      `(?:使用|采用|利用|运用|通过|经|用)了? ?${OPEN}|\\btrained (?:end-to-end )?(?:with|using|via|by) (?:the )?${OPEN}`,
      'iu',
    ),
    right: new RegExp(
      `${CLOSE} ?(?:算法|方法|框架|目标)?(?:来|对[^，。；]{0,14})?(?:进行|联合|端到端)?(?:训练|优化|微调|后训练)|${CLOSE}(?:[.,;]| (?:and|on|to|for)\\b)`,
      'iu',
    ),
    known: true,
    examples: {
      hit: ['它用⟦扩散⟧训练。', 'SkyNet is trained with ⟦diffusion⟧.'],
      miss: ['它优于⟦扩散⟧训练。', 'SkyNet is compared with ⟦diffusion⟧.'],
    },
  },
  {
    id: 'method/uses-class',
    kind: 'method/uses',
    confidence: 0.6,
    left: new RegExp(
      `(?:提出|推出|发布|构建|介绍)[^，。；：]{0,24}${OPEN}|\\b(?:propose|present|introduce|release)s? (?:[\\w-]+ ){0,5}?${OPEN}`,
      'iu',
    ),
    right: new RegExp(`${CLOSE} ?(?:基础|大)?模型|${CLOSE} (?:foundation )?models?\\b`, 'iu'),
    known: true,
    examples: {
      hit: ['提出了统一的⟦扩散⟧模型 SkyNet。', 'We present SkyNet, and introduce a compact ⟦diffusion⟧ model.'],
      miss: ['现有⟦扩散⟧模型很慢。', 'A ⟦diffusion⟧ model is slow.'],
    },
  },
];
