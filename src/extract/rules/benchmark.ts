// When a name is a benchmark or a data set, and whether the paper makes it, is measured on it or learns from it.
import type { Rule } from './rule.ts';

export const BENCHMARK_RULES: readonly Rule[] = [
  {
    id: 'benchmark/introduces-verb',
    kind: 'benchmark/introduces',
    cue: 'propose',
    window: 'touchLeft',
    examples: {
      hit: ['我们提出⟦RidgeBench⟧来衡量规划能力。', 'We introduce ⟦RidgeBench⟧ to measure planning.'],
      miss: ['在⟦RidgeBench⟧上达到最优。', 'It leads on ⟦RidgeBench⟧.'],
    },
  },
  {
    id: 'benchmark/introduces-build',
    kind: 'benchmark/introduces',
    cue: 'build',
    window: 'touchLeft',
    examples: {
      hit: ['构建了⟦RidgeBench⟧基准。', 'We construct ⟦RidgeBench⟧ from field notes.'],
      miss: ['在⟦RidgeBench⟧上达到最优。', 'It leads on ⟦RidgeBench⟧.'],
    },
  },
  {
    id: 'benchmark/evaluates-on',
    kind: 'benchmark/evaluates',
    cue: 'onloc',
    window: 'touchLeft',
    unless: ['trainon'],
    examples: {
      hit: ['在⟦AIME 2025⟧上取得新高。', 'It sets a record on ⟦AIME 2025⟧.'],
      miss: ['我们构建⟦AIME 2025⟧的变体。', 'We construct ⟦AIME 2025⟧ variants.'],
    },
  },
  {
    id: 'benchmark/evaluates-verb',
    kind: 'benchmark/evaluates',
    cue: 'evaluate',
    examples: {
      hit: ['实验选用⟦LIBERO⟧和另外两项。', 'Experiments use ⟦LIBERO⟧ and two others.'],
      miss: ['模型训练于⟦LIBERO⟧。', 'The model is trained on ⟦LIBERO⟧.'],
    },
  },
  {
    id: 'benchmark/evaluates-score',
    kind: 'benchmark/evaluates',
    cue: 'percent',
    window: 'right',
    examples: {
      hit: ['⟦MMLU⟧得分为 71.2%。', 'Its ⟦MMLU⟧ accuracy is 71.2%.'],
      miss: ['⟦MMLU⟧覆盖多个学科。', 'We look at ⟦MMLU⟧ closely.'],
    },
  },
];

export const DATASET_RULES: readonly Rule[] = [
  {
    id: 'dataset/introduces-build',
    kind: 'dataset/introduces',
    cue: 'build',
    window: 'touchLeft',
    examples: {
      hit: ['我们构建了⟦RidgeCorpus-2M⟧用于训练。', 'We release ⟦RidgeCorpus-2M⟧ for training.'],
      miss: ['在⟦RidgeCorpus-2M⟧上测试。', 'It is tested on ⟦RidgeCorpus-2M⟧.'],
    },
  },
  {
    id: 'dataset/trains-on',
    kind: 'dataset/trains',
    cue: 'trainon',
    window: 'left',
    examples: {
      hit: ['模型训练于⟦FineWeb⟧。', 'The model is trained on ⟦FineWeb⟧.'],
      miss: ['在⟦FineWeb⟧上评测。', 'It is evaluated on ⟦FineWeb⟧.'],
    },
  },
  {
    id: 'dataset/trains-data',
    kind: 'dataset/trains',
    cue: 'trainon',
    window: 'right',
    examples: {
      hit: ['⟦FineWeb⟧作为训练数据。', '⟦FineWeb⟧ is used for training.'],
      miss: ['在⟦FineWeb⟧上评测。', 'It is evaluated on ⟦FineWeb⟧.'],
    },
  },
];
