// What stands around a token: brackets, bold and quotes, cue words to both sides, and what its other occurrences say.
import { isNamey } from './shapes.ts';
import { TOKEN, type Tokens } from './tokenize.ts';

const PARENTHESIS = 1;
const SQUARE = 2;
const BOLD = 4;
const QUOTE = 8;
const CODE = 16;

/** Bits of what encloses a token; brackets and quotes end with the sentence. */
export function bracketing(text: string, tokens: Tokens, sentence: Int32Array): Uint8Array {
  const bits = new Uint8Array(tokens.length);
  let state = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (i > 0 && sentence[i] !== sentence[i - 1]) state = tokens.kind[i] === TOKEN.newline ? 0 : state & BOLD;
    if (tokens.kind[i] === TOKEN.punctuation) {
      const c = text.charAt(tokens.start[i] ?? 0);
      if (c === '(' || c === '（') state |= PARENTHESIS;
      else if (c === ')' || c === '）') state &= ~PARENTHESIS;
      else if (c === '[' || c === '【' || c === '《') state |= SQUARE;
      else if (c === ']' || c === '】' || c === '》') state &= ~SQUARE;
      else if (c === '“' || c === '「') state |= QUOTE;
      else if (c === '”' || c === '」') state &= ~QUOTE;
      else if (c === '"') state ^= QUOTE;
      else if (c === '`') state ^= CODE;
      else if (c === '*' && text.charAt((tokens.start[i] ?? 0) + 1) === '*') state ^= BOLD;
    }
    bits[i] = state;
  }
  return bits;
}

export interface NearestCues {
  /** Class of the nearest cue to the left and to the right in the sentence, and of the nearest other one to the left. */
  readonly left: Uint8Array;
  readonly left2: Uint8Array;
  readonly right: Uint8Array;
  /** Tokens between, in five steps, times the clauses between (0, 1, 2 or more). */
  readonly leftDistance: Uint8Array;
  readonly rightDistance: Uint8Array;
  /** All classes to the left and right in the sentence, as bits. */
  readonly sentenceLeft: Int32Array;
  readonly sentenceRight: Int32Array;
}

const CLAUSE = /[,，;；:：—]/;
const step = (d: number): number => (d <= 1 ? 0 : d <= 2 ? 1 : d <= 5 ? 2 : d <= 12 ? 3 : 4);

export function nearestCues(text: string, tokens: Tokens, cues: Uint8Array, sentence: Int32Array): NearestCues {
  const n = tokens.length;
  const left2 = new Uint8Array(n);
  const one = (from: number, to: number, by: number, second: Uint8Array | null): [Uint8Array, Uint8Array, Int32Array] => {
    const nearest = new Uint8Array(n);
    const distance = new Uint8Array(n);
    const all = new Int32Array(n);
    let cue = 0;
    let other = 0;
    let at = 0;
    let clauses = 0;
    let bits = 0;
    for (let i = from; i !== to; i += by) {
      if (i !== from && sentence[i] !== sentence[i - by]) cue = other = clauses = bits = 0;
      nearest[i] = cue;
      if (second) second[i] = other;
      if (cue) distance[i] = step(Math.abs(i - at)) * 3 + Math.min(clauses, 2) + 1;
      all[i] = bits;
      const here = cues[i] ?? 0;
      if (here) {
        if (here !== cue) other = cue;
        cue = here;
        at = i;
        clauses = 0;
        bits |= 1 << here;
      } else if (tokens.kind[i] === TOKEN.punctuation && CLAUSE.test(text.charAt(tokens.start[i] ?? 0))) clauses++;
    }
    return [nearest, distance, all];
  };
  const [left, leftDistance, sentenceLeft] = one(0, n, 1, left2);
  const [right, rightDistance, sentenceRight] =
    n > 0 ? one(n - 1, -1, -1, null) : [new Uint8Array(0), new Uint8Array(0), new Int32Array(0)];
  return { left, left2, right, leftDistance, rightDistance, sentenceLeft, sentenceRight };
}

export interface DocumentMarks {
  /** How often the word occurs, and for words that look like names: cues next to any occurrence, and what encloses one. */
  readonly count: Uint16Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly wrap: Uint8Array;
}

/** Distances up to here are close: at most five tokens and no clause between. */
const isClose = (d: number): boolean => d >= 1 && d <= 9 && (d - 1) % 3 === 0;

export function repeated(tokens: Tokens, coarse: Uint8Array, near: NearestCues, wrap: Uint8Array): DocumentMarks {
  const n = tokens.length;
  const marks = { count: new Uint16Array(n), left: new Int32Array(n), right: new Int32Array(n), wrap: new Uint8Array(n) };
  let size = 16;
  while (size < n * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const firstOf = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const word = tokens.word[i] ?? 0;
    let slot = (Math.imul(word, 0x9e3779b1) >>> 7) & (size - 1);
    let first = slots[slot] ?? -1;
    while (first >= 0 && tokens.word[first] !== word) {
      slot = (slot + 1) & (size - 1);
      first = slots[slot] ?? -1;
    }
    if (first < 0) slots[slot] = first = i;
    firstOf[i] = first;
    marks.count[first] = Math.min((marks.count[first] ?? 0) + 1, 60000);
    if (!isNamey(coarse[i] ?? 0)) continue;
    if (isClose(near.leftDistance[i] ?? 0)) marks.left[first] = (marks.left[first] ?? 0) | (1 << (near.left[i] ?? 0));
    if (isClose(near.rightDistance[i] ?? 0)) marks.right[first] = (marks.right[first] ?? 0) | (1 << (near.right[i] ?? 0));
    marks.wrap[first] = (marks.wrap[first] ?? 0) | (wrap[i] ?? 0);
  }
  for (let i = 0; i < n; i++) {
    const first = firstOf[i] ?? i;
    marks.count[i] = marks.count[first] ?? 1;
    if (!isNamey(coarse[i] ?? 0)) continue;
    marks.left[i] = marks.left[first] ?? 0;
    marks.right[i] = marks.right[first] ?? 0;
    marks.wrap[i] = marks.wrap[first] ?? 0;
  }
  return marks;
}
