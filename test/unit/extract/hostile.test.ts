// Nothing in the reader grows faster than the text: what makes regular expressions and window searches stumble, over and over.
import { describe, expect, test } from 'vitest';
import { openReader, type ReaderMode } from '../../../src/pipeline/open-reader.ts';
import type { Lang } from '../../../src/shared/ontology.ts';
import { leastProcessorMs, processorMs } from '../processor-time.ts';

const PIECES = [
  '(',
  ')',
  '()',
  '（',
  '[',
  '{',
  '"',
  '“',
  '「',
  '*',
  '**',
  '_',
  '`',
  '#',
  '# ',
  '|',
  '-',
  '- ',
  'a-',
  'a.',
  'a_',
  '.',
  '。',
  ',',
  '、',
  ':',
  '：',
  ' ',
  '\t',
  '\u00a0',
  '\u3000',
  '\n',
  '\r\n',
  '/',
  '\\',
  '$',
  '0',
  '1.',
  '1,',
  '9%',
  '7B ',
  '7B/',
  '+',
  '<',
  '\u0000',
  '\ud800',
  'é',
  '\u0301',
  '𝛼',
  'a',
  'A',
  'a ',
  'A ',
  'Aa ',
  'Abc',
  '测',
  '提出',
  '提出了',
  '和',
  '在',
  '的',
  '称为',
  'called ',
  'we call it ',
  'A (B) ',
  '甲（A）',
  'a (a',
  'aaaaaaaaaaaa (aaab) ',
  'GRPO',
  'GRPO ',
  'GRPO、',
  'GRPO(',
  'Qwen2.5',
  'Qwen2.5-7B、',
  'AIME 2024/',
  '**A**',
  '**A',
  '“A”',
  '“A',
  '提出GRPO在AIME上提升3.5%',
  'outperforms GRPO by 3.1% on AIME 2025, ',
  'ordinary English words of no meaning ',
  '应用领域：',
  '### 应用领域\n',
  '标签：A、B；',
  'Results: ',
];
/** What the reader promises: a megabyte of these takes less than a second. */
const LIMIT_MS = 1000;
const WITHIN_A_SECOND = ['(', '提出', 'a-', '“', '、', 'Aa1', '\n'];

describe.each<ReaderMode>(['rules', 'full'])('the %s reader', (mode) => {
  const { reader } = openReader({ mode });
  const read = (text: string, lang: Lang = 'en'): unknown =>
    reader.read({ id: 'x', title: text.slice(0, 200), date: '', url: '', lang, text });
  const fill = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  read('We propose SkyGraph (SG) on AIME 2025. 我们提出天图。');

  test.each(WITHIN_A_SECOND.map((piece) => [JSON.stringify(piece), piece] as const))('a megabyte of %s', (_shown, piece) => {
    const text = fill(piece, 1_000_000);
    expect(leastProcessorMs(LIMIT_MS, (attempt) => read(text, attempt % 2 === 0 ? 'en' : 'zh'))).toBeLessThan(LIMIT_MS);
  });

  // Four times the text takes four times as long, with room for a collector's pause; what is quadratic takes sixteen times.
  test.each(PIECES.map((piece) => [JSON.stringify(piece), piece] as const))('grows with the text alone: %s', (_shown, piece) => {
    const [once, fourTimes] = [fill(piece, 15_000), fill(piece, 60_000)];
    let ratio = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 3 && ratio > 8; i++)
      ratio = Math.min(
        ratio,
        processorMs(() => read(fourTimes)) /
          Math.max(
            15,
            processorMs(() => read(once)),
          ),
      );
    expect(ratio).toBeLessThan(8);
  });
});
