// The CRF at work: a paper's text in, spans with a probability for every kind out. Deterministic, linear in the text.
import type { Segments } from '../stages/segment-text.ts';
import {
  type CrfPaper,
  type FeatureReader,
  GROUPS,
  type LexiconSpan,
  MAX_FEATURES,
  type PlacedTokens,
  placedTokens,
  readFeatures,
} from './features.ts';
import { GroupCache } from './group-cache.ts';
import { ATOMS, BEGIN, INSIDE, KINDS, LABELS, STATES, scoreLabels, separators, TRANSITION } from './labels.ts';
import { expTransitions, Lattice } from './lattice.ts';
import { TOKEN } from './tokenize.ts';
import { FILTER_BITS, PLACE_BITS, unpackWeights } from './weights.ts';

export interface CrfSpan {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** By number of the kind in MENTION_KINDS; the rest to 1 is the probability that this is no mention of just these bounds. */
  readonly probs: Float32Array;
}

export interface Crf {
  read(paper: CrfPaper, segments: Segments, lexicon: readonly LexiconSpan[]): CrfSpan[];
}

/** A sequence ends with its sentence, or here. */
const LONGEST = 256;
/** Spans of at least this probability over all kinds are proposed; kinds and prefixes below `FAINT` are not followed. */
const PROPOSED = 0.08;
const FAINT = 0.004;
/** No span is longer, in tokens; and what goes on without a sentence's end for longer than this is no prose: its rest is not read. */
const LONGEST_SPAN = 48;
const LONGEST_SENTENCE = 2048;

/**
 * Cuts tokens into sequences: calls `each` with from and length. A sequence of numbers and signs alone has no name in it; what
 * goes on for longer than LONGEST_SENTENCE without a sentence's end is no prose, and its rest is left to the other stages.
 */
export function eachSequence(text: string, { tokens, places }: PlacedTokens, each: (from: number, length: number) => void): void {
  const { sentence } = places;
  const n = tokens.length;
  let start = 0;
  for (let from = 0; from < n; ) {
    if (from > 0 && endsSentence(text, tokens.end[from - 1] as number)) start = from;
    let named = false;
    let to = from;
    for (; to < n && sentence[to] === sentence[from] && to - from < LONGEST; to++) {
      const kind = tokens.kind[to];
      named ||= kind === TOKEN.word || kind === TOKEN.han;
    }
    if (named && from - start < LONGEST_SENTENCE) each(from, to - from);
    from = to;
  }
}

/** Without the tokens after the last sequence: a text that never ends, or of signs alone, is not looked at to its end. */
function readable(text: string, { tokens, places }: PlacedTokens): PlacedTokens {
  let end = 0;
  eachSequence(text, { tokens, places }, (from, length) => {
    end = from + length;
  });
  return { tokens: { ...tokens, length: end }, places };
}

/** Whether the characters before `end` close a sentence or a line; quotes and brackets may stand after the full stop. */
function endsSentence(text: string, end: number): boolean {
  for (let i = end - 1; i >= Math.max(0, end - 3); i--) {
    const char = text.charAt(i);
    if ('.!?;。！？；…\n\r'.includes(char)) return true;
    if (!'"\'”’」』)）]】*'.includes(char)) return false;
  }
  return false;
}

type Seven = [number, number, number, number, number, number, number];

