// Which nodes and edges the filters and expansions leave on screen. Pure; the last answer per model is kept because map, tables and status line all ask.
import type { NodeType } from '../../../src/shared/api/common.ts';
import type { GraphEdge, GraphNode } from '../../../src/shared/api/graph.ts';
import type { EdgeType } from '../../../src/shared/ontology.ts';
import { findExplored } from './explore.ts';
import type { GraphModel } from './graph-model.ts';
import type { ViewState } from './view-state.ts';

export interface Visible {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** Neighbours that an expansion left out, by the thing it started from. */
  readonly more: ReadonlyMap<string, number>;
}
type Filters = Pick<ViewState, 'hiddenTypes' | 'hiddenRoles' | 'from' | 'to' | 'explored'>;

function findVisible(model: GraphModel, filters: Filters): Visible {
  const hiddenTypes = new Set<NodeType>(filters.hiddenTypes);
  const hiddenRoles = new Set<EdgeType>(filters.hiddenRoles);
  const isDated = filters.from !== null || filters.to !== null;
  const isInRange = (date: string): boolean =>
    (filters.from === null || date >= filters.from) && (filters.to === null || date <= filters.to);
  const papersInRange = new Set<string>();
  if (isDated) for (const node of model.nodes) if (node.type === 'paper' && isInRange(node.date)) papersInRange.add(node.id);
  const explored = filters.explored.length > 0 ? findExplored(model, filters.explored) : null;

  // A thing that no paper of the chosen dates mentions is left out with them.
  const isStated = (edge: GraphEdge): boolean =>
    papersInRange.has(edge.source) || (model.ties.get(edge.id)?.dates.some(isInRange) ?? false);
  const isMentioned = (node: GraphNode): boolean => (model.edgesOf.get(node.id) ?? []).some(isStated);
  const nodes = new Set<string>();
  for (const node of model.nodes) {
    if (hiddenTypes.has(node.type) || (explored && !explored.nodes.has(node.id))) continue;
    if (!isDated || (node.type === 'paper' ? papersInRange.has(node.id) : isMentioned(node))) nodes.add(node.id);
  }
  const edges = new Set<string>();
  for (const edge of model.edges) {
    if (hiddenRoles.has(edge.type) || !nodes.has(edge.source) || !nodes.has(edge.target)) continue;
    if (!isDated || (model.ties.get(edge.id)?.dates.some(isInRange) ?? true)) edges.add(edge.id);
  }
  return { nodes, edges, more: explored?.more ?? new Map() };
}

const KEYS = ['hiddenTypes', 'hiddenRoles', 'from', 'to', 'explored'] as const satisfies readonly (keyof Filters)[];
const lastOf = new WeakMap<GraphModel, { filters: Filters; visible: Visible }>();

export function selectVisible(model: GraphModel, view: Filters): Visible {
  const last = lastOf.get(model);
  if (last && KEYS.every((key) => last.filters[key] === view[key])) return last.visible;
  const visible = findVisible(model, view);
  lastOf.set(model, { filters: view, visible });
  return visible;
}

/** What the panels beside the map are about: the filters, but not what was opened on the map piece by piece. */
const WHOLE: ViewState['explored'] = [];
const wholeOf = new WeakMap<GraphModel, { filters: Filters; visible: Visible }>();
export function selectUnexplored(model: GraphModel, view: Filters): Visible {
  if (view.explored.length === 0) return selectVisible(model, view);
  const last = wholeOf.get(model);
  if (last && KEYS.every((key) => key === 'explored' || last.filters[key] === view[key])) return last.visible;
  const visible = findVisible(model, { ...view, explored: WHOLE });
  wholeOf.set(model, { filters: view, visible });
  return visible;
}
