// Where a paper names what a result may stand on (benchmarks, data, tasks) and who may have reached it (methods, models),
// in the order of the text.
import type { Resolver } from '../../resolve/types.ts';
import { MENTION_KINDS } from '../../shared/ontology.ts';
import type { Mention } from '../../shared/paper.ts';
import type { Decision } from '../stages/decide.ts';
import { resolveCandidate } from '../stages/decide.ts';
import { type Phrase, phraseName } from './task-phrases.ts';

/** How sure we are that the words name something to measure on, surest first. */
export type Trust =
  | 'introduces'
  | 'evaluates'
  | 'lexicon'
  | 'likely'
  | 'dataset'
  | 'field'
  | 'maybe'
  | 'headed'
  | 'counted'
  | 'bracket'
  | 'bare';

export interface Target {
  readonly start: number;
  readonly end: number;
  readonly id: string | null;
  readonly name: string;
  readonly trust: Trust;
}

export interface Who {
  readonly start: number;
  readonly end: number;
  readonly id: string | null;
  readonly name: string;
  readonly role: string;
}

const TRUST: readonly Trust[] = [
  'introduces',
  'evaluates',
  'lexicon',
  'likely',
  'dataset',
  'field',
  'maybe',
  'headed',
  'counted',
  'bracket',
  'bare',
];
/** Indexes into MENTION_KINDS. */
const kindsOf = (...types: readonly string[]): readonly number[] =>
  MENTION_KINDS.flatMap((kind, k) => (types.some((type) => kind.startsWith(`${type}/`)) ? [k] : []));
const BENCHMARK_KINDS = kindsOf('benchmark');
const DATASET_KINDS = kindsOf('dataset');
const SUBJECT_KINDS = kindsOf('method', 'model');

function most(probabilities: Float32Array, kinds: readonly number[]): number {
  let largest = 0;
  for (const k of kinds) largest = Math.max(largest, probabilities[k] as number);
  return largest;
}

export function targetsOf(text: string, decisions: readonly Decision[], resolver: Resolver): Target[] {
  const targets: Target[] = [];
  for (const { candidate, probabilities: p, kept } of decisions) {
    const has = (type: string): boolean => candidate.entries.some((e) => e.type === type);
    const benchmark = most(p, BENCHMARK_KINDS);
    const other = most(p, SUBJECT_KINDS);
    let trust: Trust | null = null;
    if (kept.includes('benchmark/introduces')) trust = 'introduces';
    else if (kept.includes('benchmark/evaluates')) trust = 'evaluates';
    else if (has('benchmark') && kept.length === 0) trust = 'lexicon';
    else if (benchmark >= 0.15 && benchmark > other) trust = 'likely';
    else if (kept.some((k) => k.startsWith('dataset/')) || (has('dataset') && kept.length === 0) || most(p, DATASET_KINDS) >= 0.2)
      trust = 'dataset';
    else if (kept.includes('field/in') || has('field')) trust = 'field';
    else if (benchmark >= 0.05 && benchmark > other) trust = 'maybe';
    if (!trust) continue;
    const { id, name } = resolveCandidate(candidate, trust === 'field' ? 'field' : 'benchmark', resolver);
    const isNode = trust !== 'field' && trust !== 'maybe';
    const byWords = new Map<string, { readonly id: string | null; readonly name: string }>();
    for (const s of candidate.spans) {
      // A field is a task here: as the text has it, in English when the text has it in Chinese.
      const words = text.slice(s.start, s.end);
      let named = byWords.get(words);
      if (!named) {
        if (trust === 'field') named = { id: null, name: /[A-Za-z]/.test(words) ? phraseName(words) : name };
        else {
          const own = areRelated(words, name) ? { id, name } : resolver.resolve('benchmark', words);
          named = { id: isNode ? own.id : null, name: own.name };
        }
        byWords.set(words, named);
      }
      if (named.name.length > 1) targets.push({ start: s.start, end: s.end, ...named, trust });
    }
  }
  return withoutOverlaps(targets);
}

/** Forms of one name share letters; words grouped for another reason (a list, a shared gloss) name themselves. */
function areRelated(words: string, name: string): boolean {
  const letters = (s: string): string =>
    s
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  const initials = (s: string): string => letters((s.match(/(?:^|[\s-])[A-Za-z0-9]|[A-Z]/g) ?? []).join(''));
  const [a, b] = [letters(words), letters(name)];
  if (a.includes(b) || b.includes(a) || /\p{Script=Han}/u.test(words)) return true;
  const digits = (x: string): string => x.replace(/\D/g, '');
  if (a.length > 5 && a.slice(0, 5) === b.slice(0, 5) && (digits(a) === digits(b) || digits(a) === '' || digits(b) === '')) return true;
  // "ImageNet Large Scale Visual Recognition Challenge" and ILSVRC, in either order; an acronym is not its own long form.
  const [ia, ib] = [initials(words), initials(name)];
  return (ia.length > 1 && ia !== a && ia === b) || (ib.length > 1 && ib !== b && ib === a);
}

export function subjectsOf(_text: string, decisions: readonly Decision[], mentions: readonly Mention[], resolver: Resolver): Who[] {
  const byId = new Map(mentions.map((m) => [`${m.type}|${m.id}`, m]));
  const who: Who[] = [];
  for (const { candidate, kept } of decisions)
    for (const type of ['model', 'method'] as const) {
      if (!kept.some((k) => k.startsWith(type))) continue;
      const { id } = resolveCandidate(candidate, type, resolver);
      const mention = byId.get(`${type}|${id}`);
      if (mention) for (const s of candidate.spans) who.push({ start: s.start, end: s.end, id, name: mention.name, role: mention.role });
      break;
    }
  return who.sort((a, b) => a.start - b.start || b.end - a.end);
}

export function withPhrases(targets: readonly Target[], phrases: readonly Phrase[], text: string): Target[] {
  const more: Target[] = [];
  for (const p of phrases) {
    // A phrase around a name that is trusted anyway says nothing new; the name of a field inside it is only a part.
    if (targets.some((t) => t.start < p.end && t.end > p.start && TRUST.indexOf(t.trust) <= TRUST.indexOf('dataset'))) continue;
    const name = phraseName(text.slice(p.start, p.end));
    if (name.length >= 2) more.push({ start: p.start, end: p.end, id: null, name, trust: p.kind });
  }
  return withoutOverlaps([...targets, ...more]);
}

/** Of two readings of the same words the surer stays, and of equals the longer. */
function withoutOverlaps(targets: readonly Target[]): Target[] {
  const sorted = [...targets].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Target[] = [];
  for (const t of sorted) {
    const last = kept.at(-1);
    if (!last || last.end <= t.start) kept.push(t);
    else if (rank(t) < rank(last)) kept[kept.length - 1] = t;
  }
  return kept;
}

/** A longer name beats a surer part of it, unless only the part is a name. */
const rank = (t: Target): number => TRUST.indexOf(t.trust) - (t.end - t.start) / 1000;
