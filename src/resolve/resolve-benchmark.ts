// From a benchmark or data set name to its meaning. Years, versions and subsets stay apart; spelling does not.
import { slug } from '../shared/fold.ts';
import type { MentionType } from '../shared/ontology.ts';
import type { LexiconIndex } from './lexicon-index.ts';
import { cleanName } from './name-tokens.ts';
import { type BenchmarkParse, benchmarkKey, benchmarkParent, parseBenchmarkName } from './parse-benchmark-name.ts';
import type { ResolveEntry } from './resolve-model.ts';
import type { Resolved } from './types.ts';

export function resolveBenchmark(type: MentionType, name: string, index: LexiconIndex, resolveEntry: ResolveEntry): Resolved {
  const cleaned = cleanName(name);
  const bracket = /^(.{2,}?)\s*[(（]([^()（）]{2,})[)）]$/u.exec(cleaned);
  for (const form of bracket ? [cleaned, bracket[1] ?? '', bracket[2] ?? ''] : [cleaned]) {
    const entry = index.byForm('benchmark', form) ?? index.byKey('benchmark', benchmarkKey(parseBenchmarkName(form)));
    // "MMBench (CN)" is not MMBench: a bracket that is itself a split or year counts as part of the name.
    if (entry && !(bracket && form !== cleaned && isQualifier(form === bracket[1] ? (bracket[2] ?? '') : (bracket[1] ?? ''))))
      return resolveEntry(entry.name);
  }
  return resolveParse(type, parseBenchmarkName(cleaned), cleaned, index, resolveEntry);
}

const isQualifier = (text: string): boolean =>
  /^(?:[a-z]{2}|\d{2,4}|v?\d+(?:\.\d+)*|val|test|dev|train|hard|easy|lite|full|verified|mini|diamond|clean|other)$/i.test(text.trim());

function resolveParse(
  type: MentionType,
  parse: BenchmarkParse,
  surface: string,
  index: LexiconIndex,
  resolveEntry: ResolveEntry,
): Resolved {
  const known = index.byKey('benchmark', benchmarkKey(parse));
  if (known) return resolveEntry(known.name);
  const wider = knownAncestor(parse, index);
  const widerEntry = wider ? index.byKey('benchmark', benchmarkKey(wider)) : undefined;
  const rest = wider ? restOf(parse, wider) : [];
  const isNumbered = wider !== null && wider.words.length === parse.words.length;
  const name = widerEntry && rest.length > 0 && isNumbered ? joinName(widerEntry.name, rest) : surface;
  const words = parse.words.join('');
  return {
    type,
    id: `benchmark:${widerEntry && rest.length > 0 ? slug([widerEntry.name, ...rest].join('-')) : slug([words, parse.version, parse.year].filter(Boolean).join('-')) || slug(surface)}`,
    name,
    nameZh: null,
    aliases: [],
    parent: widerEntry ? resolveEntry(widerEntry.name) : null,
    parse: Object.fromEntries(
      Object.entries({ words: parse.words.join(' '), version: parse.version, year: parse.year }).filter(([, value]) => value),
    ),
  };
}

/** Year and version come off, then at most one word: "HMMT Nov 2026" is of HMMT, but not everything that starts with "MATH" is of MATH. */
function knownAncestor(parse: BenchmarkParse, index: LexiconIndex): BenchmarkParse | null {
  for (let wider = benchmarkParent(parse); wider && wider.words.length >= parse.words.length - 1; wider = benchmarkParent(wider))
    if (index.byKey('benchmark', benchmarkKey(wider))) return wider;
  return null;
}

function restOf(parse: BenchmarkParse, wider: BenchmarkParse): string[] {
  const rest = parse.words.slice(wider.words.length);
  if (parse.version !== wider.version) rest.push(parse.version);
  if (parse.year !== wider.year) rest.push(parse.year);
  return rest;
}

function joinName(base: string, rest: readonly string[]): string {
  const number = rest[0] ?? '';
  return /^(?:19|20)\d\d$/.test(number) ? `${base} ${number}` : `${base}${/[A-Z]$/.test(base) ? '-' : ' '}${rest.join(' ')}`;
}
