// What stands around each span: cue classes to the left and right by distance, its list, its sentence and section.
import { isHan } from '../characters.ts';
import { CUE_CLASSES } from '../rules/cues.ts';
import type { Span } from '../spans.ts';
import type { CueHit } from './find-cues.ts';
import type { Segments } from './segment-text.ts';

export const WINDOWS = ['touchLeft', 'left', 'farLeft', 'touchRight', 'right'] as const;
export type Window = (typeof WINDOWS)[number];

export interface Context {
  readonly span: Span;
  readonly sentence: number;
  /** Bit c of word w: cue class c stands in window w. */
  readonly windows: Int32Array;
  /** Nearest cue to the left and right, for the quote: offsets, or -1. */
  readonly nearestLeft: number;
  readonly nearestRight: number;
  /** Other spans of the same list: "在 A、B 和 C 上". */
  readonly siblings: readonly Span[];
  /** The span stands inside a longer one. */
  readonly inside: boolean;
  /** Bit t: a name of lexicon type t (LEXICON_TYPES) stands inside this span, as a part of it. */
  readonly contains: number;
}

export const LEXICON_TYPES = ['field', 'method', 'model', 'benchmark'] as const;

const JOINT = /^[\s*`"“”'’)）\]]*(?:、|,|，|\/|\+|和|与|及|以及|并|and|or|&|或)?[\s*`"“”'’]*(?:and|以及|the|和|等)?[\s*`"“”'’]*$/u;
/** A list has something between its members: "fine-tune Qwen2.5-7B" is none. */
const SEPARATOR = /[、,，/+&]|[和与及并或]|\b(?:and|or)\b/u;
/** Longer lists are cut: every member looks at all the others. */
const MAX_LIST = 24;
/** Reach of the windows in characters: of Latin text, and of Chinese, whose words are shorter. */
const REACH = { touch: [14, 6], near: [48, 18] } as const;
const WIDEST = 48;
/** Headings belong to the sentence before; a text of nothing but headings is taken in pieces of this many characters. */
const MAX_PIECE = 4000;

export function findContexts(text: string, spans: readonly Span[], cues: readonly CueHit[], segments: Segments): Context[] {
  const contexts: Context[] = [];
  let i = 0;
  let firstCue = 0;
  while (i < spans.length) {
    const sentenceIndex = segments.sentenceAt(spans[i]?.start ?? 0);
    const sentence = segments.sentences[sentenceIndex];
    let j = i;
    const nextStart = segments.sentences[sentenceIndex + 1]?.start ?? Number.MAX_SAFE_INTEGER;
    const first = spans[i]?.start ?? 0;
    const pieceEnd = Math.min(nextStart, first + MAX_PIECE);
    while (j < spans.length && (spans[j]?.start ?? 0) < pieceEnd) j++;
    const here = spans.slice(i, j);
    const from = Math.min(Math.max(sentence?.start ?? 0, first - MAX_PIECE), first);
    const to = here.reduce((end, s) => Math.max(end, s.end), Math.min(sentence?.end ?? text.length, first + MAX_PIECE));
    while (firstCue < cues.length && (cues[firstCue]?.end ?? 0) <= from) firstCue++;
    let lastCue = firstCue;
    while (lastCue < cues.length && (cues[lastCue]?.start ?? 0) < to) lastCue++;
    contextsOfSentence(text, here, cues.slice(firstCue, lastCue), sentenceIndex, contexts);
    i = j;
  }
  return contexts;
}

function contextsOfSentence(text: string, spans: readonly Span[], cues: readonly CueHit[], sentence: number, into: Context[]): void {
  const outer: Span[] = [];
  const inside = new Set<Span>();
  let reach = -1;
  for (const span of spans) {
    if (span.end <= reach && !(outer.at(-1)?.start === span.start && outer.at(-1)?.end === span.end)) inside.add(span);
    else outer.push(span);
    reach = Math.max(reach, span.end);
  }
  // Lists: neighbours with nothing but a comma or "and" between them. A bracketed gloss belongs to the name before it.
  const listOf = new Map<Span, Span[]>();
  let list: Span[] = [];
  for (const span of outer) {
    // Ordinary words ("任务", "tasks", "release") are no members of a list: the cues are among them.
    if (span.sources.has('stop') && span.entries.length === 0) continue;
    const last = list.at(-1);
    const gap = last ? text.slice(last.end, Math.max(last.end, span.start)) : '';
    if (
      last &&
      list.length < MAX_LIST &&
      gap.length <= 12 &&
      (span.start === last.start || (JOINT.test(gap) && SEPARATOR.test(gap)) || (/^\s*[(（]$/.test(gap) && last.linked.includes(span)))
    )
      list.push(span);
    else list = [span];
    listOf.set(span, list);
  }
  // Every span looks only at the cues within reach; what stands anywhere to the left is added up once.
  const byEnd = [...cues].sort((a, b) => a.end - b.end);
  const bitsUpTo = [0];
  for (const cue of byEnd) bitsUpTo.push((bitsUpTo.at(-1) ?? 0) | (1 << cue.cue));
  for (const span of spans) {
    const siblings = (listOf.get(span) ?? [span]).filter((s) => s !== span);
    const edgeLeft = Math.min(span.start, ...siblings.map((s) => s.start));
    const edgeRight = Math.max(span.end, ...siblings.map((s) => s.end));
    const windows = new Int32Array(WINDOWS.length);
    let nearestLeft = -1;
    let nearestRight = -1;
    const left = upperBound(byEnd, (cue) => cue.end <= edgeLeft);
    windows[2] = bitsUpTo[left] ?? 0;
    for (let k = left - 1; k >= 0; k--) {
      const cue = byEnd[k] as CueHit;
      const gap = edgeLeft - cue.end;
      if (gap > WIDEST) break;
      const scale = isHan(text.charCodeAt(cue.start)) ? 1 : 0;
      if (gap <= REACH.touch[scale]) windows[0] = (windows[0] ?? 0) | (1 << cue.cue);
      if (gap <= REACH.near[scale]) {
        windows[1] = (windows[1] ?? 0) | (1 << cue.cue);
        nearestLeft = Math.max(nearestLeft, cue.start);
      }
    }
    for (let k = upperBound(cues, (cue) => cue.start < edgeRight); k < cues.length; k++) {
      const cue = cues[k] as CueHit;
      const gap = cue.start - edgeRight;
      if (gap > WIDEST) break;
      const scale = isHan(text.charCodeAt(cue.start)) ? 1 : 0;
      if (gap <= REACH.touch[scale]) windows[3] = (windows[3] ?? 0) | (1 << cue.cue);
      if (gap <= REACH.near[scale]) {
        windows[4] = (windows[4] ?? 0) | (1 << cue.cue);
        if (nearestRight < 0) nearestRight = cue.end;
      }
    }
    into.push({
      span,
      sentence,
      windows,
      nearestLeft,
      nearestRight,
      siblings,
      inside: inside.has(span),
      contains: typesInside(span, spans),
    });
  }
}

/** How many items at the front fulfil a condition that the rest does not. */
function upperBound<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function typesInside(span: Span, spans: readonly Span[]): number {
  let bits = 0;
  for (const other of spans) {
    if (other.start < span.start || other.end > span.end || other.end - other.start >= span.end - span.start) continue;
    for (const entry of other.entries) bits |= 1 << LEXICON_TYPES.indexOf(entry.type === 'dataset' ? 'benchmark' : entry.type);
  }
  return bits;
}

if (CUE_CLASSES.length > 31) throw new Error('cue classes must fit the bits of a 32-bit integer');
