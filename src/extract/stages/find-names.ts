// Names by their shape, lexicon or not: CamelCase, ACRONYMS, Name-7B, "Latent Semantic Probing". In a Chinese text every
// Latin run is a name until shown otherwise; in an English one it takes capitals or digits inside a word, or a run of
// capitalised words in the middle of a sentence.
import type { Lang } from '../../shared/ontology.ts';
import { isDigit, isLower, isUpper, isWord } from '../characters.ts';
import type { SpanSet } from '../spans.ts';
import type { Segments } from './segment-text.ts';

interface Word {
  readonly start: number;
  readonly end: number;
  /** 3: a name by itself. 2: capitalised. 1: a connecting word. 0: neither. */
  readonly strength: 0 | 1 | 2 | 3;
}

const CONNECTING = new Set([
  'of',
  'for',
  'the',
  'and',
  'to',
  'in',
  'with',
  'on',
  'via',
  'by',
  'as',
  'a',
  'an',
  'from',
  'de',
  'at',
  'is',
  'or',
]);
const SENTENCE_WORDS = new Set([
  'The',
  'This',
  'These',
  'We',
  'Our',
  'In',
  'On',
  'It',
  'A',
  'An',
  'To',
  'For',
  'By',
  'However',
  'Moreover',
  'While',
  'When',
  'As',
  'With',
  'From',
  'Experiments',
  'Results',
  'Extensive',
  'Existing',
  'Recent',
  'Unlike',
  'Despite',
  'Given',
  'Such',
  'Through',
  'Across',
  'Furthermore',
  'Additionally',
  'Finally',
  'First',
  'Second',
  'Third',
  'Specifically',
  'Instead',
  'Although',
  'Here',
  'Both',
  'At',
  'Using',
  'Based',
  'And',
  'But',
  'Code',
  'Project',
  'Table',
  'Figure',
  'Section',
  'Appendix',
  'That',
  'They',
  'Their',
  'If',
  'Then',
  'Also',
  'Key',
  'Introduces',
  'Shows',
  'Proposes',
  'New',
  'One',
  'Two',
  'Three',
]);
const MAX_WORDS = 9;

export function findNames(text: string, lang: Lang, segments: Segments, spans: SpanSet): void {
  for (const sentence of segments.sentences) {
    let run: Word[] = [];
    const flush = (): void => {
      addRun(text, lang, run, sentence.start, spans);
      run = [];
    };
    let i = sentence.start;
    while (i < sentence.end) {
      const code = text.charCodeAt(i);
      if (!isWord(code)) {
        if (code !== 32 || isGap(text, i)) flush();
        i++;
        continue;
      }
      const start = i;
      i = wordEnd(text, i, sentence.end);
      run.push({ start, end: i, strength: strengthOf(text.slice(start, i), start === sentence.start) });
      if (run.length > 40) flush();
    }
    flush();
  }
}

/** Two spaces end a run; one joins. */
const isGap = (text: string, i: number): boolean => text.charCodeAt(i + 1) === 32;

/** Letters and digits, with single dots, hyphens, apostrophes and plus or star marks inside: "Qwen2.5-VL", "C++", "GigaBrain-0.5M*". */
export function wordEnd(text: string, from: number, to: number): number {
  let i = from;
  while (i < to) {
    const code = text.charCodeAt(i);
    if (isWord(code)) i++;
    else if ((code === 45 || code === 46 || code === 39 || code === 95 || code === 0x2011) && isWord(text.charCodeAt(i + 1)) && i > from)
      i++;
    else if ((code === 43 || code === 42) && i > from && text.charCodeAt(i + 1) !== code && !isWord(text.charCodeAt(i + 1))) {
      if (code === 42 && text.charCodeAt(from - 1) === 42) break;
      i++;
    } else if (code === 43 && text.charCodeAt(i + 1) === 43) i += 2;
    else break;
  }
  return Math.min(i, to);
}

function strengthOf(word: string, first: boolean): Word['strength'] {
  if (CONNECTING.has(word)) return 1;
  let upper = 0;
  let lower = 0;
  let digit = 0;
  for (let k = 0; k < word.length; k++) {
    const code = word.charCodeAt(k);
    if (isUpper(code)) upper++;
    else if (isLower(code)) lower++;
    else if (isDigit(code)) digit++;
  }
  if (upper + lower === 0) return 0;
  const startsUpper = isUpper(word.charCodeAt(0));
  if (
    (upper >= 2 && word.length >= 2) ||
    (upper >= 1 && digit >= 1) ||
    (digit >= 1 && lower >= 2 && word.length >= 3 && !/^\d+(?:st|nd|rd|th|x|k|px|fps|hz|ms|gb|mb|kb)$/i.test(word)) ||
    (upper === 1 && !startsUpper && lower >= 1)
  )
    return 3;
  if (startsUpper && lower >= 1) return first && SENTENCE_WORDS.has(word) ? 0 : SENTENCE_WORDS.has(word) ? 1 : 2;
  return 0;
}

function addRun(text: string, lang: Lang, run: readonly Word[], sentenceStart: number, spans: SpanSet): void {
  let i = 0;
  while (i < run.length) {
    const word = run[i];
    if (!word || word.strength < 2) {
      // A lower-case Latin run in a Chinese text is a term quoted from the paper: "test-time scaling".
      if (
        lang === 'zh' &&
        word &&
        word.strength === 0 &&
        i === 0 &&
        run.length <= 6 &&
        run.every((w) => w.strength <= 1) &&
        word.end - word.start >= 3 &&
        /[a-z]/.test(text.slice(word.start, word.end))
      ) {
        const last = run.at(-1);
        if (last && last.strength === 0) spans.add(word.start, last.end, 'shape');
        return;
      }
      i++;
      continue;
    }
    let j = i;
    let end = i;
    while (j + 1 < run.length && j + 1 - i < MAX_WORDS) {
      const next = run[j + 1];
      if (!next) break;
      if (next.strength >= 2 || /^(?:v?\d[\w.]*|\d+[BbM])$/.test(text.slice(next.start, next.end))) {
        j++;
        end = j;
      } else if (next.strength === 1 && (run[j + 2]?.strength ?? 0) >= 2) j++;
      else break;
    }
    const last = run[end];
    if (last) {
      const single = i === end;
      const sentenceInitial = word.start === sentenceStart;
      // One capitalised word at the start of an English sentence says nothing.
      if (!(single && word.strength === 2 && (sentenceInitial || word.end - word.start < 3))) spans.add(word.start, last.end, 'shape');
      // Strong words inside a run of words may be names of their own: "Gemini-3.0-pro and Claude", "GRPO Training".
      if (!single) for (const w of run.slice(i, end + 1)) if (w.strength === 3) spans.add(w.start, w.end, 'shape');
    }
    i = Math.max(j, end) + 1;
  }
}
