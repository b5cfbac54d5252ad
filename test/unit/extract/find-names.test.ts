// Names by their shape, in both languages.
import { describe, expect, test } from 'vitest';
import { SpanSet } from '../../../src/extract/spans.ts';
import { findNames, wordEnd } from '../../../src/extract/stages/find-names.ts';
import { segmentText } from '../../../src/extract/stages/segment-text.ts';
import type { Lang } from '../../../src/shared/ontology.ts';

function names(text: string, lang: Lang): string[] {
  const spans = new SpanSet();
  findNames(text, lang, segmentText(text), spans);
  return spans.sorted().map((span) => text.slice(span.start, span.end));
}

describe('in English: capitals or digits inside a word, runs of capitalised words', () => {
  test.each<[string, string[]]>([
    ['We propose SkyGraph for routing.', ['SkyGraph']],
    ['The model beats GPT-4o, then Qwen2.5-VL-7B.', ['GPT-4o', 'Qwen2.5-VL-7B']],
    ['Group Relative Policy Optimization works.', ['Group Relative Policy Optimization']],
    ['Latent Semantic Probing of Large Models', ['Latent Semantic Probing of Large Models']],
    ['Claude 3.5 Sonnet is strong.', ['Claude 3.5 Sonnet']],
    ['it uses LoRA, RAG and DPO', ['LoRA', 'RAG and DPO', 'RAG', 'DPO']],
    ['GigaBrain-0.5M* is here', ['GigaBrain-0.5M*']],
    ['a wav2vec2 encoder', ['wav2vec2']],
    ['Results show gains.', []],
    ['Ridges are long.', []],
    ['state-of-the-art reasoning', []],
    ['the 1st 3x 24fps clip', []],
    ['', []],
  ])('%j', (text, found) => {
    expect(names(text, 'en')).toEqual(found);
  });
});

describe('in Chinese: every Latin run is a name until shown otherwise', () => {
  test.each<[string, string[]]>([
    ['我们提出 SkyGraph 框架。', ['SkyGraph']],
    ['基于GRPO的训练', ['GRPO']],
    ['采用test-time scaling方法', ['test-time scaling']],
    ['在GPT-4o、Qwen3-8B上', ['GPT-4o', 'Qwen3-8B']],
    ['提升了3个点', []],
    ['没有拉丁字母。', []],
  ])('%j', (text, found) => {
    expect(names(text, 'zh')).toEqual(found);
  });
});

describe('where a word ends', () => {
  test.each([
    ['Qwen2.5-VL, x', 'Qwen2.5-VL'],
    ['end. Next', 'end'],
    ['C++ is', 'C++'],
    ['HumanEval+ is', 'HumanEval+'],
    ['a--b', 'a'],
    ["don't stop", "don't"],
    ['snake_case x', 'snake_case'],
  ])('%j', (text, word) => {
    expect(text.slice(0, wordEnd(text, 0, text.length))).toBe(word);
  });
});
