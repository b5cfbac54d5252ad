// What holds for every mention and result of every bundled sample, with both readers.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/ingest/read-source.ts';
import { openReader, type ReaderMode } from '../../../src/pipeline/open-reader.ts';
import type { Evidence } from '../../../src/shared/evidence.ts';
import { extractionSchema, type PaperText } from '../../../src/shared/paper.ts';

const SAMPLES = new URL('../../../samples/', import.meta.url);
const PAPERS: readonly PaperText[] = readdirSync(SAMPLES)
  .filter((file) => file !== 'README.md')
  .sort()
  .flatMap((file) => readSource(file, readFileSync(new URL(file, SAMPLES))).papers);

/** What is wrong with the evidence, if anything. */
function faultsOf(text: string, e: Evidence): string[] {
  const sentenceEnd = e.sentenceStart + e.sentence.length;
  return Object.entries({
    'the quote is not the text': text.slice(e.start, e.end) !== e.quote,
    'the sentence is not the text': text.slice(e.sentenceStart, sentenceEnd) !== e.sentence,
    'the mark is empty': e.markStart >= e.markEnd,
    'the mark is outside the quote': e.markStart < e.start || e.markEnd > e.end,
    'the quote is outside the sentence': e.start < e.sentenceStart || e.end > sentenceEnd,
    'half a surrogate pair': e.quote.toWellFormed() !== e.quote,
  }).flatMap(([fault, holds]) => (holds ? [`${fault}: ${JSON.stringify(e.quote)}`] : []));
}

test('there are samples in both languages', () => {
  expect(PAPERS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(PAPERS.map(({ lang }) => lang))).toEqual(new Set(['zh', 'en']));
});

describe.each<ReaderMode>(['rules', 'full'])('the %s reader', (mode) => {
  const { reader } = openReader({ mode });
  const readings = PAPERS.map((paper) => ({ paper, reading: reader.read(paper) }));

  test('gives what the schema says, with names and ids', () => {
    expect(readings.filter(({ reading }) => !extractionSchema.safeParse(reading).success)).toEqual([]);
    expect(
      readings.flatMap(({ reading }) => reading.mentions.filter((m) => m.name === '' || /:$/.test(m.id) || m.aliases.length === 0)),
    ).toEqual([]);
  });

  test('every mention proves itself: quote in the text, mark in the quote, quote in the sentence', () => {
    expect(
      readings.flatMap(({ paper, reading }) =>
        reading.mentions.flatMap((m) => faultsOf(paper.text, m.evidence).map((fault) => `${paper.id} ${m.name}: ${fault}`)),
      ),
    ).toEqual([]);
  });

  test('every result proves itself, and its value stands in the text', () => {
    expect(
      readings.flatMap(({ paper, reading }) =>
        reading.results.flatMap((r) => faultsOf(paper.text, r.evidence).map((fault) => `${paper.id} ${r.value}: ${fault}`)),
      ),
    ).toEqual([]);
    expect(
      readings.flatMap(({ paper, reading }) =>
        reading.results.filter((r) => !paper.text.includes(r.value)).map((r) => `${paper.id} ${r.value}`),
      ),
    ).toEqual([]);
  });

  test('no mention stands twice, and nothing is proposed and compared with at once', () => {
    const bad = readings.flatMap(({ paper, reading }) => {
      const keys = reading.mentions.map((m) => `${m.type}/${m.role} ${m.id}`);
      const doubled = keys.filter((key, i) => keys.indexOf(key) !== i);
      const torn = reading.mentions.filter((m) => m.role === 'proposes' && keys.includes(`${m.type}/compares ${m.id}`)).map((m) => m.id);
      return [...doubled, ...torn].map((what) => `${paper.id} ${what}`);
    });
    expect(bad).toEqual([]);
  });

  test('the same text gives byte-identical JSON, in any order and from a fresh reader', () => {
    const fresh = openReader({ mode }).reader;
    const again = [...PAPERS]
      .reverse()
      .map((paper) => JSON.stringify(fresh.read(paper)))
      .reverse();
    expect(again).toEqual(readings.map(({ reading }) => JSON.stringify(reading)));
  });
});
