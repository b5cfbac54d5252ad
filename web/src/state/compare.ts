// Two to four things side by side: what they share and what only one has, each cell with the relations that say so.
import type { NodeType } from '../../../src/shared/api/common.ts';
import type { GraphEdge, GraphNode } from '../../../src/shared/api/graph.ts';
import { type GraphModel, otherEnd } from './graph-model.ts';
import { NODE_TYPES } from './view-state.ts';
import type { Visible } from './visible.ts';

export const MAX_COMPARED = 4;

export interface ComparedRow {
  readonly node: GraphNode;
  /** For each thing the relations that tie it to the node; empty when nothing does. */
  readonly cells: readonly (readonly GraphEdge[])[];
  /** How many of the things have it. */
  readonly shared: number;
}
export interface Comparison {
  readonly things: readonly GraphNode[];
  readonly groups: readonly { readonly type: NodeType; readonly rows: readonly ComparedRow[] }[];
}

/** Direct relations; of anything but a paper also what its papers relate to, but not what they only compare with. */
function touches(model: GraphModel, visible: Visible, thing: GraphNode): Map<string, GraphEdge[]> {
  const found = new Map<string, GraphEdge[]>();
  const add = (id: string, edge: GraphEdge): void => {
    const edges = found.get(id) ?? [];
    if (!edges.includes(edge)) found.set(id, [...edges, edge]);
  };
  for (const edge of model.edgesOf.get(thing.id) ?? []) {
    if (!visible.edges.has(edge.id)) continue;
    const other = otherEnd(edge, thing.id);
    add(other, edge);
    if (thing.type === 'paper' || edge.type === 'COMPARES_WITH' || model.nodeById.get(other)?.type !== 'paper') continue;
    for (const more of model.edgesOf.get(other) ?? []) {
      if (more.source === other && more.target !== thing.id && more.type !== 'COMPARES_WITH' && visible.edges.has(more.id))
        add(more.target, more);
    }
  }
  return found;
}

export function findComparison(model: GraphModel, visible: Visible, ids: readonly string[]): Comparison {
  const things = ids.flatMap((id) => model.nodeById.get(id) ?? []);
  const maps = things.map((thing) => touches(model, visible, thing));
  const all = new Set(maps.flatMap((map) => [...map.keys()]));
  for (const { id } of things) all.delete(id);
  const rows = [...all].flatMap((id): ComparedRow[] => {
    const node = model.nodeById.get(id);
    if (!node) return [];
    const cells = maps.map((map) => map.get(id) ?? []);
    return [{ node, cells, shared: cells.filter((cell) => cell.length > 0).length }];
  });
  rows.sort((a, b) => b.shared - a.shared || b.node.weight - a.node.weight || (a.node.id < b.node.id ? -1 : 1));
  return {
    things,
    groups: NODE_TYPES.map((type) => ({ type, rows: rows.filter(({ node }) => node.type === type) })).filter(
      (group) => group.rows.length > 0,
    ),
  };
}
