// What a user may decide about the graph. Decisions are ledger entries: they survive re-reading and rebuilding, and can be undone.
import type { Decision } from '../shared/api/overrides.ts';

export type { Decision } from '../shared/api/overrides.ts';

/** The paper a decision is about, or null when it may be about any. */
export function paperOfDecision(decision: Decision): string | null {
  if (decision.kind === 'correct') return decision.paper;
  if (decision.kind === 'hide') return decision.edge.split('|')[0] ?? null;
  return null;
}
