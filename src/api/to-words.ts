// What somebody typed to find papers, as parameters of papers-list: the first word narrows the list down, the others are looked for in what is left.
import { foldCase } from '../shared/fold.ts';

/** Of arXiv's, in whole or in part, or of the hash that other papers have. */
const LIKE_AN_ID = /^(?:\d[\d.]*|[\da-f]{8,})$/;

export function wordsOf(text: string): string[] {
  return foldCase(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

export function toWords(text: string): { readonly word: string; readonly more: string[]; readonly inIds: boolean } {
  const words = wordsOf(text);
  const [word = '', ...more] = words;
  return { word, more, inIds: words.some((each) => LIKE_AN_ID.test(each)) };
}
