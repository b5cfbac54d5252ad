// The stated order in which arrow keys and lists go through the neighbours of a node: by role, then by weight, then by name.
import type { GraphEdge, GraphNode } from '../../../src/shared/api/graph.ts';
import type { EdgeType } from '../../../src/shared/ontology.ts';
import { type GraphModel, otherEnd } from './graph-model.ts';
import { ROLE_ORDER } from './view-state.ts';
import type { Visible } from './visible.ts';

interface Neighbour {
  readonly edge: GraphEdge;
  readonly node: GraphNode;
}
const rankOf = (type: EdgeType): number => {
  const rank = (ROLE_ORDER as readonly EdgeType[]).indexOf(type);
  return rank < 0 ? ROLE_ORDER.length : rank;
};

export function findNeighbours(model: GraphModel, id: string, visible: Visible | null): Neighbour[] {
  const found: Neighbour[] = [];
  for (const edge of model.edgesOf.get(id) ?? []) {
    const node = model.nodeById.get(otherEnd(edge, id));
    if (node && (visible === null || visible.edges.has(edge.id))) found.push({ edge, node });
  }
  return found.sort(
    (a, b) => rankOf(a.edge.type) - rankOf(b.edge.type) || b.node.weight - a.node.weight || a.node.name.localeCompare(b.node.name),
  );
}
