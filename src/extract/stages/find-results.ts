// Reported numbers: who, on what, by which metric, how much, and whether that is the value itself or a gain. Proposes pairs
// of number and target from tables and prose, keeps the likely ones, and states each value once.

import type { Resolver } from '../../resolve/types.ts';
import type { Mention, Result } from '../../shared/paper.ts';
import type { Pair, Reading } from '../results/pairs.ts';
import { subjectsOf, type Target, targetsOf } from '../results/places.ts';
import { readSentence } from '../results/read-prose.ts';
import { type Cell, readTables, type TablePair } from '../results/read-table.ts';
import { proseResult, type Subject, tableResult } from '../results/to-result.ts';
import { choose } from '../results/weigh.ts';
import type { Decision } from './decide.ts';
import type { FoundCandidates } from './find-candidates.ts';
import type { Sentence } from './segment-text.ts';

/** A paper's digest has tens of numbers; what has thousands is no digest. */
const MAX_PAIRED = 1500;
const MAX_JOINED = 1200;

interface Weighed {
  readonly result: Result;
  readonly likelihood: number;
}

export interface Proposals {
  readonly reading: Reading;
  /** Sentences with the lines of a wrapped paragraph joined. */
  readonly sentences: readonly Sentence[];
  readonly tables: readonly (readonly TablePair[])[];
  readonly prose: readonly (readonly Pair[])[];
}

export function findResults(
  text: string,
  lang: string,
  found: FoundCandidates,
  decisions: readonly Decision[],
  mentions: readonly Mention[],
  resolver: Resolver,
): Result[] {
  if (!/\d/.test(text)) return [];
  const { reading, sentences, tables, prose } = proposeResults(text, lang, found, decisions, mentions, resolver);
  const main = mainSubject(mentions);
  const results: Weighed[] = [];
  for (const pairs of tables) {
    const chosen = choose(pairs);
    if (chosen) results.push({ result: tableResult(reading, chosen.pair, main), likelihood: chosen.likelihood });
  }
  for (const pairs of prose) {
    const chosen = choose(pairs);
    const sentence = chosen && sentences[lastAt(sentences, chosen.pair.number.start)];
    if (sentence) results.push({ result: proseResult(reading, chosen.pair, sentence, main), likelihood: chosen.likelihood });
  }
  return statedOnce(results).sort((a, b) => a.evidence.markStart - b.evidence.markStart);
}

/** All pairs with their signs: what the weights are fitted on. */
export function proposeResults(
  text: string,
  lang: string,
  found: FoundCandidates,
  decisions: readonly Decision[],
  mentions: readonly Mention[],
  resolver: Resolver,
): Proposals {
  const targets = targetsOf(text, decisions, resolver);
  const { segments } = found;
  const reading: Reading = {
    text,
    lang,
    segments,
    who: subjectsOf(text, decisions, mentions, resolver),
    main: mainTarget(targets, mentions),
    benchmarks: mentions.filter((m) => m.type === 'benchmark').length,
  };
  const tables: TablePair[][] = [];
  const rows = readTables(text, lang, segments, (cell) => bestIn(targets, cell), tables);
  const names = found.candidates.flatMap((c) => c.spans.filter((s) => s.name === undefined)).sort((a, b) => a.start - b.start);
  const isName = nameTest(text, names);
  const sentences = unwrapped(text, segments.sentences);
  const prose: Pair[][] = [];
  const memory = { seen: [] };
  let row = 0;
  let t = 0;
  for (const [index, sentence] of sentences.entries()) {
    while (row < rows.length && (rows[row]?.end ?? 0) <= sentence.start) row++;
    while (t < targets.length && (targets[t]?.start ?? 0) < sentence.start) t++;
    if ((rows[row]?.start ?? Infinity) <= sentence.start || prose.length > MAX_PAIRED) continue;
    const here: Target[] = [];
    for (let k = t; k < targets.length && here.length < 60; k++) {
      const target = targets[k];
      if (!target || target.start >= sentence.end) break;
      if (target.end <= sentence.end) here.push(target);
    }
    readSentence(reading, index, sentence, here, isName, memory, prose);
  }
  return { reading, sentences, tables, prose };
}

