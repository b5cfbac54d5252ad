// From label probabilities to mentions: what is above its threshold, one entry per type, role and meaning, and no name with
// two roles that exclude each other.

import type { Resolved, Resolver } from '../../resolve/types.ts';
import { foldName } from '../../shared/fold.ts';
import { MENTION_KINDS, type MentionKind, type MentionType } from '../../shared/ontology.ts';
import type { Mention } from '../../shared/paper.ts';
import type { Reranker } from '../reranker.ts';
import type { FoundCandidates } from './find-candidates.ts';
import type { Candidate } from './group-entities.ts';
import { findProof, quoteEvidence } from './quote-evidence.ts';
import type { Settled } from './settle-roles.ts';

/** Of two kinds in a group a name keeps the likelier one: nothing is proposed and compared with at once. */
const EXCLUSIVE: readonly (readonly MentionKind[])[] = [
  ['method/proposes', 'model/proposes', 'benchmark/introduces', 'dataset/introduces'],
  ['method/proposes', 'method/uses', 'method/compares'],
  ['model/proposes', 'model/compares'],
  ['benchmark/introduces', 'benchmark/evaluates'],
  ['dataset/introduces', 'dataset/trains'],
];

/** A paper hardly ever builds on a model and compares with it: where one is far likelier (by confidence) the other goes; in doubt both stay. */
const UNLIKELY_TOGETHER = ['model/base', 'model/compares'] as const;
const CLEAR_LEAD = 0.2;

export interface Decision {
  readonly candidate: Candidate;
  readonly probabilities: Float32Array;
  /** Why each kind was kept or dropped; only what was near its threshold. */
  readonly notes: readonly string[];
  readonly kept: readonly MentionKind[];
  /** Roles that the words alone settle. */
  readonly settled: readonly Settled[];
}

/** Weighs a candidate's kinds; settled ones are kept before all others, and count as at least at their threshold from here on. */
export function chooseKinds(
  probabilities: Float32Array,
  reranker: Pick<Reranker, 'thresholds' | 'confidence'>,
  settled: readonly Settled[],
): { readonly kept: MentionKind[]; readonly notes: string[] } {
  const { thresholds } = reranker;
  const notes = settled.map(({ rule }) => `${rule.kind}: settled by ${rule.id}`);
  const above = new Set<MentionKind>();
  for (const { rule } of settled) {
    const k = MENTION_KINDS.indexOf(rule.kind);
    probabilities[k] = Math.max(probabilities[k] ?? 0, thresholds[k] ?? 1);
  }
  const margin = (kind: MentionKind): number => {
    const k = MENTION_KINDS.indexOf(kind);
    return (probabilities[k] ?? 0) / (thresholds[k] || 1);
  };
  for (const kind of MENTION_KINDS) {
    if (margin(kind) >= 1) above.add(kind);
    else if (margin(kind) >= 0.4) notes.push(`${kind}: below its threshold`);
  }
  for (const group of EXCLUSIVE) {
    const isSettled = (kind: MentionKind): number => (settled.some(({ rule }) => rule.kind === kind) ? 1 : 0);
    const rivals = group.filter((kind) => above.has(kind)).sort((a, b) => isSettled(b) - isSettled(a) || margin(b) - margin(a));
    for (const loser of rivals.slice(1)) {
      above.delete(loser);
      notes.push(`${loser}: ${rivals[0]} is likelier`);
    }
  }
  const [first, second] = UNLIKELY_TOGETHER;
  if (above.has(first) && above.has(second)) {
    const sure = (kind: MentionKind): number => {
      const k = MENTION_KINDS.indexOf(kind);
      return reranker.confidence(k, probabilities[k] ?? 0);
    };
    const lead = sure(first) - sure(second);
    if (Math.abs(lead) >= CLEAR_LEAD) {
      above.delete(lead > 0 ? second : first);
      notes.push(`${lead > 0 ? second : first}: ${lead > 0 ? first : second} is far likelier`);
    }
  }
  return { kept: MENTION_KINDS.filter((kind) => above.has(kind)), notes };
}

/**
 * "基于 QwenVL-2.5 的 3B, 7B, 32B": the members of a list are what their family is said to be, and stand for it where the
 * family is named nowhere else.
 */
export function withMembers(decisions: readonly Decision[]): Decision[] {
  const members = decisions.filter((d) => d.candidate.name !== null);
  if (members.length === 0) return [...decisions];
  const placesOf = (d: Decision): string[] => d.candidate.spans.map((s) => `${s.start},${s.end}`);
  const number = new Map(decisions.map((d, i) => [d, i]));
  const standsAt = new Map<string, Decision>();
  for (const d of decisions)
    if (d.candidate.name === null) for (const place of placesOf(d)) if (!standsAt.has(place)) standsAt.set(place, d);
  /** The first of those whose words a member shares. */
  const familyOf = (d: Decision): Decision | undefined => {
    let first: Decision | undefined;
    for (const place of placesOf(d)) {
      const other = standsAt.get(place);
      if (other && (first === undefined || (number.get(other) ?? 0) < (number.get(first) ?? 0))) first = other;
    }
    return first;
  };
  const listed = new Map<Decision, Set<string>>();
  const grown = decisions.map((d) => {
    const family = d.candidate.name === null ? undefined : familyOf(d);
    if (!family) return d;
    const places = listed.get(family) ?? new Set();
    for (const place of placesOf(d)) places.add(place);
    listed.set(family, places);
    const probabilities = d.probabilities.map((p, k) => Math.max(p, family.probabilities[k] ?? 0));
    return { ...d, probabilities, kept: family.kept, notes: [...d.notes, 'a member of a list has the roles of its family'] };
  });
  return grown.map((d) =>
    listed.has(d) && placesOf(d).every((place) => listed.get(d)?.has(place))
      ? { ...d, kept: [], notes: [...d.notes, 'named only through its members'] }
      : d,
  );
}

