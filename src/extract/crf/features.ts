// What the CRF sees of a token: some 70 hashed features, written into a buffer one token at a time. Pure, linear in the text.
import type { Segments } from '../stages/segment-text.ts';
import { bracketing, type DocumentMarks, nearestCues, repeated } from './context.ts';
import { markCues } from './cues.ts';
import { type LexiconSpan, type Places, placeTokens, tagLexicon, titleWords } from './places.ts';
import { affixes, SHAPE, shapes } from './shapes.ts';
import { TOKEN, type Tokens, tokenize } from './tokenize.ts';

export type { LexiconSpan } from './places.ts';

export interface CrfPaper {
  readonly title: string;
  readonly text: string;
  readonly lang: 'zh' | 'en';
}

/** A text cut into tokens, and where each stands. */
export interface PlacedTokens {
  readonly tokens: Tokens;
  readonly places: Places;
}

export function placedTokens(text: string, segments: Segments): PlacedTokens {
  const tokens = tokenize(text);
  return { tokens, places: placeTokens(tokens, segments) };
}

export interface FeatureReader {
  /** Writes the features of token i from out[0] on, returns how many. `out` has room for MAX_FEATURES. */
  fill(i: number, out: Uint32Array): number;
  /**
   * The same in parts. GROUPS parts hang on little and come again and again; two integers a group, written to `keys`, tell
   * one such part from all others.
   */
  groupKeys(i: number, keys: Int32Array): void;
  fillGroup(group: number, i: number, out: Uint32Array): number;
  /** The features of no group. */
  fillRest(i: number, out: Uint32Array): number;
}

export const MAX_FEATURES = 288;
const GROUP = { word: 0, shapes: 1, place: 2, cues: 3, cuesRight: 4, sentenceLeft: 5, sentenceRight: 6 } as const;
export const GROUPS = 7;
const EDGE = 0x51ed270b;

/** What tells the features of one kind from another's: combined with what was seen, then mixed. All hashes are 32-bit integers. */
const S = new Int32Array(192);
for (let i = 0; i < S.length; i++) S[i] = Math.imul(i + 1, 0x9e3779b1);

const pair = (a: number, b: number): number => Math.imul(a ^ (a >>> 15) ^ 0x3c6ef372, 0x2c1b3c6d) ^ Math.imul(b, 0x297a2d39);
const bucket = (n: number): number => (n <= 2 ? n : n <= 4 ? 3 : n <= 8 ? 4 : 5);

