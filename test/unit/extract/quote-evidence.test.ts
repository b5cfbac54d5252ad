// The quote: name and cue in one clause, inside its sentence, never cutting a word.
import { describe, expect, test } from 'vitest';
import { findProof, quoteEvidence } from '../../../src/extract/stages/quote-evidence.ts';
import type { Evidence } from '../../../src/shared/evidence.ts';
import type { MentionKind } from '../../../src/shared/ontology.ts';
import { find } from './make-lexicon.ts';

function evidenceOf(text: string, name: string, kind: MentionKind): { readonly rule: string; readonly evidence: Evidence } {
  const found = find(text);
  const candidate = found.candidates.find((c) => c.surfaces.includes(name));
  const proof = candidate ? findProof(kind, found.contextsOf.get(candidate) ?? [], found.segments) : null;
  if (!proof) throw new Error(`${name} is no candidate`);
  return { rule: proof.rule, evidence: quoteEvidence(text, proof.context, found.segments) };
}

describe('the quote of', () => {
  test.each<[string, string, MentionKind, string, string]>([
    [
      'Old ways fail. We propose SkyGraph, which routes tokens. It is fast.',
      'SkyGraph',
      'method/proposes',
      'method/proposes-verb',
      'We propose SkyGraph',
    ],
    ['旧法不行。本文提出SkyGraph，动态选择路径。', 'SkyGraph', 'method/proposes', 'method/proposes-verb', '本文提出SkyGraph'],
    [
      'It runs on maps, and it outperforms DAPO on all of them.',
      'DAPO',
      'method/compares',
      'method/compares-beat',
      'and it outperforms DAPO on all of them.',
    ],
    ['模型训练于FineWeb。', 'FineWeb', 'dataset/trains', 'dataset/trains-on', '模型训练于FineWeb'],
    ['Nothing says more about GRPO here.', 'GRPO', 'method/proposes', 'method/reader', 'Nothing says more about GRPO here.'],
  ])('%s', (text, name, kind, rule, quote) => {
    const { evidence, rule: found } = evidenceOf(text, name, kind);
    expect({ rule: found, quote: evidence.quote, mark: text.slice(evidence.markStart, evidence.markEnd) }).toEqual({
      rule,
      quote,
      mark: name,
    });
  });
});

test('of several places the one that a rule explains is quoted', () => {
  const text = 'GRPO is known. Our recipe builds on GRPO with a new baseline. GRPO again.';
  expect(evidenceOf(text, 'GRPO', 'method/uses').evidence.quote).toBe('Our recipe builds on GRPO with a new baseline.');
});

test('the section is the heading as written', () => {
  expect(evidenceOf('### 实验效果\n在AIME 2025上取得新高。', 'AIME 2025', 'benchmark/evaluates').evidence.section).toBe('实验效果');
});

test('a long clause is cut at words, around name and cue, at about 160 characters', () => {
  const filler = 'slowly '.repeat(60);
  const text = `${filler}we propose SkyGraph ${filler}`.trim();
  const { evidence } = evidenceOf(text, 'SkyGraph', 'method/proposes');
  expect(evidence.quote.length).toBeLessThanOrEqual(160);
  expect(evidence.quote).toContain('propose SkyGraph');
  expect(
    /^\S/.test(evidence.quote) &&
      /\S$/.test(evidence.quote) &&
      evidence.quote.split(' ').every((word) => ['slowly', 'we', 'propose', 'SkyGraph'].includes(word)),
  ).toBe(true);
});

test('a surrogate pair is never cut', () => {
  const text = `${'𝛼'.repeat(200)} we propose SkyGraph ${'𝛼'.repeat(200)}`;
  const { evidence } = evidenceOf(text, 'SkyGraph', 'method/proposes');
  expect(evidence.quote).toBe(evidence.quote.toWellFormed());
});
