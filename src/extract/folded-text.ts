// A text folded for look-ups (case, compatibility forms, Greek letters; no spaces, hyphens or quotes), with the way back
// to the original offsets. Folding here must agree with `foldName`, which folds the forms that are looked up.
import { foldName } from '../shared/fold.ts';
import { isWord } from './characters.ts';

export interface FoldedText {
  readonly length: number;
  readonly codes: Uint16Array;
  /** Offset in the original text of the character that a folded one comes from. */
  readonly origin: Int32Array;
  /** 1 where a name can begin: the first letter or digit of a Latin run, every other character. */
  readonly starts: Uint8Array;
}

const cache = new Map<number, string>();

function foldCode(code: number, text: string, i: number): string {
  let folded = cache.get(code);
  if (folded === undefined) {
    folded = foldName(text.charAt(i));
    cache.set(code, folded);
  }
  return folded;
}

/** Longest folding of one character: a Greek letter spelled out, a compatibility form such as a ligature. */
const MAX_GROWTH = 18;

export function foldText(text: string): FoldedText {
  let codes = new Uint16Array(text.length + MAX_GROWTH);
  let origin = new Int32Array(text.length + MAX_GROWTH);
  let starts = new Uint8Array(text.length + MAX_GROWTH);
  let n = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (n + MAX_GROWTH > codes.length) {
      codes = grown(codes, Uint16Array);
      origin = grown(origin, Int32Array);
      starts = grown(starts, Uint8Array);
    }
    const lower = code >= 65 && code <= 90 ? code + 32 : code;
    const isLatin = (lower >= 97 && lower <= 122) || (lower >= 48 && lower <= 57);
    if (isLatin || (code >= 0x4e00 && code <= 0x9fff)) {
      starts[n] = isLatin && inWord ? 0 : 1;
      codes[n] = lower;
      origin[n++] = i;
      inWord = isLatin;
    } else if (code !== 32 && code !== 10 && code !== 45) {
      const folded = foldCode(code, text, i);
      for (let k = 0; k < Math.min(folded.length, MAX_GROWTH); k++) {
        starts[n] = k === 0 && !(inWord && isWord(code)) ? 1 : 0;
        codes[n] = folded.charCodeAt(k);
        origin[n++] = i;
      }
      inWord = isWord(code);
    } else inWord = false;
  }
  return { length: n, codes, origin, starts };
}

function grown<A extends Uint8Array | Uint16Array | Int32Array>(array: A, make: new (length: number) => A): A {
  const bigger = new make(array.length * 2);
  bigger.set(array);
  return bigger;
}
