// Ids, dates and languages of papers.
import { describe, expect, test } from 'vitest';
import { arxivId, detectLang, findDate, findWeekEnd, paperId, unwrap } from '../../../src/ingest/paper-facts.ts';

describe('the arXiv id in', () => {
  test.each([
    ['https://arxiv.org/abs/2603.00101v3', '2603.00101'],
    ['https://arxiv.org/pdf/2603.00101.pdf', '2603.00101'],
    ['https://huggingface.co/papers/2603.00101', '2603.00101'],
    ['2603.00101', '2603.00101'],
    ['hep-th/9901001v2', 'hep-th/9901001'],
    ['math.GT/0309136', 'math.GT/0309136'],
    ['https://example.org/1234', null],
    ['12603.001012', null],
    ['v1.2603.00101', null],
    ['', null],
  ])('%s', (text, id) => {
    expect(arxivId(text)).toBe(id);
  });
});

test('without one, an id follows from the address, else from title and date', () => {
  const facts = { url: 'https://example.org/a', title: 'A', date: '2026-03-01' };
  expect(paperId(facts)).toMatch(/^u-[0-9a-f]{14}$/);
  expect(paperId({ ...facts, title: 'B' })).toBe(paperId(facts));
  expect(paperId({ ...facts, url: '' })).toMatch(/^t-[0-9a-f]{14}$/);
  expect(paperId({ ...facts, url: '', title: 'B' })).not.toBe(paperId({ ...facts, url: '' }));
  expect(paperId({ ...facts, id: ' note-7 ' })).toBe('note-7');
});

describe('the date in', () => {
  test.each([
    ['Daily 2026-02-14', '2026-02-14'],
    ['2026/2/4', '2026-02-04'],
    ['2026年2月14日', '2026-02-14'],
    ['2026.12.01', '2026-12-01'],
    ['2026-13-01', ''],
    ['12026-02-14', ''],
    ['2026-02-145', ''],
    ['no date', ''],
  ])('%s', (text, date) => {
    expect(findDate(text)).toBe(date);
  });
});

describe('the last day of the week in', () => {
  test.each([
    ['(December 22 - December 28) - 2025', '2025-12-28'],
    ['Dec 22-28, 2025', '2025-12-28'],
    ['Jan 30 – Feb 5, 2026', '2026-02-05'],
    ['2026-02-14', ''],
  ])('%s', (text, date) => {
    expect(findWeekEnd(text)).toBe(date);
  });
});

describe('the language of', () => {
  test.each([
    ['本文提出 SkyGraph，在 AIME 2025 上优于 GPT-4o 和 Qwen2.5-VL-7B-Instruct。', 'zh'],
    ['We propose SkyGraph (天图), which routes tokens over graphs at inference time.', 'en'],
    ['', 'en'],
    ['12345', 'en'],
    ['图', 'zh'],
  ])('%s', (text, lang) => {
    expect(detectLang(text)).toBe(lang);
  });
});

test('hard-wrapped lines are joined, paragraphs stay', () => {
  expect(unwrap('  one\ntwo\n  \n\nthree  four\n')).toBe('one two\n\nthree four');
});
