// One family or contest, several members: "Qwen3-4B/8B", "Qwen2.5 的 3B、7B", "AIME 2024/2025".
import { describe, expect, test } from 'vitest';
import { foldText } from '../../../src/extract/folded-text.ts';
import { SpanSet } from '../../../src/extract/spans.ts';
import { findLexicon } from '../../../src/extract/stages/find-lexicon.ts';
import { findSizes } from '../../../src/extract/stages/find-sizes.ts';
import { RESOLVER } from '../resolve/make-resolver.ts';
import { LEXICON } from './make-lexicon.ts';

function members(text: string): string[] {
  const spans = new SpanSet();
  findSizes(text, findLexicon(text, foldText(text), LEXICON, spans), spans);
  return spans
    .sorted()
    .flatMap(({ name, entries }) => (name === undefined ? [] : [RESOLVER.resolve(entries[0]?.type ?? 'model', name).id]))
    .sort();
}

describe('members named by', () => {
  test.each<[string, string[]]>([
    ['using Qwen3-4B/8B', ['model:qwen3-8b']],
    ['Qwen2.5的3B、7B和32B版本', ['model:qwen2.5-32b', 'model:qwen2.5-3b', 'model:qwen2.5-7b']],
    ['基于 QwenVL-2.5 的 3B, 7B', ['model:qwen2.5-vl-3b', 'model:qwen2.5-vl-7b']],
    ['Qwen 2.5 (3B, 7B)', ['model:qwen2.5-3b', 'model:qwen2.5-7b']],
    ['AIME 2024/2025', ['benchmark:aime-2025']],
    ['AIME24和25', ['benchmark:aime-2025']],
    ['AIME 2024 and 25.3 points', []],
    ['Qwen3 with 4 GPUs', []],
    ['Qwen3-8B alone', []],
  ])('%s', (text, ids) => {
    expect(members(text)).toEqual(ids);
  });
});
