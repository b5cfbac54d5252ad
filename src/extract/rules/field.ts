// When words name the area a paper works in.
import type { Rule } from './rule.ts';

export const FIELD_RULES: readonly Rule[] = [
  {
    id: 'field/section',
    kind: 'field/in',
    section: 'field',
    examples: {
      hit: ['### 应用领域\n⟦视频生成⟧、情感计算', '## Research area\n⟦Video Generation⟧, robotics'],
      miss: ['### 实验效果\n⟦视频生成⟧质量更高。', '## Results\n⟦Video Generation⟧ gets better.'],
    },
  },
  {
    id: 'field/tags',
    kind: 'field/in',
    section: 'tags',
    examples: {
      hit: ['标签：⟦视频生成⟧，扩散', 'Keywords: ⟦Video Generation⟧, diffusion'],
      miss: ['结果：⟦视频生成⟧质量更高。', 'Results: ⟦Video Generation⟧ gets better.'],
    },
  },
  {
    id: 'field/noun',
    kind: 'field/in',
    cue: 'fieldnoun',
    window: 'touchRight',
    examples: {
      hit: ['⟦机器翻译⟧任务仍然困难。', '⟦Machine Translation⟧ tasks remain hard.'],
      miss: ['我们发布⟦机器翻译⟧。', 'We release ⟦Machine Translation⟧.'],
    },
  },
  {
    id: 'field/for',
    kind: 'field/in',
    cue: 'fieldnoun',
    window: 'touchLeft',
    examples: {
      hit: ['面向⟦自动驾驶⟧的规划器。', 'A planner for ⟦Autonomous Driving⟧.'],
      miss: ['我们发布⟦自动驾驶⟧。', 'We release ⟦Autonomous Driving⟧.'],
    },
  },
];