export function createCrf(bytes: Uint8Array | ArrayBuffer): Crf {
  const model = unpackWeights(bytes);
  const { filter, slots, slotMask, rows, weightOf } = model;
  const places = new Int32Array(MAX_FEATURES);
  const placeMask = (1 << PLACE_BITS) - 1;
  const x = expTransitions(model.transitions);
  const lattice = new Lattice();
  lattice.floor = -14;
  const features = new Uint32Array(MAX_FEATURES);
  const sums = new Float64Array(ATOMS);
  const part = new Float64Array(ATOMS);

  const kept = new GroupCache();
  const { vectors } = kept;
  const keys = new Int32Array(2 * GROUPS);

  const from = new Int32Array(GROUPS);

  function scoreToken(reader: FeatureReader, i: number, at: number): void {
    reader.groupKeys(i, keys);
    for (let group = 0; group < GROUPS; group++) {
      const a = keys[2 * group] as number;
      const b = keys[2 * group + 1] as number;
      const place = kept.place(group, a, b);
      from[group] = place * ATOMS;
      if (kept.holds(place, a, b)) continue;
      for (let k = 0; k < ATOMS; k++) part[k] = 0;
      addWeights(reader.fillGroup(group, i, features), part);
      for (let k = 0; k < ATOMS; k++) vectors[place * ATOMS + k] = part[k] as number;
    }
    const [f0, f1, f2, f3, f4, f5, f6] = [from[0], from[1], from[2], from[3], from[4], from[5], from[6]] as Seven;
    for (let a = 0; a < ATOMS; a++)
      sums[a] =
        (vectors[f0 + a] as number) +
        (vectors[f1 + a] as number) +
        (vectors[f2 + a] as number) +
        (vectors[f3 + a] as number) +
        (vectors[f4 + a] as number) +
        (vectors[f5 + a] as number) +
        (vectors[f6 + a] as number);
    addWeights(reader.fillRest(i, features), sums);
    scoreLabels(sums, lattice.scores, at);
  }

  /** Adds the weights of the first `count` features. In three rounds, so that the waits for memory overlap: slots, rows, weights. */
  function addWeights(count: number, into: Float64Array): void {
    let likely = 0;
    for (let f = 0; f < count; f++) {
      const hash = features[f] as number;
      const bit = hash >>> (32 - FILTER_BITS);
      features[likely] = hash;
      likely += ((filter[bit >>> 5] as number) >>> (bit & 31)) & 1;
    }
    for (let f = 0; f < likely; f++) places[f] = slots[((features[f] as number) >>> 8) & slotMask] as number;
    let found = 0;
    for (let f = 0; f < likely; f++) {
      let entry = places[f] as number;
      const hash = features[f] as number;
      const tag = hash & 0xff;
      let slot = (hash >>> 8) & slotMask;
      for (; entry >= 0; slot = (slot + 1) & slotMask, entry = slots[slot] as number) {
        const row = entry & placeMask;
        if (entry >>> PLACE_BITS !== tag || rows[row] !== (hash & 0xffff) || rows[row + 1] !== hash >>> 16) continue;
        places[found++] = row;
        break;
      }
    }
    for (let f = 0; f < found; f++) {
      const row = places[f] as number;
      const stop = row + 3 + (rows[row + 2] as number);
      for (let w = row + 3; w < stop; w++) {
        const packed = rows[w] as number;
        const atom = packed & 255;
        into[atom] = (into[atom] as number) + (weightOf[packed >>> 8] as number);
      }
    }
  }

  function read(paper: CrfPaper, segments: Segments, lexicon: readonly LexiconSpan[]): CrfSpan[] {
    const placed = readable(paper.text, placedTokens(paper.text, segments));
    const { tokens } = placed;
    const spans: CrfSpan[] = [];
    if (tokens.length === 0) return spans;
    const reader = readFeatures(paper, placed, lexicon);
    const seps = separators(tokens);
    eachSequence(paper.text, placed, (from, length) => {
      lattice.reserve(length);
      for (let t = 0; t < length; t++) scoreToken(reader, from + t, t * LABELS);
      lattice.exponentiate(length);
      lattice.forward(length, x, seps, from, null);
      lattice.backward(length, x, seps, from, null);
      for (const [key, probs] of findSpans(lattice, x, length)) {
        let sum = 0;
        for (let k = 0; k < KINDS; k++) sum += probs[k] as number;
        if (sum < PROPOSED) continue;
        const first = from + ((key / 4096) | 0);
        const last = from + (key % 4096);
        spans.push({ start: tokens.start[first] ?? 0, end: tokens.end[last] ?? 0, probs });
      }
    });
    return spans.sort((a, b) => a.start - b.start || a.end - b.end);
  }
  return { read };
}

/** Exact probabilities of spans: start where begins are likely, extend while the prefix is. Keys: start * 4096 + last token. */
function findSpans(lattice: Lattice, x: Float64Array, n: number): Map<number, Float32Array> {
  const { alpha, beta, scores, scale } = lattice;
  const found = new Map<number, Float32Array>();
  for (let t = 0; t < n; t++) {
    const row = t * STATES + BEGIN;
    for (let k = 0; k < KINDS; k++) {
      let run = alpha[row + k] as number;
      let prefix = run * (beta[row + k] as number);
      if (prefix < FAINT) continue;
      for (let e = t; ; e++) {
        const more = e + 1 < n && e - t < LONGEST_SPAN;
        if (more)
          run *=
            ((x[(e === t ? TRANSITION.beginToInside : TRANSITION.insideToInside) + k] as number) *
              (scores[(e + 1) * LABELS + INSIDE + k] as number)) /
            (scale[e + 1] as number);
        const longer = more ? run * (beta[(e + 1) * STATES + INSIDE + k] as number) : 0;
        const here = prefix - longer;
        if (here >= FAINT) {
          const key = t * 4096 + e;
          let probs = found.get(key);
          if (!probs) {
            probs = new Float32Array(KINDS);
            found.set(key, probs);
          }
          probs[k] = Math.min(here, 1);
        }
        if (longer < FAINT) break;
        prefix = longer;
      }
    }
  }
  return found;
}
