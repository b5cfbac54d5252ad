// Splits a name into letter and number tokens: the common ground of all name grammars.
import { foldCase } from '../shared/fold.ts';

/** Markdown, LaTeX and quotes around a name, and a hub prefix (`org/Name`), which all say nothing about what it is. */
export function cleanName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/\\(?:text|mathrm|mathbf|textbf|textit)?\b/g, '')
    .replace(/[`*_]{2,}|[`$“”"「」『』《》{}]/g, '')
    // A subscript of a single letter ("π_0"); in longer names an underscore is a hyphen ("qwen3_8b").
    .replace(/(?<=(?<![\p{L}\p{N}])\p{L})_(?=\d)/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const hub = /^[A-Za-z][\w.-]*\/([A-Za-z][\w.+*-]*)$/.exec(plain);
  return hub?.[1] && hub[1].length > 2 && /\d|-/.test(hub[1]) ? hub[1] : plain;
}

/** Active parameters ("a3b"), "k2", "r1" and number formats ("int4", "w4a16") are one token. */
const WHOLE = /^(?:a\d+(?:\.\d+)?b|[kr]\d+|(?:int|u?fp|bf|nf|mxfp|nvfp)\d+|w\d+a\d+)$/;

/**
 * Lower-case tokens in order. Numbers keep their decimals and unit letters ("2.5", "7b", "8x22b", "a3b", "4o"); letters
 * with inner digits stay whole ("wav2vec"); trailing digits come off ("qwen2.5" -> "qwen", "2.5"; "dinov2" -> "dino", "2").
 *
 *   "Qwen2.5-VL-7B-Instruct"  ->  qwen 2.5 vl 7b instruct
 */
export function nameTokens(name: string): string[] {
  const tokens: string[] = [];
  for (const raw of foldCase(name).split(/[\s\-‐-―_/()[\],:;·'’|→>]+/u)) {
    let piece = raw.replace(/^[.!?]+|[.!?]+$/g, '');
    if (!piece) continue;
    const marks = /[*+]+$/.exec(piece)?.[0] ?? '';
    piece = piece.slice(0, piece.length - marks.length);
    const glued = /^(\p{L}[\p{L}\p{N}]*?)(v?)(\d+(?:\.\d+)*)([a-z]?)$/u.exec(piece);
    if (WHOLE.test(piece)) tokens.push(piece);
    else if (/^v\d+(?:\.\d+)*$/.test(piece)) tokens.push(normaliseNumber(piece.slice(1)));
    else if (glued?.[1] && glued[3] && !(glued[4] && glued[4] !== 'b' && glued[4] !== 'm' && glued[4] !== 'o')) {
      const letters = glued[2] && glued[1].length < 2 ? glued[1] + glued[2] : glued[1];
      tokens.push(letters, normaliseNumber(glued[3]) + (glued[4] ?? ''));
    } else if (/^\d/.test(piece)) tokens.push(normaliseNumber(piece));
    else if (piece) tokens.push(piece);
    for (const mark of marks) tokens.push(mark === '*' ? 'star' : 'plus');
  }
  return tokens;
}

/** "2.0" and "2" are one version; "0" stays. */
function normaliseNumber(number: string): string {
  return /^\d+(?:\.0+)+$/.test(number) ? number.replace(/(?:\.0+)+$/, '') : number;
}
