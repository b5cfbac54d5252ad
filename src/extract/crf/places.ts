// Where a token stands: its section and sentence, the title, the lexicon's hits.
import { MENTION_TYPES } from '../../shared/ontology.ts';
import { SECTION_KINDS, type Segments } from '../stages/segment-text.ts';
import { TOKEN, type Tokens, tokenize } from './tokenize.ts';

/** A hit of the lexicon: which types the name can be of. Spans may overlap. */
export interface LexiconSpan {
  readonly start: number;
  readonly end: number;
  readonly types: readonly string[];
}

const HEADING = SECTION_KINDS.length;

export interface Places {
  readonly sentence: Int32Array;
  readonly section: Uint8Array;
  readonly item: Uint8Array;
  readonly lineStart: Uint8Array;
}

/** Sentence, kind of section, list item and start of line, for every token. What no sentence covers is a heading. */
export function placeTokens(tokens: Tokens, segments: Segments): Places {
  const n = tokens.length;
  const places: Places = { sentence: new Int32Array(n), section: new Uint8Array(n), item: new Uint8Array(n), lineStart: new Uint8Array(n) };
  const { sentences, sections } = segments;
  let s = 0;
  let number = 0;
  let was = -2;
  for (let i = 0; i < n; i++) {
    const at = tokens.start[i] ?? 0;
    while (s < sentences.length && (sentences[s]?.end ?? 0) <= at) s++;
    const sentence = sentences[s];
    const inside = sentence !== undefined && sentence.start <= at;
    const key = tokens.kind[i] === TOKEN.newline ? -3 : inside ? s : -1;
    if (key !== was) number += i > 0 ? 1 : 0;
    was = key;
    places.sentence[i] = number;
    places.section[i] = inside ? SECTION_KINDS.indexOf(sections[sentence.section]?.kind ?? 'other') : HEADING;
    places.item[i] = inside && sentence.item ? 1 : 0;
    places.lineStart[i] = i === 0 || tokens.kind[i - 1] === TOKEN.newline ? 2 : places.sentence[i - 1] !== number ? 1 : 0;
  }
  return places;
}

/** Words of the title (bigrams for Han): 2 before its colon, else 1. */
export function titleWords(title: string, pair: (a: number, b: number) => number): Map<number, number> {
  const tokens = tokenize(title);
  const found = new Map<number, number>();
  const colon = title.search(/[:：]/);
  for (let i = 0; i < tokens.length; i++) {
    const value = (tokens.start[i] ?? 0) < colon ? 2 : 1;
    const w = tokens.word[i] ?? 0;
    if (tokens.kind[i] === TOKEN.han) found.set(pair(w, tokens.word[i + 1] ?? 0), value);
    else if (tokens.kind[i] === TOKEN.word && (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0) > 1)
      found.set(w, Math.max(value, found.get(w) ?? 0));
  }
  return found;
}

export function tagLexicon(tokens: Tokens, spans: readonly LexiconSpan[], b: Uint8Array, inner: Uint8Array, ends: Uint8Array): void {
  for (const span of spans) {
    let bits = 0;
    for (const type of span.types) bits |= 1 << (1 + MENTION_TYPES.indexOf(type as (typeof MENTION_TYPES)[number]));
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens.start[middle] ?? 0) < span.start) low = middle + 1;
      else high = middle;
    }
    for (let i = low, first = true; i < tokens.length && (tokens.end[i] ?? 0) <= span.end; i++, first = false) {
      if (first) b[i] = (b[i] ?? 0) | bits;
      else inner[i] = (inner[i] ?? 0) | bits;
      if (i + 1 >= tokens.length || (tokens.end[i + 1] ?? 0) > span.end) ends[i] = (ends[i] ?? 0) | bits;
    }
  }
}
