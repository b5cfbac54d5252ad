// Method and field names: generic heads, glosses in brackets, plurals.
import { describe, expect, test } from 'vitest';
import { parsePhraseName, phraseKey } from '../../../src/resolve/parse-phrase-name.ts';

describe('core, gloss and key of', () => {
  test.each<[string, 'method' | 'field', string, string, string]>([
    ['GRPO algorithm', 'method', 'GRPO', '', 'grpo'],
    ['GRPO 算法', 'method', 'GRPO', '', 'grpo'],
    ['our SkyGraph framework', 'method', 'SkyGraph', '', 'skygraph'],
    ['the Attention Mechanism', 'method', 'Attention Mechanism', '', 'attentionmechanism'],
    ['注意力机制', 'method', '注意力机制', '', '注意力机制'],
    ['TFQ-GRPO (True-False Question GRPO)', 'method', 'TFQ-GRPO', 'True-False Question GRPO', 'tfqgrpo'],
    ['扩散模型（Diffusion Model）', 'method', '扩散模型', 'Diffusion Model', '扩散模型'],
    ['diffusion models', 'method', 'diffusion models', '', 'diffusionmodel'],
    ['视频生成任务', 'field', '视频生成', '', '视频生成'],
    ['Machine Translation tasks', 'field', 'Machine Translation', '', 'machinetranslation'],
    ['机器翻译', 'field', '机器翻译', '', '机器翻译'],
    ['任务', 'field', '任务', '', '任务'],
    ['', 'method', '', '', ''],
  ])('%s as a %s', (name, type, core, gloss, key) => {
    expect(parsePhraseName(name, type)).toEqual({ core, gloss, key });
  });
});

describe('only plurals lose their s', () => {
  test.each([
    ['VLMs', 'vlm'],
    ['Strategies', 'strategy'],
    ['Robotics', 'robotics'],
    ['Bayesian Analysis', 'bayesiananalysis'],
    ['Loss', 'loss'],
    ['Corpus', 'corpus'],
    ['Atlas', 'atlas'],
    ['ATLAS', 'atlas'],
    ['GNNs', 'gnn'],
  ])('%s', (name, key) => {
    expect(phraseKey(name)).toBe(key);
  });
});
