// Forms of the lexicon in a text: whole words, guards kept, sizes and years taken along.
import { describe, expect, test } from 'vitest';
import { foldText } from '../../../src/extract/folded-text.ts';
import { SpanSet } from '../../../src/extract/spans.ts';
import { findLexicon } from '../../../src/extract/stages/find-lexicon.ts';
import { LEXICON } from './make-lexicon.ts';

/** "words > type:line type:line"; words alone for a stop word. */
function found(text: string): string[] {
  const spans = new SpanSet();
  findLexicon(text, foldText(text), LEXICON, spans);
  return spans
    .sorted()
    .map((span) =>
      [text.slice(span.start, span.end), ...(span.entries.length > 0 ? ['>', ...span.entries.map((e) => `${e.type}:${e.name}`)] : [])].join(
        ' ',
      ),
    );
}

describe('names grow over size, stage, year and version', () => {
  test.each<[string, string[]]>([
    ['基于Qwen2.5-VL-7B微调', ['Qwen2.5-VL-7B > model:Qwen2.5-VL', '微调 > method:Fine-Tuning']],
    ['Llama-3.1-8B-Instruct', ['Llama-3.1-8B-Instruct > model:Llama 3.1']],
    ['Qwen2.5 alone', ['Qwen2.5 > model:Qwen2.5']],
    ['GPT-4.1 ends it.', ['GPT-4.1 > model:GPT-4.1']],
    ['a score on AIME 2025 of 87.3%', ['AIME 2025 > benchmark:AIME 2025']],
    ['LiveCodeBench v6', ['LiveCodeBench v6 > benchmark:LiveCodeBench v6']],
    ['LIBERO-10', ['LIBERO-10 > benchmark:LIBERO-Long']],
    ['τ-bench', ['τ-bench > benchmark:τ-bench']],
    ['π₀', ['π₀ > model:π0']],
  ])('%s', (text, spans) => {
    expect(found(text)).toEqual(spans);
  });
});

describe('whole words only', () => {
  test.each<[string, string[]]>([
    ['the VLMs', ['VLMs > field:Vision-Language Models method:VLM']],
    ['GRPOx', []],
    ['xGRPO', []],
    ['GRPO-based', ['GRPO > method:GRPO']],
    ['采用GRPO训练', ['GRPO > method:GRPO', '训练']],
    ['思维链推理中的思维链', ['思维链推理 > method:Chain-of-Thought', '思维链 > method:Chain-of-Thought']],
    ['PyTorch', ['PyTorch']],
  ])('%s', (text, spans) => {
    expect(found(text)).toEqual(spans);
  });
});

describe('ordinary words are not names', () => {
  test.each<[string, string[]]>([
    ['we act on it', []],
    ['plain math here', []],
    ['they dream of octo', []],
    ['MATH is hard', ['MATH > benchmark:MATH']],
    ['They react. ReAct agents plan.', ['ReAct agents > method:ReAct']],
  ])('%s', (text, spans) => {
    expect(found(text).filter((span) => span.includes('>'))).toEqual(spans);
  });
});

test('a guarded word counts only beside the words that tell it', () => {
  expect(found('Octo is big').filter((s) => s.includes('model:'))).toEqual([]);
  expect(found('Octo moves a robot').filter((s) => s.includes('model:'))).toEqual(['Octo > model:Octo']);
});