/** Whom a number is about when its sentence names no one: what the paper proposes, else works with, else the work as such. */
function mainSubject(mentions: readonly Mention[]): Subject {
  const named = (roles: readonly string[], type: string): Mention | undefined =>
    mentions.find((m) => m.type === type && roles.includes(m.role));
  const found = named(['proposes'], 'model') ?? named(['proposes'], 'method') ?? named(['base', 'compares'], 'model');
  return found ? { name: found.name, id: found.id } : { name: 'this work', id: null };
}

/** What the paper introduces to measure on, else what it names most often. */
function mainTarget(targets: readonly Target[], mentions: readonly Mention[]): Target | null {
  const introduced = targets.find((t) => t.trust === 'introduces');
  if (introduced) return introduced;
  const counts = new Map<string, number>();
  for (const t of targets) if (t.trust === 'evaluates') counts.set(t.name, (counts.get(t.name) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best
    ? (targets.find((t) => t.trust === 'evaluates' && t.name === best[0]) ?? null)
    : (targets.find((t) => t.trust === 'likely' && mentions.length > 0) ?? null);
}

function bestIn(targets: readonly Target[], cell: Cell): Target | null {
  for (let i = lastAt(targets, cell.start - 1); i < targets.length; i++) {
    const t = targets[i];
    if (!t || t.start >= cell.end) break;
    if (t.start >= cell.start && t.end <= cell.end && t.trust !== 'field' && t.trust !== 'maybe') return t;
  }
  return null;
}

/** A number inside a name is a part of it, unless it only stands at the end of words that no one knows. */
function nameTest(
  text: string,
  names: readonly { readonly start: number; readonly end: number; readonly sources: ReadonlySet<string> }[],
): (start: number, end: number) => boolean {
  let at = 0;
  return (start, end) => {
    while (at < names.length && (names[at]?.end ?? 0) <= start && (names[at]?.start ?? 0) < start - 200) at++;
    for (let k = at; k < names.length && k < at + 120; k++) {
      const name = names[k];
      if (!name || name.start >= end) break;
      // A unit behind the name's last figure belongs to the figure: "EER 6.9%" is no name.
      if (name.end <= start || name.start === start || end > name.end) continue;
      const isTail =
        end >= name.end &&
        /\s$/.test(text.slice(name.start, start)) &&
        /^\d{2,}\.\d|^0\.\d{2,}|^\d\.\d{2,}/.test(text.slice(start, name.end)) &&
        !name.sources.has('lexicon');
      if (!isTail) return true;
    }
    return false;
  };
}

/**
 * One result a value and benchmark: digests say the same in summary, list and table. A value of three figures or more that
 * comes again is the same result even when another name stands nearer; the likeliest reading stays.
 */
function statedOnce(results: readonly Weighed[]): Result[] {
  const best = new Map<string, number>();
  const exact = (r: Result): string | null =>
    r.value.replace(/\D/g, '').length >= 3 && r.number !== null ? String(Math.abs(r.number)) : null;
  for (const { result, likelihood } of results) {
    const figure = exact(result);
    if (figure !== null) best.set(figure, Math.max(best.get(figure) ?? 0, likelihood));
  }
  const kept = new Map<string, Result>();
  for (const { result, likelihood } of results) {
    const figure = exact(result);
    if (figure !== null && likelihood < (best.get(figure) ?? 0)) continue;
    const key = figure ?? `${result.benchmarkId ?? result.benchmark.toLowerCase()}|${Math.abs(result.number ?? NaN)}`;
    if (!kept.has(key)) kept.set(key, result);
  }
  return [...kept.values()];
}

/** Abstracts come with hard line breaks: a line without a full stop goes on in the next one. */
function unwrapped(text: string, sentences: readonly Sentence[]): Sentence[] {
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const last = joined.at(-1);
    const goesOn =
      last !== undefined &&
      !sentence.item &&
      last.section === sentence.section &&
      sentence.start - last.end <= 3 &&
      last.end - last.start < MAX_JOINED &&
      /^[ \t]?\n[ \t]?$/.test(text.slice(last.end, sentence.start)) &&
      /[^.!?。！？；：:|*]$/.test(text.charAt(last.end - 1)) &&
      /[a-z0-9$(+\-A-Z]/.test(text.charAt(sentence.start)) &&
      !text.slice(last.end - 40, last.end).includes('\n');
    if (last && goesOn) joined[joined.length - 1] = { ...last, end: sentence.end };
    else joined.push(sentence);
  }
  return joined;
}

/** Index of the last item that starts at or before an offset; the first when none does. */
function lastAt(items: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((items[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
