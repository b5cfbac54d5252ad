// Opening the neighbourhood of a thing piece by piece: by role, with the count known before, never more than 50 at once.
import type { EdgeType } from '../../../src/shared/ontology.ts';
import type { GraphModel } from './graph-model.ts';
import { findNeighbours } from './neighbours.ts';
import { type Expansion, ROLE_ORDER } from './view-state.ts';

export const EXPAND_CAP = 50;

interface Explored {
  readonly nodes: ReadonlySet<string>;
  /** What an expansion left out, by the thing it started from. */
  readonly more: ReadonlyMap<string, number>;
}

/** How many neighbours each role would add. */
export function countsByRole(model: GraphModel, id: string): { role: EdgeType; total: number }[] {
  const totals = new Map<EdgeType, Set<string>>();
  for (const { edge, node } of findNeighbours(model, id, null)) {
    const ids = totals.get(edge.type) ?? new Set();
    totals.set(edge.type, ids.add(node.id));
  }
  return ROLE_ORDER.flatMap((role) => {
    const ids = totals.get(role);
    return ids ? [{ role, total: ids.size }] : [];
  });
}

export function findExplored(model: GraphModel, explored: readonly Expansion[]): Explored {
  const nodes = new Set<string>();
  const more = new Map<string, number>();
  for (const { id, role, shown } of explored) {
    nodes.add(id);
    if (role === null) continue;
    const neighbours = new Set(
      findNeighbours(model, id, null)
        .filter(({ edge }) => edge.type === role)
        .map(({ node }) => node.id),
    );
    let left = shown;
    for (const neighbour of neighbours) {
      if (left-- <= 0) break;
      nodes.add(neighbour);
    }
    if (neighbours.size > shown) more.set(id, (more.get(id) ?? 0) + neighbours.size - shown);
  }
  return { nodes, more };
}

/** Opens a role of a thing, or closes it when it is open; the thing itself stays. */
export function toggleExpansion(explored: readonly Expansion[], id: string, role: EdgeType): Expansion[] {
  const isOpen = explored.some((entry) => entry.id === id && entry.role === role);
  if (!isOpen) return [...explored, { id, role, shown: EXPAND_CAP }];
  const rest = explored.filter((entry) => entry.id !== id || entry.role !== role);
  return rest.some((entry) => entry.id === id) ? rest : [...rest, { id, role: null, shown: 0 }];
}

/** The next 50 of every role of `id` that has some left. */
export function expandMore(model: GraphModel, explored: readonly Expansion[], id: string): Expansion[] {
  const totals = new Map(countsByRole(model, id).map(({ role, total }) => [role, total]));
  return explored.map((entry) =>
    entry.id === id && entry.role !== null && (totals.get(entry.role) ?? 0) > entry.shown
      ? { ...entry, shown: entry.shown + EXPAND_CAP }
      : entry,
  );
}

/** Closes all that was opened from `id`. */
export const collapse = (explored: readonly Expansion[], id: string): Expansion[] => [
  ...explored.filter((entry) => entry.id !== id),
  { id, role: null, shown: 0 },
];
