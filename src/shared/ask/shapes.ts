// The question shapes: how people ask, in both languages, and which question of cypher/gallery answers. A shape is tried from top to bottom.
// In a pattern `{id}` stands for a name, `{since}` for a date; the rest is a regular expression over the question in lower case.
import type { PaperEdgeType } from '../ontology.ts';

/** What a slot may be; `thing` is anything but a paper. The order is the order of preference. */
export type SlotType = 'method' | 'model' | 'benchmark' | 'dataset' | 'field' | 'paper' | 'thing';

export interface Shape {
  readonly id: string;
  /** Name of the file under cypher/gallery. */
  readonly gallery: string;
  /** What each slot may be. Slots are parameters of the gallery's question. */
  readonly slots: Readonly<Record<string, readonly SlotType[]>>;
  /** A parameter that the shape itself sets. */
  readonly role?: PaperEdgeType;
  readonly en: readonly string[];
  readonly zh: readonly string[];
  /** Shown when nothing was understood. */
  readonly example: { readonly en: string; readonly zh: string };
}

const papers = '(?:which|what) (?:papers?|works?|studies)';
const METHODS = '(?:methods?|techniques?|algorithms?|approaches)';
const papersZh = '(?:哪些|有哪些|哪篇|什么)(?:论文|工作|文章|研究)';
const METHODS_ZH = '(?:方法|技术|算法)';
const BENCHMARKS_ZH = '(?:基准|评测集|数据集|benchmark)';
const TESTED = '(?:evaluated|measured|tested|tried|benchmarked)';
const TESTED_ZH = '(?:评测|评估|测试|测|尝试|试|验证|做实验|做过实验)';
const BASE_ZH = '(?:基座|底座|骨干|基础|主干)';
const JUDGE = '(?:judges?|graders?|evaluators?|labell?ers?|annotators?|data generators?|teachers?)';
const JUDGE_ZH = '(?:评审|评判|裁判|评委|标注|标注器|打分|评估器|数据生成|judge)';

