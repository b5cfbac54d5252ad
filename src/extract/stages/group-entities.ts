// Spans that name one thing in this paper: same meaning by the resolver, same words, or told so by the text itself
// ("Group Relative Policy Optimization (GRPO)").

import { phraseKey } from '../../resolve/parse-phrase-name.ts';
import type { LexiconEntry } from '../../resolve/types.ts';
import { foldName } from '../../shared/fold.ts';
import type { Span, SpanSource } from '../spans.ts';

export interface Candidate {
  /** Occurrences in the order of the text. */
  readonly spans: readonly Span[];
  /** Distinct surface forms, first occurrence first. */
  readonly surfaces: readonly string[];
  readonly entries: readonly LexiconEntry[];
  readonly sources: ReadonlySet<SpanSource>;
  /** Given name when the words alone do not say it (sizes in a list). */
  readonly name: string | null;
}

export function groupEntities(text: string, spans: readonly Span[]): Candidate[] {
  const parent = new Int32Array(spans.length);
  for (let i = 0; i < spans.length; i++) parent[i] = i;
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let k = i; parent[k] !== root; ) {
      const next = parent[k] ?? root;
      parent[k] = root;
      k = next;
    }
    return root;
  };
  const join = (a: number, b: number): void => {
    const [ra, rb] = [find(a), find(b)];
    if (ra !== rb) parent[Math.max(ra, rb)] = Math.min(ra, rb);
  };
  const numberOf = new Map(spans.map((span, i) => [span, i]));
  const byKey = new Map<string, number>();
  for (const [i, span] of spans.entries()) {
    for (const key of keysOf(text, span)) {
      const other = byKey.get(key);
      if (other === undefined) byKey.set(key, i);
      else join(i, other);
    }
    for (const linked of span.linked) {
      const other = numberOf.get(linked);
      if (other !== undefined && span.name === undefined) join(i, other);
    }
  }
  const groups = new Map<number, Span[]>();
  for (const [i, span] of spans.entries()) {
    const root = find(i);
    const group = groups.get(root);
    if (group) group.push(span);
    else groups.set(root, [span]);
  }
  return [...groups.values()].map((group) => toCandidate(text, group));
}

/** "MR-GRPO 强化学习算法", "FLAIR framework": a Latin name and what kind of thing it is. The name alone is the same thing. */
const NAME_WITH_HEAD =
  /^([A-Za-z][\w.+*-]*(?:[ ][A-Z0-9][\w.+*-]*){0,4})[ ]?(?:(?:[\p{Script=Han}]{0,4}(?:算法|框架|方法|模型|模块|机制|策略|范式|架构|系统|基准|数据集|系列|技术|网络))|(?:framework|algorithm|method|model|module|system|benchmark|dataset|architecture))$/u;

/** The surfaces without those that only add such a head to another one. */
export function bareSurfaces(surfaces: readonly string[]): readonly string[] {
  const all = new Set(surfaces);
  const bare = surfaces.filter((s) => !all.has(NAME_WITH_HEAD.exec(s)?.[1] ?? ''));
  return bare.length > 0 ? bare : surfaces;
}

/** Words first; lexicon lines only when the span is exactly their form, so that sizes and years stay apart. */
function keysOf(text: string, span: Span): string[] {
  if (span.name !== undefined) return [`=${foldName(span.name)}`];
  const surface = text.slice(span.start, span.end);
  const keys = [`=${phraseKey(surface)}`];
  const named = NAME_WITH_HEAD.exec(surface)?.[1];
  if (named && named.length >= 2) keys.push(`=${phraseKey(named)}`);
  if (span.entries.length === 0) return keys;
  const folded = foldName(surface);
  for (const entry of span.entries) {
    if (folded.length > 1 && isForm(entry, folded, phraseKey(surface)))
      keys.push(`#${entry.type === 'dataset' ? 'benchmark' : entry.type}:${entry.name}`);
  }
  return keys;
}

const formSets = new WeakMap<LexiconEntry, ReadonlySet<string>>();
function isForm(entry: LexiconEntry, folded: string, key: string): boolean {
  let forms = formSets.get(entry);
  if (!forms) {
    const all = [entry.name, ...(entry.zh ? [entry.zh] : []), ...(entry.aliases ?? [])];
    forms = new Set([...all.map(foldName), ...all.map(phraseKey)]);
    formSets.set(entry, forms);
  }
  return forms.has(folded) || forms.has(key);
}

function toCandidate(text: string, spans: Span[]): Candidate {
  const [only] = spans;
  if (only && spans.length === 1)
    return {
      spans,
      surfaces: [text.slice(only.start, only.end)],
      entries: only.entries,
      sources: only.sources,
      name: only.name ?? null,
    };
  const surfaces = [...new Set(spans.map((s) => text.slice(s.start, s.end)))];
  const entries = [...new Set(spans.flatMap((s) => s.entries))];
  const sources = new Set(spans.flatMap((s) => [...s.sources]));
  return { spans, surfaces, entries, sources, name: spans.find((s) => s.name !== undefined)?.name ?? null };
}
