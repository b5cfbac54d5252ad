// The graph as rows: what the table of papers and the matrix show, from the same nodes, edges and filters as the map.
import type { GraphNode } from '../../../src/shared/api/graph.ts';
import type { EdgeType } from '../../../src/shared/ontology.ts';
import type { GraphModel } from './graph-model.ts';
import type { Visible } from './visible.ts';

export interface PaperRow {
  readonly paper: GraphNode;
  readonly methods: readonly GraphNode[];
  readonly models: readonly GraphNode[];
  readonly benchmarks: readonly GraphNode[];
}

function targets(
  model: GraphModel,
  visible: Visible,
  paper: string,
  edgeTypes: readonly EdgeType[],
  types: readonly string[],
): GraphNode[] {
  const found = new Map<string, GraphNode>();
  for (const edge of model.edgesOf.get(paper) ?? []) {
    const node = model.nodeById.get(edge.target);
    if (node && edge.source === paper && edgeTypes.includes(edge.type) && types.includes(node.type) && visible.edges.has(edge.id))
      found.set(node.id, node);
  }
  return [...found.values()];
}
const byWeight = (nodes: GraphNode[]): GraphNode[] => nodes.sort((a, b) => b.weight - a.weight);

/** What is its own first, then what it shares. */
function proposedFirst(model: GraphModel, visible: Visible, paper: string): GraphNode[] {
  const own = targets(model, visible, paper, ['PROPOSES'], ['method']);
  const used = byWeight(targets(model, visible, paper, ['USES'], ['method']));
  return [...own, ...used.filter((node) => !own.includes(node))];
}

/** `picked`: only these papers, when there are any. */
export const findPaperRows = (model: GraphModel, visible: Visible, picked: readonly string[] = []): PaperRow[] =>
  model.nodes
    .filter((node) => node.type === 'paper' && visible.nodes.has(node.id) && (picked.length === 0 || picked.includes(node.id)))
    .map((paper) => ({
      paper,
      methods: proposedFirst(model, visible, paper.id),
      models: byWeight(targets(model, visible, paper.id, ['BUILDS_ON'], ['model'])),
      benchmarks: byWeight(targets(model, visible, paper.id, ['EVALUATES_ON', 'INTRODUCES'], ['benchmark'])),
    }));

/** Papers with a visible edge to `id`. */
export const isAbout = (model: GraphModel, visible: Visible, paper: string, id: string): boolean =>
  (model.edgesOf.get(paper) ?? []).some((edge) => (edge.target === id || edge.source === id) && visible.edges.has(edge.id));
