// The user's decisions, arranged for projection: what a name means once they are applied, and which edges are hidden or corrected.
import type { StandingDecision } from '../ledger/ledger-state.ts';
import type { Resolved, Resolver } from '../resolve/types.ts';
import { foldName, slug } from '../shared/fold.ts';
import { ID_PREFIX_OF, type MentionKind, type MentionType } from '../shared/ontology.ts';

export interface Correction {
  readonly role?: MentionKind;
  readonly name?: string;
}
export interface DecisionBook {
  /** What a name means: never-merge first, then aliases, then the name algebra. */
  identify(type: MentionType, name: string): Resolved;
  correctionOf(paperId: string, entityId: string): Correction | undefined;
  isHidden(edgeId: string): boolean;
  /** Whether anything in this paper was corrected. */
  isCorrected(paperId: string): boolean;
}
const MAX_CACHED_NAMES = 200_000;
const MAX_ALIAS_STEPS = 10;

/** Later decisions win over earlier ones about the same thing. */
export function makeDecisionBook(decisions: readonly StandingDecision[], resolver: Resolver): DecisionBook {
  const aliases = new Map<string, string>();
  const separate = new Set<string>();
  const corrections = new Map<string, Correction>();
  const corrected = new Set<string>();
  const hidden = new Set<string>();
  for (const { decision } of [...decisions].sort((a, b) => a.seq - b.seq)) {
    if (decision.kind === 'alias') {
      separate.delete(`${decision.type}|${foldName(decision.name)}`);
      aliases.set(resolver.resolve(decision.type, decision.name).id, decision.target);
    } else if (decision.kind === 'never-merge') {
      separate.add(`${decision.type}|${foldName(decision.name)}`);
    } else if (decision.kind === 'correct') {
      const { role, name } = decision;
      corrections.set(`${decision.paper}|${decision.entity}`, { ...(role ? { role } : {}), ...(name ? { name } : {}) });
      corrected.add(decision.paper);
    } else {
      hidden.add(decision.edge);
    }
  }

  const identify = (type: MentionType, name: string): Resolved => {
    let resolved = resolver.resolve(type, name);
    if (separate.has(`${type}|${foldName(name)}`)) {
      return {
        ...resolved,
        id: `${ID_PREFIX_OF[type]}:${slug(name)}`,
        name,
        nameZh: null,
        aliases: [],
        parse: { ...resolved.parse, decision: 'never-merge' },
      };
    }
    for (let step = 0; step < MAX_ALIAS_STEPS; step++) {
      const target = aliases.get(resolved.id);
      if (target === undefined) return resolved;
      const next = resolver.resolve(type, target);
      if (next.id === resolved.id) return resolved;
      resolved = { ...next, parse: { ...next.parse, decision: 'alias' } };
    }
    return resolved;
  };

  const known = new Map<string, Resolved>();
  return {
    identify(type, name) {
      const key = `${type}|${name}`;
      const cached = known.get(key);
      if (cached) return cached;
      if (known.size >= MAX_CACHED_NAMES) known.clear();
      const resolved = identify(type, name);
      known.set(key, resolved);
      return resolved;
    },
    correctionOf: (paperId, entityId) => corrections.get(`${paperId}|${entityId}`),
    isHidden: (edgeId) => hidden.has(edgeId),
    isCorrected: (paperId) => corrected.has(paperId),
  };
}
