// When a name is a method, and what the paper does with it.
import type { Rule } from './rule.ts';

export const METHOD_RULES: readonly Rule[] = [
  {
    id: 'method/proposes-verb',
    kind: 'method/proposes',
    cue: 'propose',
    window: 'touchLeft',
    unless: ['benchnoun'],
    examples: {
      hit: ['本文提出了⟦SkyGraph⟧，在推理时动态选择路径。', 'We propose ⟦SkyGraph⟧, which routes tokens at inference time.'],
      miss: ['现有方法如⟦SkyGraph⟧难以扩展。', 'Our model is compared with ⟦SkyGraph⟧.'],
    },
  },
  {
    id: 'method/proposes-name',
    kind: 'method/proposes',
    cue: 'name',
    window: 'touchLeft',
    examples: {
      hit: ['我们给出一个名为⟦SkyGraph⟧的框架。', 'We build a framework called ⟦SkyGraph⟧ for routing.'],
      miss: ['我们采用⟦SkyGraph⟧完成路由。', 'The framework relies on ⟦SkyGraph⟧.'],
    },
  },
  {
    id: 'method/proposes-part',
    kind: 'method/proposes',
    cue: 'bring',
    window: 'left',
    section: 'innovation',
    examples: {
      hit: ['### 创新\n引入⟦Gated Replay⟧模块来缓解遗忘。', '## Contributions\nThe agent comes equipped with ⟦Gated Replay⟧ modules.'],
      miss: ['### 背景\n引入⟦Gated Replay⟧模块来缓解遗忘。', 'It matches ⟦Gated Replay⟧ in speed.'],
    },
  },
  {
    id: 'method/uses-based',
    kind: 'method/uses',
    cue: 'based',
    window: 'touchLeft',
    examples: {
      hit: ['该算法基于⟦GRPO⟧进行改进。', 'The algorithm builds on ⟦GRPO⟧ with a new baseline.'],
      miss: ['该算法优于⟦GRPO⟧。', 'It is compared against ⟦GRPO⟧.'],
    },
  },
  {
    id: 'method/uses-verb',
    kind: 'method/uses',
    cue: 'use',
    window: 'touchLeft',
    unless: ['unlike', 'existing'],
    examples: {
      hit: ['训练阶段采用⟦LoRA⟧降低显存。', 'Training uses ⟦LoRA⟧ to save memory.'],
      miss: ['不同于使用⟦LoRA⟧的做法，我们更新全部参数。', 'Unlike work using ⟦LoRA⟧, we update all weights.'],
    },
  },
  {
    id: 'method/uses-training',
    kind: 'method/uses',
    cue: 'train',
    window: 'touchRight',
    unless: ['beat', 'existing'],
    examples: {
      hit: ['策略经⟦PPO⟧训练后更稳定。', 'The policy gets ⟦PPO⟧ training in simulation.'],
      miss: ['其效果优于⟦PPO⟧训练。', 'It outperforms ⟦PPO⟧ training.'],
    },
  },
  {
    id: 'method/compares-beat',
    kind: 'method/compares',
    cue: 'beat',
    window: 'touchLeft',
    examples: {
      hit: ['在全部任务上优于⟦DAPO⟧。', 'It outperforms ⟦DAPO⟧ on every task.'],
      miss: ['我们基于⟦DAPO⟧构建训练流程。', 'Our recipe builds on ⟦DAPO⟧.'],
    },
  },
  {
    id: 'method/compares-versus',
    kind: 'method/compares',
    cue: 'versus',
    window: 'touchLeft',
    examples: {
      hit: ['相比⟦DAPO⟧，收敛更快。', 'Compared with ⟦DAPO⟧, it converges sooner.'],
      miss: ['我们采用⟦DAPO⟧训练。', 'We train it using ⟦DAPO⟧.'],
    },
  },
  {
    id: 'method/compares-baseline',
    kind: 'method/compares',
    cue: 'baseline',
    examples: {
      hit: ['对比基线包括⟦ReAct⟧与人工规则。', 'Baselines include ⟦ReAct⟧ and hand-written rules.'],
      miss: ['我们采用⟦ReAct⟧。', 'We use ⟦ReAct⟧ throughout.'],
    },
  },
  {
    id: 'method/compares-unlike',
    kind: 'method/compares',
    cue: 'unlike',
    window: 'touchLeft',
    examples: {
      hit: ['不同于⟦RAG⟧，该方法不检索文档。', 'Unlike ⟦RAG⟧, it retrieves no documents.'],
      miss: ['该方法通过⟦RAG⟧补充知识。', 'It adds knowledge via ⟦RAG⟧.'],
    },
  },
  {
    id: 'method/compares-existing',
    kind: 'method/compares',
    cue: 'existing',
    window: 'touchLeft',
    examples: {
      hit: ['传统⟦知识蒸馏⟧只模仿输出。', 'Conventional ⟦knowledge distillation⟧ copies outputs alone.'],
      miss: ['我们结合⟦知识蒸馏⟧压缩模型。', 'We compress it with ⟦knowledge distillation⟧.'],
    },
  },
];
