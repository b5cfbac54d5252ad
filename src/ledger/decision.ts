// What a user may decide about the graph. Decisions are ledger entries: they survive re-reading and rebuilding, and can be undone.
import type { MentionKind, MentionType } from '../shared/ontology.ts';

export type Decision =
  /** `name` means the same as `target`, from now on. */
  | { readonly kind: 'alias'; readonly type: MentionType; readonly name: string; readonly target: string }
  /** `name` is a thing of its own, whatever the name algebra says. */
  | { readonly kind: 'never-merge'; readonly type: MentionType; readonly name: string }
  /** In this paper, what was read as `entity` is something else: another role, another name, or both. */
  | { readonly kind: 'correct'; readonly paper: string; readonly entity: string; readonly role?: MentionKind; readonly name?: string }
  /** The edge is not shown: `<paper>|<TYPE>|<entity>`. */
  | { readonly kind: 'hide'; readonly edge: string };

/** The paper a decision is about, or null when it may be about any. */
export function paperOfDecision(decision: Decision): string | null {
  if (decision.kind === 'correct') return decision.paper;
  if (decision.kind === 'hide') return decision.edge.split('|')[0] ?? null;
  return null;
}