export const SHAPES: readonly Shape[] = [
  {
    id: 'path',
    gallery: 'two-things-path',
    slots: { from: ['thing'], to: ['thing'] },
    en: [
      'how (?:is|are) {from} (?:related|connected|linked) (?:to|with) {to}',
      'how (?:is|are|do) {from} and {to} (?:related|connected|linked|hang together)',
      '(?:path|way|connection) (?:from|between) {from} (?:to|and) {to}',
    ],
    zh: [
      '{from}(?:和|与|跟|到){to}(?:之间)?(?:有什么|是什么|有何)(?:关系|联系)',
      '{from}(?:和|与|跟|到){to}(?:之间)?(?:是)?(?:怎么|如何|怎样)(?:联系|连接|关联)(?:起来)?(?:的)?',
      '{from}(?:到|和|与){to}的(?:路径|联系|关系)',
    ],
    example: { en: 'How is VLA connected to GRPO?', zh: 'VLA 和 GRPO 有什么联系？' },
  },
  {
    id: 'both',
    gallery: 'things-shared',
    slots: { a: ['thing'], b: ['thing'] },
    en: [
      `${papers} (?:use|combine|mention|share|are about|have) (?:both )?{a} and {b}`,
      'papers (?:with|about|on|using|that use|that combine|combining|sharing) (?:both )?{a} and {b}',
      '(?:what|which papers) do {a} and {b} (?:have in common|share)',
    ],
    zh: [
      `${papersZh}(?:同时|都|既)?(?:使用|用到|用|采用|涉及|结合)了?{a}(?:和|与|以及|跟|又用|也用){b}`,
      '同时(?:使用|用到|用|涉及|结合)了?{a}(?:和|与|以及|跟){b}的论文(?:有哪些)?',
      '{a}(?:和|与|跟){b}(?:有什么|有哪些)?(?:共同|共有)的?(?:论文|工作)(?:有哪些)?',
    ],
    example: { en: 'Which papers use both GRPO and chain-of-thought?', zh: '哪些论文同时使用 GRPO 和思维链？' },
  },
  {
    id: 'judged-by',
    gallery: 'role-papers',
    role: 'ASSISTED_BY',
    slots: { id: ['model'] },
    en: [
      `${papers} (?:use|used|employ) {id} (?:as|for) (?:an? |the )?${JUDGE}`,
      `papers (?:that use|using|with) {id} as (?:an? |the )?${JUDGE}`,
      `who uses {id} as (?:an? |the )?${JUDGE}`,
    ],
    zh: [
      `${papersZh}(?:使用|用|让|以|把|将)了?{id}(?:来)?(?:作为|做为|当作|用作|充当|作|做|当|为|进行)?${JUDGE_ZH}`,
      `用{id}(?:作为|当|做|作)?${JUDGE_ZH}的论文(?:有哪些)?`,
    ],
    example: { en: 'Which papers use GPT-4o as a judge?', zh: '哪些论文用 GPT-4o 作评审？' },
  },
  {
    id: 'judges',
    gallery: 'models-assisting',
    slots: {},
    en: [
      `(?:which|what) models? (?:are|is|were|serve|act|work) ?(?:used|employed)? ?(?:as|for) (?:an? |the )?${JUDGE}(?: or ${JUDGE})?`,
      `models? used as ${JUDGE}`,
    ],
    zh: [
      `(?:哪些|什么|哪个)模型(?:被)?(?:用作|用来做|用来|当作|当|作为|充当|用于|做)了?${JUDGE_ZH}(?:模型|员|者)?`,
      `(?:用作|作为)${JUDGE_ZH}的模型(?:有哪些)?`,
    ],
    example: { en: 'Which models are used as judges?', zh: '哪些模型被用作评审？' },
  },
  {
    id: 'base-model',
    gallery: 'base-model-papers',
    slots: { id: ['model'] },
    en: [
      `${papers} (?:are |were )?(?:build|built|based|fine-?tuned|trained|start|started) (?:on|upon|from|on top of) {id}`,
      `${papers} (?:fine-?tune|finetune|post-?train|extend) {id}`,
      'papers (?:built|building|based) (?:on|upon) {id}',
      `${papers} use {id} as (?:the |a |an |their )?(?:base(?: model)?|backbone)`,
      'who (?:builds|built) (?:on|upon) {id}',
    ],
    zh: [
      `${papersZh}(?:是)?(?:基于|建立在|微调了?|以){id}(?:之上|为${BASE_ZH}(?:模型)?|作为${BASE_ZH}(?:模型)?)?(?:的)?`,
      `(?:基于|微调){id}的(?:论文|工作|研究|文章)(?:有哪些|有什么)?`,
      `以{id}(?:为|作为)${BASE_ZH}(?:模型)?的(?:论文|工作)(?:有哪些)?`,
      `${papersZh}(?:使用|用|采用)了?{id}(?:作为|作|做|当)(?:${BASE_ZH})(?:模型)?`,
      `{id}被${papersZh}(?:用作|当作)${BASE_ZH}(?:模型)?`,
    ],
    example: { en: 'Which papers build on Qwen2.5-VL-7B?', zh: '哪些论文基于 Qwen2.5-VL-7B？' },
  },
  {
    id: 'base-models-shared',
    gallery: 'base-models-shared',
    slots: {},
    en: [
      `${papers} (?:share|have) (?:a|the same|one) (?:base model|backbone)`,
      'papers (?:sharing|with) (?:a|the same) (?:base model|backbone)',
    ],
    zh: [
      `${papersZh}(?:共用|共享|使用|用|采用|有)了?(?:同一个|同样的?|相同的?|一个)?${BASE_ZH}模型`,
      `共用${BASE_ZH}模型的论文(?:有哪些)?`,
    ],
    example: { en: 'Which papers share a base model?', zh: '哪些论文共用同一个基座模型？' },
  },
  {
    id: 'benchmarks-untried',
    gallery: 'technique-benchmarks-untried',
    slots: { id: ['method'] },
    en: [
      `(?:which|what) benchmarks? (?:were|was|are|have|has) (?:never|not) (?:been |yet been )?(?:${TESTED}|used|combined) (?:with|for|by|using) {id}`,
      `(?:which|what) benchmarks? has {id} (?:never|not) been ${TESTED} on`,
      'benchmarks? (?:never|not yet|not) (?:tried|tested|used) with {id}',
    ],
    zh: [
      `(?:哪些|什么)${BENCHMARKS_ZH}(?:从未|还没有?|没有?|未)(?:与|和|跟|用|被|同)?{id}(?:一起)?(?:${TESTED_ZH}|结合)过?`,
      `{id}(?:从未|还没有?|没有?|未)在?(?:哪些|什么)${BENCHMARKS_ZH}上?${TESTED_ZH}过?`,
    ],
    example: { en: 'Which benchmarks were never tried with GRPO?', zh: '哪些基准从未与 GRPO 一起尝试过？' },
  },
  {
    id: 'techniques-untried',
    gallery: 'techniques-never-tried',
    slots: { id: ['benchmark', 'dataset'] },
    en: [
      `(?:which|what) ${METHODS} (?:were|was|are|have|has) (?:never|not) (?:been |yet been )?${TESTED} on {id}`,
      `${METHODS} (?:never|not) ${TESTED} on {id}`,
    ],
    zh: [`(?:哪些|什么)${METHODS_ZH}(?:从未|还没有?|没有?|未)在{id}(?:上)?${TESTED_ZH}过?`],
    example: { en: 'Which techniques were never tried on AIME 2025?', zh: '哪些技术从未在 AIME 2025 上尝试过？' },
  },
  {
    id: 'techniques-on-benchmark',
    gallery: 'benchmark-techniques',
    slots: { id: ['benchmark', 'dataset'] },
    en: [
      `(?:which|what) ${METHODS} (?:were|was|are|have been|has been|get|got) ${TESTED} on {id}`,
      `${METHODS} ${TESTED} on {id}`,
      `(?:which|what) ${METHODS} (?:use|report on) {id}`,
    ],
    zh: [
      `(?:哪些|什么)${METHODS_ZH}在{id}(?:上)?(?:进行)?(?:了)?${TESTED_ZH}(?:过|了)?`,
      `在{id}上${TESTED_ZH}过?的${METHODS_ZH}(?:有哪些)?`,
      `{id}上${TESTED_ZH}过?(?:哪些|什么)${METHODS_ZH}`,
    ],
    example: { en: 'Which methods were evaluated on LIBERO?', zh: '哪些方法在 LIBERO 上评测过？' },
  },
  {
    id: 'leaderboard',
    gallery: 'benchmark-leaderboard',
    slots: { id: ['benchmark', 'dataset'] },
    en: [
      '(?:the )?leader ?board (?:of|for|on) {id}',
      '{id} leader ?board',
      '(?:what|who|which (?:model|method|paper)) (?:is|are|performs|does|scores) (?:the )?(?:best|highest|top|sota|state of the art) on {id}',
      '(?:best|top|sota|state[- ]of[- ]the[- ]art)(?: results?| scores?| numbers?)? (?:on|for) {id}',
      '(?:what|which) (?:are the )?(?:results?|scores?|numbers?) (?:are )?(?:reported )?on {id}',
    ],
    zh: [
      '{id}的?(?:排行榜|榜单|排名|最好成绩|最佳成绩|最好结果|最佳结果|最高分|sota)(?:是什么|是多少|有哪些)?',
      '{id}上(?:的)?(?:谁|哪个模型|哪种方法|哪个方法)(?:的成绩|的结果)?(?:最好|最强|最高|第一)',
      '{id}上的?(?:结果|成绩|分数|数值)(?:有哪些|是多少|是什么|如何|怎么样)?',
    ],
    example: { en: 'Leaderboard of AIME 2024', zh: 'AIME 2024 的排行榜' },
  },
  {
    id: 'models-on-benchmark',
    gallery: 'benchmark-models',
    slots: { id: ['benchmark', 'dataset'] },
    en: [`(?:which|what) models? (?:were|was|are|have been|has been|is) ${TESTED} on {id}`, `models? ${TESTED} on {id}`],
    zh: [`(?:哪些|什么)模型在{id}(?:上)?(?:进行)?(?:了)?${TESTED_ZH}(?:过|了)?`, `在{id}上${TESTED_ZH}过?的模型(?:有哪些)?`],
    example: { en: 'Which models were evaluated on MMBench?', zh: '哪些模型在 MMBench 上评测过？' },
  },
  {
    id: 'papers-on-benchmark',
    gallery: 'role-papers',
    role: 'EVALUATES_ON',
    slots: { id: ['benchmark', 'dataset'] },
    en: [
      `${papers} (?:are|were|evaluate|evaluated|measure|test|tested|report|experiment) ?(?:${TESTED}|results|numbers|themselves)? on {id}`,
      `${papers} use {id} (?:as (?:a |the )?benchmark|for evaluation)`,
      `papers ${TESTED} on {id}`,
    ],
    zh: [
      `${papersZh}在{id}(?:上)?(?:进行)?(?:了)?(?:${TESTED_ZH}|实验)(?:过|了)?`,
      `在{id}上(?:${TESTED_ZH}|实验)过?的论文(?:有哪些)?`,
      `${papersZh}(?:用|使用)了?{id}(?:来)?(?:评测|评估|测试)`,
    ],
    example: { en: 'Which papers are evaluated on AIME 2024?', zh: '哪些论文在 AIME 2024 上评测？' },
  },
  {
    id: 'trained-on',
    gallery: 'role-papers',
    role: 'TRAINS_ON',
    slots: { id: ['dataset', 'benchmark'] },
    en: [
      `${papers} (?:are |were )?(?:train|trained) (?:on|with|using) {id}`,
      'papers trained (?:on|with) {id}',
      `${papers} use {id} (?:for training|as training data)`,
    ],
    zh: [`${papersZh}(?:在|用|使用)了?{id}(?:上|来|数据|做|进行)?训练`, '用{id}训练的(?:论文|模型)(?:有哪些)?'],
    example: { en: 'Which papers train on MATH?', zh: '哪些论文用 MATH 训练？' },
  },
  {
    id: 'introduced-by',
    gallery: 'role-papers',
    role: 'INTRODUCES',
    slots: { id: ['benchmark', 'dataset'] },
    en: [
      `(?:${papers}|who) (?:introduces?|introduced|proposes?|proposed|releases?|released|built|created) {id}`,
      'where (?:was|is) {id} (?:introduced|proposed)',
    ],
    zh: [`(?:${papersZh}|谁)(?:提出|引入|发布|构建)了?{id}`, `{id}是(?:谁|哪篇论文|哪里)(?:提出|引入|发布|构建)的`],
    example: { en: 'Who introduced R-HORIZON?', zh: '谁提出了 R-HORIZON？' },
  },
  {
    id: 'proposed-by',
    gallery: 'role-papers',
    role: 'PROPOSES',
    slots: { id: ['method', 'model'] },
    en: [
      `(?:${papers}|who) (?:introduces?|introduced|proposes?|proposed|releases?|released|built|created) {id}`,
      'where (?:was|is) {id} (?:introduced|proposed)',
    ],
    zh: [`(?:${papersZh}|谁)(?:提出|引入|发布|构建)了?{id}`, `{id}是(?:谁|哪篇论文|哪里)(?:提出|引入|发布|构建)的`],
    example: { en: 'Which paper proposed TFQ-GRPO?', zh: '哪篇论文提出了 TFQ-GRPO？' },
  },
  {
    id: 'compared-with',
    gallery: 'role-papers',
    role: 'COMPARES_WITH',
    slots: { id: ['method', 'model', 'thing'] },
    en: [
      `${papers} (?:are |were )?(?:compare|compared)(?: themselves)? (?:with|against|to) {id}`,
      `${papers} (?:beat|outperform|surpass) {id}`,
      `${papers} use {id} as (?:a |the |their )?baseline`,
      'papers (?:that compare|comparing|compared) (?:with|against|to) {id}',
    ],
    zh: [
      `${papersZh}(?:和|与|跟|同|拿)了?{id}(?:做|进行|作)?(?:了)?(?:比较|对比|相比)(?:过|了)?`,
      `${papersZh}(?:对比|比较|超过|超越)了{id}`,
      '(?:对比|比较)了?{id}的论文(?:有哪些)?',
    ],
    example: { en: 'Which papers compare with DPO?', zh: '哪些论文与 DPO 对比？' },
  },
  {
    id: 'newest-variants',
    gallery: 'technique-newest-variants',
    slots: { id: ['method'] },
    en: [
      '(?:what|which) (?:are|is) (?:the )?(?:newest|latest|recent|new|known)? ?(?:variants?|versions|descendants|improvements) of {id}',
      '(?:the )?(?:newest|latest|recent|new)? ?(?:variants?|descendants) of {id}',
      '{id} variants?',
      '(?:what|which) variants? (?:does|do) {id} have',
    ],
    zh: [
      '{id}(?:有|都有)?(?:哪些|什么)?(?:的)?(?:最新|新)?的?(?:变体|变种|改进版本?|衍生方法)(?:有哪些|是什么)?',
      '(?:最新|新)的?{id}(?:变体|变种)(?:有哪些)?',
    ],
    example: { en: 'What are the newest variants of GRPO?', zh: 'GRPO 最新的变体有哪些？' },
  },
  {
    id: 'ancestors',
    gallery: 'model-ancestors',
    slots: { id: ['model'] },
    en: [
      '(?:what|which model) (?:is|was) {id} (?:derived from|based on|built on|descended from|a member of|part of)',
      '(?:which|what) family does {id} belong to',
      'ancestors? of {id}',
    ],
    zh: [
      '{id}(?:是)?(?:基于|来自|衍生自|派生自|属于|源自)(?:什么|哪个|哪些)(?:模型|系列|家族)?(?:的)?',
      '{id}的(?:祖先|前身|来源)(?:是什么)?',
    ],
    example: { en: 'Which family does Qwen2.5-VL-7B belong to?', zh: 'Qwen2.5-VL-7B 属于哪个系列？' },
  },
  {
    id: 'lineage',
    gallery: 'model-lineage',
    slots: { id: ['model'] },
    en: [
      '(?:the )?(?:lineage|family(?: tree)?|descendants?) of {id}',
      '{id} (?:lineage|family(?: tree)?)',
      '(?:what|which models?) (?:is|are|was|were) (?:derived|descended) from {id}',
      '(?:which|what) models? (?:belong to|are in) (?:the )?{id}(?: family)?',
    ],
    zh: [
      '{id}的?(?:谱系|家族|族谱|衍生模型|后代|系列)(?:是什么|有哪些)?(?:模型|成员)?',
      '(?:哪些|什么)模型(?:衍生自|派生自|源自|来自|属于|基于){id}(?:系列|家族)?',
    ],
    example: { en: 'Lineage of Qwen', zh: 'Qwen 的谱系' },
  },
  {
    id: 'rare-technique',
    gallery: 'papers-rare-technique',
    slots: {},
    en: [
      `${papers} (?:are |is )?(?:linked|connected|related|share)(?: by| through)? (?:a |an? )?(?:rare|uncommon|unusual) (?:technique|method)s?`,
      '(?:papers? (?:with|sharing|linked by) )?(?:a )?rare (?:techniques?|methods?)',
    ],
    zh: [
      `${papersZh}(?:由|通过|因为|被|共用|使用)?了?(?:一种)?(?:罕见|少见|稀有|冷门|小众)的?${METHODS_ZH}(?:而)?(?:联系|连接|关联)?(?:起来|在一起)?`,
    ],
    example: { en: 'Which papers are linked by a rare technique?', zh: '哪些论文由罕见的技术联系起来？' },
  },
  {
    id: 'field-adopted',
    gallery: 'field-adopted-since',
    slots: { id: ['field'] },
    en: [
      '(?:what|which (?:methods?|techniques?)) (?:did|has|have) {id} (?:adopt|adopted|start using|started using|taken up|take up) {since}',
      "what(?:'s| is) new in {id} {since}",
      '(?:what|which (?:methods?|techniques?)) (?:did|has|have) {id} (?:adopt|adopted|taken up)',
    ],
    zh: [
      `{id}(?:领域|方向)?{since}(?:新|开始|都)?(?:采用|用上|使用|引入|用)了?(?:什么|哪些)新?${METHODS_ZH}?`,
      `{since}{id}(?:领域|方向)?(?:新|开始|都)?(?:采用|用上|使用|引入|用)了?(?:什么|哪些)新?${METHODS_ZH}?`,
      `{id}(?:领域|方向)?(?:新|开始)(?:采用|用上|使用|引入)了?(?:什么|哪些)新?${METHODS_ZH}?`,
    ],
    example: { en: 'What did embodied AI adopt this month?', zh: '具身智能本月采用了哪些技术？' },
  },
  {
    id: 'field-techniques',
    gallery: 'field-techniques',
    slots: { id: ['field'] },
    en: [
      `(?:which|what) ${METHODS} (?:does|do) {id} use`,
      `(?:which|what) ${METHODS} (?:are|is) (?:used|common|popular) in {id}`,
      `${METHODS} (?:used )?in {id}`,
    ],
    zh: [
      `{id}(?:领域|方向)?(?:都|常|一般)?(?:用|使用|采用)(?:了)?(?:什么|哪些)${METHODS_ZH}`,
      `{id}(?:领域|方向)?(?:常用|使用|用)?的${METHODS_ZH}(?:有哪些|是什么)?`,
      `(?:哪些|什么)${METHODS_ZH}(?:用于|用在|常用于){id}(?:领域|方向)?`,
    ],
    example: { en: 'Which techniques are used in embodied AI?', zh: '具身智能用哪些技术？' },
  },
  {
    id: 'field-benchmarks',
    gallery: 'field-benchmarks',
    slots: { id: ['field'] },
    en: [
      `(?:which|what) benchmarks? (?:does|do) {id} use`,
      `(?:which|what) benchmarks? (?:are|is) (?:used|common|popular) (?:in|for) {id}`,
      'benchmarks? (?:used )?(?:in|for|of) {id}',
      `(?:on )?(?:which|what) benchmarks? (?:is|are) {id} ${TESTED}(?: on)?`,
    ],
    zh: [
      `{id}(?:领域|方向)?(?:都)?(?:用|使用|在)(?:了)?(?:什么|哪些)${BENCHMARKS_ZH}(?:上)?(?:评测|评估|测试)?`,
      `{id}(?:领域|方向)?(?:常用)?的(?:评测)?${BENCHMARKS_ZH}(?:有哪些|是什么)?`,
    ],
    example: { en: 'Which benchmarks are used in embodied AI?', zh: '具身智能用哪些基准？' },
  },
  {
    id: 'field-base-models',
    gallery: 'field-base-models',
    slots: { id: ['field'] },
    en: [
      '(?:which|what) (?:base )?models? (?:does|do) {id} (?:use|build on)',
      '(?:which|what) (?:base )?models? (?:are|is) (?:used|common|popular) in {id}',
      'base models? (?:used )?(?:in|for|of) {id}',
    ],
    zh: [
      `{id}(?:领域|方向)?(?:都)?(?:用|使用|基于|采用)(?:了)?(?:什么|哪些)${BASE_ZH}?模型`,
      `{id}(?:领域|方向)?(?:常用)?的${BASE_ZH}模型(?:有哪些|是什么)?`,
    ],
    example: { en: 'Which base models are used in embodied AI?', zh: '具身智能用哪些基座模型？' },
  },
  {
    id: 'technique-base-models',
    gallery: 'technique-base-models',
    slots: { id: ['method'] },
    en: [
      '(?:to |on |with )?(?:which|what) (?:base )?models? (?:is|was|are|were|has) {id} (?:been )?(?:applied|used|trained|run|combined)(?: to| with| on)?',
      '(?:base )?models? (?:trained|used) with {id}',
    ],
    zh: [
      `{id}(?:被)?(?:应用|使用|用|训练)(?:在|于|到|了)?(?:了)?(?:什么|哪些)${BASE_ZH}?模型(?:上|之上)?`,
      `(?:哪些|什么)${BASE_ZH}?模型(?:用|使用|采用)了?{id}(?:训练)?`,
    ],
    example: { en: 'Which base models was GRPO applied to?', zh: 'GRPO 用在哪些基座模型上？' },
  },
  {
    id: 'technique-measured-on',
    gallery: 'technique-measured-on',
    slots: { id: ['method'] },
    en: [
      `(?:on )?(?:which|what) benchmarks? (?:is|was|are|were|has) {id} (?:been )?${TESTED}(?: on)?`,
      `(?:which|what) benchmarks? (?:are|is) used (?:for|with) {id}`,
    ],
    zh: [`{id}(?:都)?在(?:哪些|什么)${BENCHMARKS_ZH}(?:上)?(?:进行)?(?:了)?${TESTED_ZH}(?:过|了)?`],
    example: { en: 'On which benchmarks was GRPO evaluated?', zh: 'GRPO 在哪些基准上评测过？' },
  },
  {
    id: 'fields-busiest',
    gallery: 'fields-busiest',
    slots: {},
    en: [
      '(?:which|what) fields? (?:has|have|are|is) (?:the )?(?:most papers|busiest|most active|hottest|most popular)',
      '(?:the )?(?:busiest|hottest|most active|most popular) fields?',
    ],
    zh: [
      '(?:哪些|哪个|什么)(?:领域|方向)(?:的)?论文最多',
      '最(?:热门|活跃|火)的(?:领域|方向)(?:有哪些|是什么)?',
      '(?:哪些|哪个)(?:领域|方向)最(?:热门|活跃|火)',
    ],
    example: { en: 'Which fields have most papers?', zh: '哪些领域的论文最多？' },
  },
  {
    id: 'techniques-together',
    gallery: 'techniques-together',
    slots: {},
    en: [`(?:which|what) ${METHODS} (?:are|is) (?:often |usually )?(?:used|combined) together`, `${METHODS} (?:often )?used together`],
    zh: [`(?:哪些|什么)${METHODS_ZH}(?:经常|常常|常|会)?(?:一起|同时|搭配|组合)(?:使用|出现|用)`],
    example: { en: 'Which techniques are used together?', zh: '哪些技术常一起使用？' },
  },
  {
    id: 'techniques-shared',
    gallery: 'techniques-shared',
    slots: {},
    en: [
      `(?:(?:which|what) (?:are|is) )?(?:the )?most (?:common|used|popular|shared) ${METHODS}`,
      `(?:which|what) ${METHODS} (?:are|is) (?:the )?(?:most (?:common|used|popular)|used most)`,
    ],
    zh: [
      `(?:什么|哪些)?最(?:常用|流行|热门|常见|火)的${METHODS_ZH}(?:有哪些|是什么)?`,
      `(?:哪些|什么)${METHODS_ZH}(?:用得)?最(?:多|常用|流行|热门)`,
    ],
    example: { en: 'What are the most common techniques?', zh: '最常用的技术有哪些？' },
  },
  {
    id: 'technique-benchmark-table',
    gallery: 'technique-benchmarks',
    slots: {},
    en: [`(?:which|what) ${METHODS} (?:was|were|is|are) ${TESTED} on (?:which|what) benchmarks?`],
    zh: [`(?:哪些|哪种|什么)${METHODS_ZH}在(?:哪些|哪个|什么)${BENCHMARKS_ZH}(?:上)?${TESTED_ZH}过?`],
    example: { en: 'Which technique was measured on which benchmark?', zh: '哪种技术在哪个基准上评测过？' },
  },
  {
    id: 'datasets',
    gallery: 'datasets-trained-on',
    slots: {},
    en: [
      '(?:which|what) data ?sets? (?:are|is|were) (?:used )?(?:for|in|to) train(?:ing)?',
      '(?:which|what) (?:data ?sets?|training data) (?:do papers|is|are) (?:train on|used)',
      'training (?:data|data ?sets?)',
    ],
    zh: [
      '(?:哪些|什么)数据集(?:被)?(?:用于|用来|拿来|用作)?训练',
      '训练(?:用了|使用|数据)(?:集)?(?:了)?(?:哪些|什么)?(?:数据集|数据)?(?:有哪些)?',
    ],
    example: { en: 'Which data sets are used for training?', zh: '哪些数据集被用于训练？' },
  },
  {
    id: 'benchmarks-new',
    gallery: 'benchmarks-introduced',
    slots: {},
    en: [
      '(?:which|what) (?:benchmarks?|data ?sets?)(?: and (?:benchmarks?|data ?sets?))? (?:are|were|is) (?:new|introduced|proposed|released)',
      '(?:the )?(?:new|newest|latest) (?:benchmarks?|data ?sets?)',
    ],
    zh: [
      `(?:最近|最新)?(?:新)?(?:提出|发布|出现)了?(?:哪些|什么)新?的?${BENCHMARKS_ZH}`,
      `(?:最近|最新)?(?:有哪些)?(?:新提出|新发布|新|最新)的?${BENCHMARKS_ZH}(?:有哪些)?`,
    ],
    example: { en: 'Which benchmarks are new?', zh: '提出了哪些新基准？' },
  },
  {
    id: 'baselines',
    gallery: 'baselines-most-compared',
    slots: {},
    en: [
      '(?:(?:which|what) (?:are|is) )?(?:the )?most (?:common|compared|popular) baselines?',
      'what do papers compare (?:themselves )?(?:with|against|to) most',
      '(?:which|what) baselines? (?:are|is) (?:the )?most (?:common|used|popular)',
    ],
    zh: [
      '最常(?:见|用|被(?:比较|对比))的(?:基线|对比对象|比较对象|baseline)(?:有哪些|是什么)?',
      '论文最常(?:和|与|跟)(?:谁|什么)(?:比较|对比)',
    ],
    example: { en: 'What do papers compare with most?', zh: '论文最常与什么对比？' },
  },
  {
    id: 'improvements',
    gallery: 'improvements-claimed',
    slots: {},
    en: ['(?:which|what) (?:improvements?|gains?) (?:are|is|were) (?:claimed|reported)', '(?:claimed|reported) (?:improvements?|gains?)'],
    zh: ['(?:论文)?(?:声称|报告|宣称)了?(?:哪些|什么)(?:提升|改进|增益)', '(?:有|都有)?(?:哪些|什么)(?:提升|增益)(?:被报告|被声称)?'],
    example: { en: 'Which improvements are claimed?', zh: '声称了哪些提升？' },
  },
  {
    id: 'models-new',
    gallery: 'models-proposed',
    slots: {},
    en: ['(?:which|what) models? (?:are|were|is) (?:new|proposed|introduced|released)', '(?:the )?(?:new|newest|latest) models?'],
    zh: [
      '(?:最近|最新)?(?:新)?(?:提出|发布|出现)了?(?:哪些|什么)新?的?模型',
      '(?:最近|最新)?(?:有哪些)?(?:新提出|新发布|新|最新)的?模型(?:有哪些)?',
    ],
    example: { en: 'Which models are new?', zh: '提出了哪些新模型？' },
  },
  {
    id: 'techniques-new',
    gallery: 'techniques-proposed-since',
    slots: {},
    en: [
      `(?:which|what) (?:new )?${METHODS} (?:are|were|have been) (?:proposed|introduced|new) {since}`,
      `(?:the )?(?:new|newest|latest) ${METHODS}(?: {since})?`,
      `(?:which|what) ${METHODS} (?:are|were) (?:new|proposed|introduced)`,
    ],
    zh: [
      `{since}(?:新)?(?:提出|出现|发布)了?(?:哪些|什么)新?的?${METHODS_ZH}`,
      `{since}(?:有|出了)(?:哪些|什么)新的?${METHODS_ZH}`,
      `(?:提出|出现)了?(?:哪些|什么)新的?${METHODS_ZH}`,
      `(?:新|最新)的?${METHODS_ZH}(?:有哪些)?`,
    ],
    example: { en: 'Which techniques were proposed this month?', zh: '本月提出了哪些技术？' },
  },
  {
    id: 'new-since',
    gallery: 'new-since',
    slots: {},
    en: ["what(?:'s| is| was)? new(?: {since})?", 'what (?:was|is) (?:first )?seen (?:for the first time )?{since}'],
    zh: ['{since}(?:有)?(?:什么|哪些)新(?:东西|事物|内容|鲜的)?', '(?:有)?什么新(?:东西|事物|内容)'],
    example: { en: 'What is new since 2026-02-12?', zh: '2026-02-12 以来有什么新东西？' },
  },
  {
    id: 'papers-newest',
    gallery: 'papers-newest',
    slots: {},
    en: [
      '(?:(?:which|what) (?:are|is) )?(?:the )?(?:newest|latest|most recent|all) papers',
      '(?:which|what) papers are (?:new|newest|latest|there)',
    ],
    zh: ['(?:最新|最近|全部|所有)的?论文(?:有哪些)?', '有哪些(?:最新|最近|新)的?论文'],
    example: { en: 'The newest papers', zh: '最新的论文' },
  },
  {
    id: 'unsure',
    gallery: 'relations-unsure',
    slots: {},
    en: [
      '(?:which|what) (?:relations?|edges?) (?:are|is) (?:the )?(?:least (?:certain|sure|confident)|uncertain|unsure|doubtful)',
      '(?:uncertain|unsure|doubtful) relations?',
    ],
    zh: ['(?:哪些|什么)关系最?(?:不确定|没把握|可疑)', '最?(?:不确定|可疑)的关系(?:有哪些)?'],
    example: { en: 'Which relations are least certain?', zh: '哪些关系最不确定？' },
  },
  {
    id: 'papers-alike',
    gallery: 'papers-alike',
    slots: { id: ['paper'] },
    en: [`(?:${papers} are |papers? )?(?:like|similar to|alike|close to|related to) {id}`],
    zh: ['(?:哪些论文)?(?:和|与|跟){id}(?:最)?(?:相似|类似|相近|相关|像)的?(?:论文|工作)?(?:有哪些)?'],
    example: { en: 'Papers similar to 2602.10575', zh: '与 2602.10575 相近的论文' },
  },
  {
    id: 'paper',
    gallery: 'paper-relations',
    slots: { id: ['paper'] },
    en: [
      'what (?:does|did) (?:the )?(?:paper )?{id} (?:use|propose|do|build on|say|evaluate|contribute)(?: on)?',
      'what is (?:the )?(?:paper )?{id} about',
      '(?:tell me about |show )?(?:the )?paper {id}',
    ],
    zh: [
      `(?:论文)?{id}(?:这篇论文)?(?:用|使用|提出|讲|做|说|基于|评测)了?(?:什么|哪些)(?:技术|方法|模型|内容)?`,
      '(?:介绍(?:一下)?)?论文{id}',
      '{id}(?:这篇论文)?是(?:关于|讲)什么的',
    ],
    example: { en: 'What does 2602.10575 use?', zh: '论文 2602.10575 用了什么？' },
  },
  {
    id: 'technique-papers',
    gallery: 'technique-family',
    slots: { id: ['method'] },
    en: [
      `${papers} (?:use|used|apply|applied|adopt|adopted|are about|mention|work with|rely on) {id}`,
      'papers (?:that use|using|with|about|on|that apply|applying) {id}',
      'who (?:uses|used|applies) {id}',
    ],
    zh: [
      `${papersZh}(?:使用|用到|采用|应用|用|涉及|提到)了?{id}(?:方法|技术)?`,
      '(?:使用|用到|采用|应用|用了?|关于){id}的(?:论文|工作|文章)(?:有哪些)?',
      `{id}被${papersZh}(?:使用|采用|用)(?:过|了)?`,
    ],
    example: { en: 'Which papers use GRPO?', zh: '哪些论文使用了 GRPO？' },
  },
  {
    id: 'field-papers',
    gallery: 'field-papers',
    slots: { id: ['field'] },
    en: [
      `${papers} (?:are )?(?:in|on|about|from|work on) (?:the field of )?{id}`,
      'papers (?:in|on|about|from) (?:the field of )?{id}',
      '{id} papers',
    ],
    zh: [
      '{id}(?:领域|方向)?(?:有哪些|有什么|的)(?:论文|工作|文章)(?:有哪些)?',
      `(?:关于|属于){id}(?:领域|方向)?的(?:论文|工作)(?:有哪些)?`,
      `${papersZh}(?:属于|关于|研究){id}(?:领域|方向)?`,
    ],
    example: { en: 'Papers about embodied AI', zh: '具身智能领域有哪些论文？' },
  },
  {
    id: 'thing-papers',
    gallery: 'entity-papers',
    slots: { id: ['thing'] },
    en: [
      `${papers} (?:use|used|mention|are about|are on|speak of|work with|have to do with) {id}`,
      'papers (?:that use|using|with|about|on|mentioning) {id}',
      '(?:what is|what are|tell me about|show me|who uses) {id}',
      '{id}',
    ],
    zh: [
      `${papersZh}(?:使用|用到|采用|用|涉及|提到|和|与)了?{id}(?:有关|相关)?`,
      '(?:使用|用到|采用|用了?|关于|提到){id}的(?:论文|工作|文章)(?:有哪些)?',
      '{id}(?:是什么|是啥|的论文(?:有哪些)?)',
      '(?:介绍(?:一下)?|说说|讲讲|什么是){id}',
      '{id}',
    ],
    example: { en: 'Tell me about Qwen3', zh: '介绍一下 Qwen3' },
  },
];
