// Cuts a text into the tokens the CRF labels: names and words whole, Han characters and punctuation one each. Linear time.

/** What a token is made of. */
export const TOKEN = { word: 0, number: 1, han: 2, punctuation: 3, newline: 4 } as const;

export interface Tokens {
  readonly length: number;
  /** UTF-16 offsets into the text, half-open. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  /** Hash of the token in lower case: equal hashes are taken for equal words. */
  readonly word: Int32Array;
  /** The same with case kept. */
  readonly exact: Int32Array;
}

const OTHER = 0;
const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
const HAN = 4;
const SPACE = 5;
const NEWLINE = 6;

/** Class of every UTF-16 code unit, worked out once. */
const CLASSES = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code++) CLASSES[code] = classOf(code);

function classOf(code: number): number {
  if (code === 10 || code === 13) return NEWLINE;
  if (code <= 32 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b) || code === 0xfeff) return SPACE;
  if (code >= 48 && code <= 57) return DIGIT;
  if (code >= 65 && code <= 90) return UPPER;
  if (code >= 97 && code <= 122) return LOWER;
  if (code < 0xaa) return OTHER;
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0x3040 && code <= 0x30ff)) return HAN;
  if (code >= 0xd800 && code <= 0xdfff) return OTHER;
  const char = String.fromCharCode(code);
  if (/\p{Lu}/u.test(char)) return UPPER;
  if (/[\p{L}\p{M}]/u.test(char)) return LOWER;
  return /[\p{Nd}\p{No}]/u.test(char) ? DIGIT : OTHER;
}

export const isUpperCode = (code: number): boolean => CLASSES[code] === UPPER;
export const isDigitCode = (code: number): boolean => CLASSES[code] === DIGIT;
const isAlnum = (code: number): boolean => {
  const c = CLASSES[code] ?? OTHER;
  return c >= LOWER && c <= DIGIT;
};

/** Endings that make an adjective of a name: "GRPO-based" is the name, a hyphen and a word. */
const ADJECTIVE =
  /^(?:based|style|styled|trained|tuned|finetuned|level|driven|like|guided|specific|related|free|generated|enhanced|augmented|powered|only|type|oriented|conditioned|optimized|initialized|derived|wise|scale|class|bench-style)$/;
const HYPHEN = 45;
const NB_HYPHEN = 0x2011;

export function tokenize(text: string): Tokens {
  const n = text.length;
  const start = new Int32Array(n);
  const end = new Int32Array(n);
  const kind = new Uint8Array(n);
  const word = new Int32Array(n);
  const exact = new Int32Array(n);
  let count = 0;
  const push = (from: number, to: number, what: number): void => {
    start[count] = from;
    end[count] = to;
    kind[count] = what;
    exact[count] = hash(text, from, to);
    word[count++] = hashLower(text, from, to);
  };
  let i = 0;
  while (i < n) {
    const c = CLASSES[text.charCodeAt(i)] ?? OTHER;
    if (c === SPACE) i++;
    else if (c >= LOWER && c <= DIGIT) {
      const to = wordEnd(text, i, n);
      const cut = c === DIGIT ? to : adjectiveCut(text, i, to);
      push(i, cut, isNumber(text, i, cut) ? TOKEN.number : TOKEN.word);
      if (cut < to) {
        push(cut, cut + 1, TOKEN.punctuation);
        push(cut + 1, to, TOKEN.word);
      }
      i = to;
    } else {
      // A pair of surrogates is one sign.
      const code = text.charCodeAt(i);
      const to = code >= 0xd800 && code <= 0xdbff && i + 1 < n ? i + 2 : i + 1;
      push(i, to, c === HAN ? TOKEN.han : c === NEWLINE ? TOKEN.newline : TOKEN.punctuation);
      i = to;
    }
  }
  return {
    length: count,
    start: start.subarray(0, count),
    end: end.subarray(0, count),
    kind: kind.subarray(0, count),
    word: word.subarray(0, count),
    exact: exact.subarray(0, count),
  };
}

function wordEnd(text: string, from: number, n: number): number {
  let i = from + 1;
  while (i < n) {
    const code = text.charCodeAt(i);
    if (isAlnum(code)) i++;
    else if (code === HYPHEN || code === NB_HYPHEN || code === 95) {
      if (i + 1 < n && isAlnum(text.charCodeAt(i + 1))) i += 2;
      else break;
    } else if (code === 46) {
      // "Qwen2.5" and "v1.5", but not "done.The".
      if (i + 1 < n && isDigitCode(text.charCodeAt(i + 1))) i += 2;
      else break;
    } else if (code === 43) {
      // "VBench++", "A+B": a plus belongs to the name it follows.
      i++;
    } else break;
  }
  return i;
}

/** Where an adjective's ending is cut off, or `to`. */
function adjectiveCut(text: string, from: number, to: number): number {
  let at = to - 1;
  const stop = Math.max(from, to - 13);
  while (at > stop && text.charCodeAt(at) !== HYPHEN) at--;
  return at > from && text.charCodeAt(at) === HYPHEN && ADJECTIVE.test(text.slice(at + 1, to)) ? at : to;
}

function isNumber(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (!isDigitCode(code) && code !== 46) return false;
  }
  return true;
}

/** FNV-1a over the lower-case characters; full-width Latin counts as plain. */
export function hashLower(text: string, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0;
    if (code >= 65 && code <= 90) code += 32;
    else if (code === NB_HYPHEN) code = HYPHEN;
    h = Math.imul(h ^ code, 0x01000193);
  }
  h ^= h >>> 15;
  return Math.imul(h, 0x2c1b3c6d);
}

function hash(text: string, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}