export function readFeatures(paper: CrfPaper, { tokens, places }: PlacedTokens, lexicon: readonly LexiconSpan[]): FeatureReader {
  const { text } = paper;
  const n = tokens.length;
  const { word } = tokens;
  const { shape, coarse } = shapes(text, tokens);
  const cues = markCues(tokens);
  const wrap = bracketing(text, tokens, places.sentence);
  const near = nearestCues(text, tokens, cues, places.sentence);
  const marks: DocumentMarks = repeated(tokens, coarse, near, wrap);
  const title = titleWords(paper.title, pair);
  const lexB = new Uint8Array(n);
  const lexI = new Uint8Array(n);
  const lexEnd = new Uint8Array(n);
  tagLexicon(tokens, lexicon, lexB, lexI, lexEnd);
  const language = paper.lang === 'zh' ? 1 : 0;
  const wordAt = (i: number): number => (i < 0 || i >= n ? EDGE : (word[i] ?? 0));
  const shapeAt = (i: number): number => (i < 0 || i >= n ? EDGE : (shape[i] ?? 0));

  function inTitle(i: number): number {
    const w = word[i] ?? 0;
    if (tokens.kind[i] !== TOKEN.han) return title.get(w) ?? 0;
    return Math.max(title.get(pair(wordAt(i - 1), w)) ?? 0, title.get(pair(w, wordAt(i + 1))) ?? 0);
  }

  function groupKeys(i: number, keys: Int32Array): void {
    const c = coarse[i] ?? 0;
    const section = places.section[i] ?? 0;
    const l1 = near.left[i] ?? 0;
    keys[2 * GROUP.word] = word[i] ?? 0;
    keys[2 * GROUP.word + 1] = tokens.exact[i] ?? 0;
    const s = shapeAt(i);
    keys[2 * GROUP.shapes] = pair(shapeAt(i - 1), s);
    keys[2 * GROUP.shapes + 1] = pair(s ^ 0x5bd1e995, shapeAt(i + 1));
    keys[2 * GROUP.place] =
      ((((((((section * 2 + (places.item[i] ?? 0)) * 32 + (wrap[i] ?? 0)) * 4 + (places.lineStart[i] ?? 0)) * 8 +
        bucket(places.sentence[i] ?? 0)) *
        8 +
        bucket(marks.count[i] ?? 1)) *
        2 +
        language) *
        4 +
        inTitle(i)) *
        16 +
        c) |
      0;
    keys[2 * GROUP.place + 1] = 0;
    keys[2 * GROUP.cues] =
      (((section * 2 + (places.item[i] ?? 0)) * 32 + l1) * 32 + (near.left2[i] ?? 0)) * 256 + (near.leftDistance[i] ?? 0) * 16 + c;
    keys[2 * GROUP.cues + 1] = 0;
    keys[2 * GROUP.cuesRight] = ((l1 * 32 + (near.right[i] ?? 0)) * 16 + (near.rightDistance[i] ?? 0)) * 16 + c;
    keys[2 * GROUP.cuesRight + 1] = 0;
    keys[2 * GROUP.sentenceLeft] = near.sentenceLeft[i] ?? 0;
    keys[2 * GROUP.sentenceLeft + 1] = c;
    keys[2 * GROUP.sentenceRight] = near.sentenceRight[i] ?? 0;
    keys[2 * GROUP.sentenceRight + 1] = c;
  }

  /** Writes from out[k] on, not yet mixed; returns where it ends. */
  function writeGroup(group: number, i: number, out: Uint32Array, from: number): number {
    let k = from;
    const c = coarse[i] ?? 0;
    const section = places.section[i] ?? 0;
    const l1 = near.left[i] ?? 0;
    switch (group) {
      case GROUP.word:
        out[k++] = (S[1] as number) ^ c;
        out[k++] = (S[2] as number) ^ wordAt(i);
        out[k++] = (S[21] as number) ^ shapeAt(i);
        if (tokens.kind[i] !== TOKEN.han && c !== SHAPE.punctuation) k = affixes(text, tokens.start[i] ?? 0, tokens.end[i] ?? 0, S, out, k);
        return k;
      case GROUP.shapes: {
        const s = shapeAt(i);
        const sa = shapeAt(i - 1);
        const sb = shapeAt(i + 1);
        out[k++] = (S[22] as number) ^ sa;
        out[k++] = (S[23] as number) ^ sb;
        out[k++] = (S[24] as number) ^ pair(sa, s);
        out[k++] = (S[25] as number) ^ pair(s, sb);
        out[k++] = (S[26] as number) ^ pair(pair(sa, s), sb);
        return k;
      }
      case GROUP.place:
        out[k++] = (S[50] as number) ^ (section * 16 + c);
        out[k++] = (S[52] as number) ^ ((places.item[i] ?? 0) * 16 + c);
        out[k++] = (S[54] as number) ^ ((wrap[i] ?? 0) * 16 + c);
        out[k++] = (S[70] as number) ^ (inTitle(i) * 16 + c);
        out[k++] = (S[72] as number) ^ (bucket(marks.count[i] ?? 1) * 16 + c);
        out[k++] = (S[73] as number) ^ (language * 16 + c);
        out[k++] = (S[74] as number) ^ ((places.lineStart[i] ?? 0) * 16 + c);
        out[k++] = (S[75] as number) ^ (bucket(places.sentence[i] ?? 0) * 16 + c);
        return k;
      case GROUP.cues: {
        const l2 = near.left2[i] ?? 0;
        out[k++] = (S[53] as number) ^ ((places.item[i] ?? 0) * 512 + section * 32 + l1);
        out[k++] = (S[56] as number) ^ (l1 * 64 + (near.leftDistance[i] ?? 0));
        out[k++] = (S[60] as number) ^ (l1 * 32 + l2);
        out[k++] = (S[62] as number) ^ ((l2 * 16 + section) * 16 + c);
        out[k++] = (S[63] as number) ^ ((l1 * 16 + section) * 16 + c);
        return k;
      }
      case GROUP.cuesRight: {
        const r1 = near.right[i] ?? 0;
        out[k++] = (S[57] as number) ^ (r1 * 64 + (near.rightDistance[i] ?? 0));
        out[k++] = (S[61] as number) ^ ((l1 * 32 + r1) * 16 + c);
        return k;
      }
      case GROUP.sentenceLeft:
        return writeBits(S[66] as number, near.sentenceLeft[i] ?? 0, c, out, k);
      default:
        return writeBits(S[67] as number, near.sentenceRight[i] ?? 0, c, out, k);
    }
  }

  function writeRest(i: number, out: Uint32Array, from: number): number {
    let k = from;
    const w = wordAt(i);
    const a1 = wordAt(i - 1);
    const a2 = wordAt(i - 2);
    const a3 = wordAt(i - 3);
    const b1 = wordAt(i + 1);
    const b2 = wordAt(i + 2);
    const b3 = wordAt(i + 3);
    const s = shapeAt(i);
    const c = coarse[i] ?? 0;
    out[k++] = (S[3] as number) ^ a1;
    out[k++] = (S[4] as number) ^ b1;
    out[k++] = (S[5] as number) ^ a2;
    out[k++] = (S[6] as number) ^ b2;
    out[k++] = (S[7] as number) ^ a3;
    out[k++] = (S[8] as number) ^ b3;
    const wa = pair(a1, w);
    const wb = pair(w, b1);
    const aa = pair(a2, a1);
    const bb = pair(b1, b2);
    out[k++] = (S[9] as number) ^ wa;
    out[k++] = (S[10] as number) ^ wb;
    out[k++] = (S[11] as number) ^ aa;
    out[k++] = (S[12] as number) ^ bb;
    out[k++] = (S[13] as number) ^ pair(a1, b1);
    out[k++] = (S[14] as number) ^ pair(aa, w);
    out[k++] = (S[15] as number) ^ pair(wa, b1);
    out[k++] = (S[16] as number) ^ pair(w, bb);
    if (tokens.kind[i] === TOKEN.han) {
      out[k++] = (S[17] as number) ^ pair(pair(a3, aa), w);
      out[k++] = (S[18] as number) ^ pair(w, pair(bb, b3));
    }
    out[k++] = (S[19] as number) ^ pair(a3, aa);
    out[k++] = (S[20] as number) ^ pair(bb, b3);
    out[k++] = (S[27] as number) ^ pair(a1, s);
    out[k++] = (S[28] as number) ^ pair(s, b1);
    out[k++] = (S[29] as number) ^ pair(aa, c);
    out[k++] = (S[30] as number) ^ pair(c, bb);

    const section = places.section[i] ?? 0;
    const l1 = near.left[i] ?? 0;
    const r1 = near.right[i] ?? 0;
    out[k++] = (S[51] as number) ^ pair(w, section);
    out[k++] = (S[55] as number) ^ pair(wrap[i] ?? 0, shapeAt(i - 1));
    out[k++] = (S[58] as number) ^ pair(l1, s);
    out[k++] = (S[59] as number) ^ pair(r1, s);
    out[k++] = (S[64] as number) ^ pair(w, l1);
    out[k++] = (S[65] as number) ^ pair(w, r1);
    const titled = inTitle(i);
    if (titled) out[k++] = (S[71] as number) ^ ((titled * 32 + l1) * 16 + c);
    if ((marks.count[i] ?? 1) > 1) {
      k = writeBits(S[76] as number, marks.left[i] ?? 0, c, out, k);
      k = writeBits(S[77] as number, marks.right[i] ?? 0, c, out, k);
      out[k++] = (S[78] as number) ^ ((marks.wrap[i] ?? 0) * 16 + c);
    }

    const lb = lexB[i] ?? 0;
    const li = lexI[i] ?? 0;
    for (let bits = lb; bits !== 0; bits &= bits - 1) {
      const type = 31 - Math.clz32(bits & -bits);
      out[k++] = (S[80] as number) ^ type;
      out[k++] = (S[81] as number) ^ ((type * 32 + l1) * 32 + r1);
      out[k++] = (S[82] as number) ^ ((type * 16 + section) * 16 + c);
      out[k++] = (S[83] as number) ^ (type * 32 + l1);
    }
    for (let bits = li; bits !== 0; bits &= bits - 1) out[k++] = (S[84] as number) ^ (31 - Math.clz32(bits & -bits));
    if (lexicon.length > 0) {
      out[k++] = (S[85] as number) ^ ((lb * 64 + li) * 64 + (lexEnd[i] ?? 0));
      out[k++] = (S[86] as number) ^ ((lexB[i + 1] ?? 0) * 16 + c);
      out[k++] = (S[87] as number) ^ ((lexEnd[i - 1] ?? 0) * 16 + c);
    }
    return k;
  }

  return {
    groupKeys,
    fillGroup: (group, i, out) => mix(out, writeGroup(group, i, out, 0)),
    fillRest: (i, out) => mix(out, writeRest(i, out, 0)),
    fill: (i, out) => {
      let k = 0;
      for (let group = 0; group < GROUPS; group++) k = writeGroup(group, i, out, k);
      return mix(out, writeRest(i, out, k));
    },
  };
}

/** A feature for each class of cues in a set, with the coarse shape. */
function writeBits(seed: number, set: number, c: number, out: Uint32Array, from: number): number {
  let k = from;
  for (let bits = set; bits !== 0; bits &= bits - 1) out[k++] = seed ^ ((31 - Math.clz32(bits & -bits)) * 16 + c);
  return k;
}

function mix(out: Uint32Array, count: number): number {
  for (let f = 0; f < count; f++) {
    let h = Math.imul(out[f] as number, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    out[f] = h ^ (h >>> 16);
  }
  return count;
}