/** Two names of one kind over the same words are one name read twice: the likelier reading stays. */
export function withoutOverlaps(decisions: readonly Decision[], thresholds: Float32Array): Decision[] {
  const kept = decisions.map((d) => ({ ...d, kept: [...d.kept], notes: [...d.notes] }));
  const length = kept.reduce((end, d) => d.candidate.spans.reduce((e, s) => Math.max(e, s.end), end), 0);
  const taken = new Uint8Array(length);
  for (const [k, kind] of MENTION_KINDS.entries()) {
    taken.fill(0);
    const rivals = kept
      .filter((d) => d.kept.includes(kind))
      .sort((a, b) => (b.probabilities[k] ?? 0) - (a.probabilities[k] ?? 0) || start(a) - start(b));
    for (const decision of rivals) {
      const { spans, name } = decision.candidate;
      // Members of a list share the words of their family: they are told apart by their given names.
      if (name === null && spans.every((s) => taken.subarray(s.start, s.end).includes(1))) {
        decision.kept.splice(decision.kept.indexOf(kind), 1);
        decision.notes.push(`${kind}: the same words are read as a likelier name (threshold ${thresholds[k]?.toFixed(2)})`);
      } else if (name === null) for (const span of spans) taken.fill(1, span.start, span.end);
    }
  }
  return kept;
}

const start = (d: Decision): number => d.candidate.spans[0]?.start ?? 0;

export function toMentions(
  text: string,
  found: FoundCandidates,
  decisions: readonly Decision[],
  resolver: Resolver,
  reranker: Reranker,
): Mention[] {
  const byKey = new Map<string, Mention>();
  for (const decision of decisions) {
    const contexts = found.contextsOf.get(decision.candidate) ?? [];
    for (const kind of decision.kept) {
      const [type, role] = kind.split('/') as [MentionType, string];
      const k = MENTION_KINDS.indexOf(kind);
      const resolved = resolveCandidate(decision.candidate, type, resolver);
      const settled = decision.settled.find(({ rule }) => rule.kind === kind);
      const proof = settled ? { context: settled.context, rule: settled.rule.id } : findProof(kind, contexts, found.segments);
      if (!proof || resolved.name.length === 0) continue;
      const measured = Math.max(reranker.confidence(k, decision.probabilities[k] ?? 0), settled?.rule.confidence ?? 0);
      const confidence = Math.round(Math.min(0.999, Math.max(0.001, measured)) * 1000) / 1000;
      const aliases =
        decision.candidate.name === null ? decision.candidate.surfaces : [decision.candidate.name, ...decision.candidate.surfaces];
      const key = `${kind}|${resolved.id}`;
      const other = byKey.get(key);
      if (other) {
        const merged = [...new Set([...other.aliases, ...aliases])];
        byKey.set(
          key,
          confidence > other.confidence
            ? { ...other, confidence, rule: proof.rule, evidence: quoteEvidence(text, proof.context, found.segments), aliases: merged }
            : { ...other, aliases: merged },
        );
      } else
        byKey.set(key, {
          type,
          role,
          name: resolved.name,
          aliases: [...new Set(aliases)],
          id: resolved.id,
          confidence,
          rule: proof.rule,
          evidence: quoteEvidence(text, proof.context, found.segments),
        });
    }
  }
  return [...byKey.values()].sort(
    (a, b) => order(a) - order(b) || a.evidence.markStart - b.evidence.markStart || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

const order = (m: Mention): number => MENTION_KINDS.indexOf(`${m.type}/${m.role}` as MentionKind);

/** The surface that the lexicon knows, else the pair's English or short form, else the commonest one. */
export function resolveCandidate(candidate: Candidate, type: MentionType, resolver: Resolver): Resolved {
  if (candidate.name !== null) return resolver.resolve(type, candidate.name);
  let best: Resolved | null = null;
  for (const surface of candidate.surfaces) {
    const resolved = resolver.resolve(type, surface);
    if (resolved.parse['lexicon'] !== undefined) return resolved;
    if (!best || better(resolved.name, best.name)) best = resolved;
  }
  return best ?? resolver.resolve(type, candidate.surfaces[0] ?? '');
}

/** Latin before Chinese, then with capitals, then shorter: "GRPO" before "Group Relative Policy Optimization". */
function better(a: string, b: string): boolean {
  const rank = (s: string): number => (/\p{Script=Han}/u.test(s) ? 2 : 0) + (/[A-Z]/.test(s) ? 0 : 1);
  if (rank(a) !== rank(b)) return rank(a) < rank(b);
  const [fa, fb] = [foldName(a), foldName(b)];
  return fa !== fb && fa.length < fb.length;
}
