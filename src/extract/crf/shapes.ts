// How a token looks: its shape in full, a coarse class of it, and its beginnings and endings.
import { hashLower, isDigitCode, isUpperCode, TOKEN, type Tokens } from './tokenize.ts';

export const SHAPE = {
  han: 0,
  punctuation: 1,
  lower: 2,
  capital: 3,
  upper: 4,
  camel: 5,
  lettersDigits: 6,
  number: 7,
  letter: 8,
  hyphenLower: 9,
  hyphenUpper: 10,
  newline: 11,
} as const;

/** `coarse` is below 16. Classes that can be a name by their looks alone. */
export const isNamey = (coarse: number): boolean =>
  (coarse >= SHAPE.upper && coarse <= SHAPE.lettersDigits) || coarse === SHAPE.hyphenUpper || coarse === SHAPE.capital;

export function shapes(text: string, tokens: Tokens): { shape: Int32Array; coarse: Uint8Array } {
  const shape = new Int32Array(tokens.length);
  const coarse = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const kind = tokens.kind[i];
    const from = tokens.start[i] ?? 0;
    if (kind === TOKEN.han) {
      shape[i] = 11;
      coarse[i] = SHAPE.han;
    } else if (kind === TOKEN.newline) {
      shape[i] = 13;
      coarse[i] = SHAPE.newline;
    } else if (kind === TOKEN.punctuation) {
      shape[i] = 64 + ((tokens.word[i] ?? 0) & 0xffffff);
      coarse[i] = SHAPE.punctuation;
    } else {
      const to = Math.min(tokens.end[i] ?? 0, from + 40);
      coarse[i] = classify(text, from, to);
      shape[i] = shapeOf(text, from, to);
    }
  }
  return { shape, coarse };
}

/** Runs of upper case, lower case, digits and signs, one symbol a run (two for a run of more than one capital). */
function shapeOf(text: string, from: number, to: number): number {
  let h = 17;
  let was = 0;
  let run = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const c = isUpperCode(code) ? 1 : isDigitCode(code) ? 2 : code === 45 || code === 46 || code === 43 || code === 95 ? code : 3;
    run = c === was ? run + 1 : 1;
    if (c !== was || (c === 1 && run === 2)) h = (Math.imul(h, 131) + c) | 0;
    was = c;
  }
  return h;
}

function classify(text: string, from: number, to: number): number {
  let upper = 0;
  let lower = 0;
  let digit = 0;
  let hyphen = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (isUpperCode(code)) upper++;
    else if (isDigitCode(code)) digit++;
    else if (code === 45 || code === 95) hyphen++;
    else if (code !== 46 && code !== 43) lower++;
  }
  if (upper + lower === 0) return SHAPE.number;
  if (digit > 0) return SHAPE.lettersDigits;
  if (to - from === 1) return SHAPE.letter;
  if (hyphen > 0) return upper > 0 ? SHAPE.hyphenUpper : SHAPE.hyphenLower;
  if (upper === 0) return SHAPE.lower;
  if (lower === 0) return SHAPE.upper;
  return upper === 1 && isUpperCode(text.charCodeAt(from)) ? SHAPE.capital : SHAPE.camel;
}

/** Features 31 to 44: prefixes and suffixes of 2 to 5 characters, first and last part of a hyphened or camel-case name. */
export function affixes(text: string, from: number, to: number, seeds: Int32Array, out: Uint32Array, at: number): number {
  let k = at;
  const length = to - from;
  for (let size = 2; size <= 5 && size <= length; size++) {
    out[k++] = (seeds[29 + size + 100] as number) ^ hashLower(text, from, from + size);
    out[k++] = (seeds[29 + size + 110] as number) ^ hashLower(text, to - size, to);
  }
  const stop = Math.max(from, to - 24);
  let cut = to - 1;
  while (cut > stop && text.charCodeAt(cut) !== 45) cut--;
  if (cut > stop) out[k++] = (seeds[41] as number) ^ hashLower(text, cut + 1, to);
  const far = Math.min(to, from + 24);
  cut = from + 1;
  while (cut < far && text.charCodeAt(cut) !== 45) cut++;
  if (cut < far) out[k++] = (seeds[42] as number) ^ hashLower(text, from, cut);
  // The last camel-case part ("VBench", "DeepSeekMath") and the name up to its first digit ("Qwen" of "Qwen2.5").
  cut = to - 1;
  while (cut > stop && !(isUpperCode(text.charCodeAt(cut)) && !isUpperCode(text.charCodeAt(cut + 1)))) cut--;
  if (cut > from && cut < to - 1 && isUpperCode(text.charCodeAt(cut))) out[k++] = (seeds[43] as number) ^ hashLower(text, cut, to);
  cut = from;
  while (cut < far && !isDigitCode(text.charCodeAt(cut))) cut++;
  if (cut > from && cut < far) out[k++] = (seeds[44] as number) ^ hashLower(text, from, cut);
  return k;
}
