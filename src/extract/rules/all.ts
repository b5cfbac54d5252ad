// Every rule, by kind.
import type { MentionKind } from '../../shared/ontology.ts';
import { BENCHMARK_RULES, DATASET_RULES } from './benchmark.ts';
import { FIELD_RULES } from './field.ts';
import { METHOD_RULES } from './method.ts';
import { MODEL_RULES } from './model.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [...FIELD_RULES, ...METHOD_RULES, ...MODEL_RULES, ...BENCHMARK_RULES, ...DATASET_RULES];

const byKind = new Map<MentionKind, Rule[]>();
for (const rule of RULES) byKind.set(rule.kind, [...(byKind.get(rule.kind) ?? []), rule]);
export const rulesOf = (kind: MentionKind): readonly Rule[] => byKind.get(kind) ?? [];
