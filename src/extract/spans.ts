// A candidate: words of the text that may name something, and which finders saw it.
import type { LexiconEntry } from '../resolve/types.ts';

export const SOURCES = ['lexicon', 'stop', 'shape', 'pair', 'definition', 'bold', 'quote', 'item', 'title', 'size', 'crf'] as const;
export type SpanSource = (typeof SOURCES)[number];

export interface Span {
  readonly start: number;
  readonly end: number;
  /** The name this stands for, when it is not just the words: "QwenVL-2.5 的 3B, 7B" names Qwen2.5-VL-7B. */
  readonly name?: string;
  readonly sources: Set<SpanSource>;
  readonly entries: LexiconEntry[];
  /** Label probabilities of the CRF, when it saw the span; index as MENTION_KINDS. */
  probs?: Float32Array;
  /** Another span that names the same thing: "全称 (缩写)". */
  readonly linked: Span[];
}

/** Spans are told apart by their bounds and given name. A text is shorter than this. */
const LONGEST_TEXT = 2 ** 26;
const placeOf = (start: number, end: number): number => start * LONGEST_TEXT + end;

export class SpanSet {
  readonly #byPlace = new Map<number, Span>();
  /** Those with a given name, by bounds and name. */
  readonly #named = new Map<string, Span>();

  add(
    start: number,
    end: number,
    source: SpanSource,
    more: { readonly entries?: readonly LexiconEntry[]; readonly name?: string } = NOTHING,
  ): Span {
    const { name } = more;
    let span = name === undefined ? this.#byPlace.get(placeOf(start, end)) : this.#named.get(`${start},${end},${name}`);
    if (!span) {
      span = { start, end, sources: new Set(), entries: [], linked: [], ...(name === undefined ? {} : { name }) };
      if (name === undefined) this.#byPlace.set(placeOf(start, end), span);
      else this.#named.set(`${start},${end},${name}`, span);
    }
    span.sources.add(source);
    for (const entry of more.entries ?? []) if (!span.entries.includes(entry)) span.entries.push(entry);
    return span;
  }

  link(a: Span, b: Span): void {
    if (a === b) return;
    a.linked.push(b);
    b.linked.push(a);
  }

  /** By start, longer ones first. */
  sorted(): Span[] {
    return [...this.#byPlace.values(), ...this.#named.values()].sort(
      (a, b) => a.start - b.start || b.end - a.end || (a.name ?? '').localeCompare(b.name ?? ''),
    );
  }
}
const NOTHING = {};
