// Every rule, by kind.
import { MENTION_KINDS, type MentionKind } from '../../shared/ontology.ts';
import type { Context } from '../stages/find-context.ts';
import type { SectionKind } from '../stages/segment-text.ts';
import { BENCHMARK_RULES, DATASET_RULES } from './benchmark.ts';
import { FIELD_RULES } from './field.ts';
import { METHOD_RULES } from './method.ts';
import { MODEL_RULES } from './model.ts';
import { type Rule, testHolds, testOf } from './rule.ts';

export const RULES: readonly Rule[] = [...FIELD_RULES, ...METHOD_RULES, ...MODEL_RULES, ...BENCHMARK_RULES, ...DATASET_RULES];

const byKind = new Map<MentionKind, Rule[]>();
for (const rule of RULES) byKind.set(rule.kind, [...(byKind.get(rule.kind) ?? []), rule]);
export const rulesOf = (kind: MentionKind): readonly Rule[] => byKind.get(kind) ?? [];

const TESTS = RULES.map((rule) => ({ test: testOf(rule), kind: MENTION_KINDS.indexOf(rule.kind) }));

/** How many rules of each of MENTION_KINDS hold. */
export function countHolding(context: Context, section: SectionKind, counts: Uint8Array): void {
  counts.fill(0);
  for (let i = 0; i < TESTS.length; i++) {
    const { test, kind } = TESTS[i] as (typeof TESTS)[number];
    if (testHolds(test, context, section)) counts[kind] = (counts[kind] as number) + 1;
  }
}
