// The grammar of model names, part by part, and what is left when the narrowest part comes off.
import { describe, expect, test } from 'vitest';
import { type ModelParse, modelKey, modelParent, parseModelName } from '../../../src/resolve/parse-model-name.ts';

const FAMILIES = new Set(['qwen', 'llama', 'internvl', 'gpt', 'claude']);
const EMPTY: ModelParse = { family: '', version: '', variants: [], size: '', active: '', stage: '', date: '', quant: '' };
const parse = (name: string): ModelParse => parseModelName(name, FAMILIES);

describe('parts of', () => {
  test.each<[string, Partial<ModelParse>]>([
    ['Qwen2.5-VL-7B-Instruct', { family: 'qwen', version: '2.5', variants: ['vl'], size: '7b', stage: 'instruct' }],
    ['QwenVL-2.5', { family: 'qwen', version: '2.5', variants: ['vl'] }],
    ['InternVL3-8B', { family: 'internvl', version: '3', size: '8b' }],
    ['Qwen3-30B-A3B-Thinking-2507', { family: 'qwen', version: '3', size: '30b', active: 'a3b', stage: 'thinking', date: '2507' }],
    ['Mixtral-8x7B-Instruct-v0.1', { family: 'mixtral', version: '0.1', size: '8x7b', stage: 'instruct' }],
    ['DeepSeek-R1-Distill-Qwen-7B', { family: 'deepseek', variants: ['distill', 'qwen', 'r1'], size: '7b' }],
    ['DeepSeek-R1-0528', { family: 'deepseek', variants: ['r1'], date: '0528' }],
    ['GPT-4-0314', { family: 'gpt', version: '4', date: '0314' }],
    ['GPT-4o-2024-05-13', { family: 'gpt', version: '4o', date: '20240513' }],
    ['Claude 4.5 Sonnet', { family: 'claude', version: '4.5', variants: ['sonnet'] }],
    ['claude-3-5-sonnet-20241022', { family: 'claude', version: '3.5', variants: ['sonnet'], date: '20241022' }],
    ['Stable Diffusion v1-5', { family: 'stable', version: '1.5', variants: ['diffusion'] }],
    ['Qwen2.5-7B-Instruct-GPTQ-Int4', { family: 'qwen', version: '2.5', size: '7b', stage: 'instruct', quant: 'gptq+int4' }],
    ['Llama-2-7b-chat-hf', { family: 'llama', version: '2', size: '7b', stage: 'chat' }],
    ['meta-llama/Llama-3.2-11B-Vision', { family: 'llama', version: '3.2', variants: ['vision'], size: '11b' }],
    ['gemma-3-4b-it', { family: 'gemma', version: '3', size: '4b', stage: 'instruct' }],
    ['ResNet-50', { family: 'resnet', version: '50' }],
    ['π0.5', { family: 'pi', version: '0.5' }],
    ['Qwen3 系列模型', { family: 'qwen', version: '3' }],
    ['7B', { size: '7b' }],
    ['', {}],
  ])('%s', (name, parts) => {
    expect(parse(name)).toEqual({ ...EMPTY, ...parts });
  });
});

describe('order and punctuation do not count', () => {
  test.each([
    ['Claude 4.5 Sonnet', 'claude-sonnet-4.5'],
    ['Qwen2.5-Coder-7B', 'Qwen 2.5 7B Coder'],
    ['Llama-3.1-8B-Instruct', 'Llama 3.1 Instruct (8B)'],
  ])('%s is %s', (a, b) => {
    expect(modelKey(parse(a))).toBe(modelKey(parse(b)));
  });
});

describe('every part counts', () => {
  test.each([
    'Qwen3-VL-8B-Instruct',
    'Qwen2.5-VL-7B-Instruct',
    'Qwen3-VL-8B-Base',
    'Qwen3-8B-Instruct',
    'Qwen3-VL-8B',
    'Qwen3-VL-8B-Instruct-AWQ',
    'Qwen3-VL-8B-Instruct-2507',
    'Qwen3-VL-8B-A3B-Instruct',
    'QwenX3-VL-8B-Instruct',
  ])('%s', (name) => {
    const others = ['Qwen3-VL-8B-Instruct', 'Qwen2.5-VL-7B-Instruct', 'Qwen3-VL-8B-Base', 'Qwen3-8B-Instruct', 'Qwen3-VL-8B'].filter(
      (other) => other !== name,
    );
    expect(others.filter((other) => modelKey(parse(other)) === modelKey(parse(name)))).toEqual([]);
  });
});

test('the narrowest part comes off first: quantisation, date, stage, size, words, version', () => {
  const keys: string[] = [];
  for (let p: ModelParse | null = parse('Qwen2.5-VL-7B-Instruct-2507-AWQ'); p; p = modelParent(p)) keys.push(modelKey(p));
  expect(keys).toEqual([
    'qwen|2.5|vl|7b||instruct|2507|awq',
    'qwen|2.5|vl|7b||instruct|2507|',
    'qwen|2.5|vl|7b||instruct||',
    'qwen|2.5|vl|7b||||',
    'qwen|2.5|vl|||||',
    'qwen|2.5||||||',
    'qwen|||||||',
  ]);
});
