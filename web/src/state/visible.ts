// Which nodes and edges the filters leave on screen. Pure; the last answer is kept because map, table and status line all ask.
import type { NodeType } from '../../../src/shared/api/common.ts';
import type { GraphEdge, GraphNode } from '../../../src/shared/api/graph.ts';
import type { EdgeType } from '../../../src/shared/ontology.ts';
import type { GraphModel } from './graph-model.ts';
import type { ViewState } from './view-state.ts';

export interface Visible {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}
type Filters = Pick<ViewState, 'hiddenTypes' | 'hiddenRoles' | 'from' | 'to'>;

function findVisible(model: GraphModel, filters: Filters): Visible {
  const hiddenTypes = new Set<NodeType>(filters.hiddenTypes);
  const hiddenRoles = new Set<EdgeType>(filters.hiddenRoles);
  const isDated = filters.from !== null || filters.to !== null;
  const isInRange = (node: GraphNode): boolean =>
    (filters.from === null || node.date >= filters.from) && (filters.to === null || node.date <= filters.to);
  const papersInRange = new Set(model.nodes.filter((node) => node.type === 'paper' && isInRange(node)).map((node) => node.id));

  // A thing that no paper of the chosen dates mentions is left out with them.
  const isMentioned = (node: GraphNode): boolean => (model.edgesOf.get(node.id) ?? []).some((edge) => papersInRange.has(edge.source));
  const nodes = new Set<string>();
  for (const node of model.nodes) {
    if (hiddenTypes.has(node.type)) continue;
    if (!isDated || (node.type === 'paper' ? papersInRange.has(node.id) : isMentioned(node))) nodes.add(node.id);
  }
  const isShown = (edge: GraphEdge): boolean => !hiddenRoles.has(edge.type) && nodes.has(edge.source) && nodes.has(edge.target);
  return { nodes, edges: new Set(model.edges.filter(isShown).map((edge) => edge.id)) };
}

let last: { model: GraphModel; filters: Filters; visible: Visible } | null = null;

export function selectVisible(model: GraphModel, view: ViewState): Visible {
  const isSame =
    last !== null &&
    last.model === model &&
    last.filters.hiddenTypes === view.hiddenTypes &&
    last.filters.hiddenRoles === view.hiddenRoles &&
    last.filters.from === view.from &&
    last.filters.to === view.to;
  if (!isSame || last === null) last = { model, filters: view, visible: findVisible(model, view) };
  return last.visible;
}
