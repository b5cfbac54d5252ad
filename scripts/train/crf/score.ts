// Spans to mentions and their score against gold, with the matching of gold/score.mjs --core.
import type { CrfSpan } from '../../../src/extract/crf/decode.ts';
import { MENTION_KINDS } from '../../../src/shared/ontology.ts';
import type { Doc, GoldMention } from './docs.ts';

export const fold = (s: string): string =>
  s
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_–—·.,:;'"’“”()[\]{}/\\*$^~]+/gu, '');

export interface Predicted {
  readonly kind: string;
  readonly name: string;
  readonly confidence: number;
}

/** One mention a surface: the kind with the most probability over its occurrences, with the greatest of any one. */
export function predict(doc: Doc, spans: readonly CrfSpan[], threshold: number): Predicted[] {
  const bySurface = new Map<string, { name: string; sums: Float64Array; most: Float64Array }>();
  for (const span of spans) {
    const name = doc.paper.text.slice(span.start, span.end);
    const key = fold(name);
    if (!key) continue;
    let entry = bySurface.get(key);
    if (!entry) {
      entry = { name, sums: new Float64Array(MENTION_KINDS.length), most: new Float64Array(MENTION_KINDS.length) };
      bySurface.set(key, entry);
    }
    for (let k = 0; k < MENTION_KINDS.length; k++) {
      const p = span.probs[k] ?? 0;
      entry.sums[k] = (entry.sums[k] ?? 0) + p;
      entry.most[k] = Math.max(entry.most[k] ?? 0, p);
    }
  }
  const found: Predicted[] = [];
  for (const { name, sums, most } of bySurface.values()) {
    let kind = 0;
    for (let k = 1; k < sums.length; k++) if ((sums[k] ?? 0) > (sums[kind] ?? 0)) kind = k;
    const confidence = most[kind] ?? 0;
    if (confidence >= threshold) found.push({ kind: MENTION_KINDS[kind] ?? '', name, confidence });
  }
  return found;
}

export interface Tally {
  tp: number;
  fp: number;
  fn: number;
}

const keysOf = (m: GoldMention): Set<string> => new Set([m.name, ...(m.aliases ?? [])].map(fold).filter(Boolean));
const isCore = (m: GoldMention): boolean => (m.salience ?? 'core') === 'core';

/** Adds to tallies by kind, by `type:`, and `all`. */
export function scoreDoc(doc: Doc, got: readonly Predicted[], tallies: Map<string, Tally>): void {
  const bump = (kind: string, field: keyof Tally): void => {
    for (const key of [kind, `type:${kind.split('/')[0]}`, `lang:${doc.paper.lang}`, `part:${doc.dev ? 'dev' : 'train'}`, 'all']) {
      const tally = tallies.get(key) ?? { tp: 0, fp: 0, fn: 0 };
      tally[field]++;
      tallies.set(key, tally);
    }
  };
  const want = doc.mentions.map((m) => ({ kind: `${m.type}/${m.role}`, keys: keysOf(m), core: isCore(m) }));
  const taken = new Set<number>();
  const pairOf = new Map<number, number>();
  for (const core of [true, false])
    for (const [i, m] of got.entries()) {
      if (pairOf.has(i)) continue;
      const key = fold(m.name);
      const j = want.findIndex((o, n) => !taken.has(n) && o.core === core && o.kind === m.kind && o.keys.has(key));
      if (j < 0) continue;
      taken.add(j);
      pairOf.set(i, j);
    }
  for (const [i, m] of got.entries()) {
    const j = pairOf.get(i);
    if (j === undefined) bump(m.kind, 'fp');
    else if (want[j]?.core) bump(m.kind, 'tp');
  }
  for (const [j, o] of want.entries()) if (o.core && !taken.has(j)) bump(o.kind, 'fn');
}

/** How many core mentions there are, and how many of them have a span of their surface proposed, of any kind and of their own. */
export function oracle(doc: Doc, spans: readonly CrfSpan[]): { core: number; found: number; kindly: number } {
  const surfaces = new Map<string, Float32Array>();
  for (const span of spans) {
    const key = fold(doc.paper.text.slice(span.start, span.end));
    const probs = surfaces.get(key) ?? new Float32Array(MENTION_KINDS.length);
    for (let k = 0; k < probs.length; k++) probs[k] = Math.max(probs[k] ?? 0, span.probs[k] ?? 0);
    surfaces.set(key, probs);
  }
  const result = { core: 0, found: 0, kindly: 0 };
  for (const m of doc.mentions) {
    if (!isCore(m)) continue;
    result.core++;
    const kind = (MENTION_KINDS as readonly string[]).indexOf(`${m.type}/${m.role}`);
    const hits = [...keysOf(m)].map((key) => surfaces.get(key)).filter((p) => p !== undefined);
    if (hits.length > 0) result.found++;
    if (hits.some((p) => (p[kind] ?? 0) >= 0.05)) result.kindly++;
  }
  return result;
}

export function rate(tally: Tally): { p: number; r: number; f: number } {
  const p = tally.tp / (tally.tp + tally.fp || 1);
  const r = tally.tp / (tally.tp + tally.fn || 1);
  return { p, r, f: (2 * p * r) / (p + r || 1) };
}
