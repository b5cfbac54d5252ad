// Every candidate in plain words: who saw it, which rules held, what it was weighed at, and why it was kept or dropped.
import { MENTION_KINDS, type MentionKind } from '../shared/ontology.ts';
import { RULES } from './rules/all.ts';
import { ruleHolds } from './rules/rule.ts';
import type { Decision } from './stages/decide.ts';
import type { FoundCandidates } from './stages/find-candidates.ts';

export interface ExplainedCandidate {
  readonly name: string;
  readonly surfaces: readonly string[];
  readonly places: readonly (readonly [number, number])[];
  readonly sources: readonly string[];
  /** Lexicon lines with this form: "method: GRPO". */
  readonly lexicon: readonly string[];
  readonly rules: readonly string[];
  /** Type and role to probability, likeliest first, those above 0.05. */
  readonly probabilities: Readonly<Record<string, number>>;
  readonly kept: readonly MentionKind[];
  readonly notes: readonly string[];
}

const SHOWN = 0.05;

export function explainDecisions(found: FoundCandidates, decisions: readonly Decision[]): ExplainedCandidate[] {
  return decisions.map(({ candidate, probabilities, kept, notes }) => {
    const contexts = found.contextsOf.get(candidate) ?? [];
    const rules = RULES.filter((rule) =>
      contexts.some((c) =>
        ruleHolds(rule, c, found.segments.sections[found.segments.sentences[c.sentence]?.section ?? 0]?.kind ?? 'other'),
      ),
    );
    const likely = MENTION_KINDS.map((kind, k) => [kind, Math.round((probabilities[k] ?? 0) * 1000) / 1000] as const).filter(
      ([, p]) => p >= SHOWN,
    );
    return {
      name: candidate.name ?? candidate.surfaces[0] ?? '',
      surfaces: candidate.surfaces,
      places: candidate.spans.map((s) => [s.start, s.end] as const),
      sources: [...candidate.sources],
      lexicon: candidate.entries.map((e) => `${e.type}: ${e.name}`),
      rules: rules.map((r) => r.id),
      probabilities: Object.fromEntries(likely.sort((a, b) => b[1] - a[1])),
      kept,
      notes,
    };
  });
}
