// Hides what the filters leave out: one pass over the graph, one refresh, positions untouched.
import { watch } from '../state/store.ts';
import type { Visible } from '../state/visible.ts';
import type { Controller, MapContext } from './map-context.ts';

export function createFilterController({ app, graph, sigma, visible }: MapContext): Controller {
  const apply = (now: Visible): void => {
    const nodes: string[] = [];
    const edges: string[] = [];
    graph.forEachNode((id, attributes) => {
      if (attributes.hidden === now.nodes.has(id)) nodes.push(id);
    });
    graph.forEachEdge((id, attributes) => {
      if (attributes.hidden === now.edges.has(id)) edges.push(id);
    });
    if (nodes.length + edges.length === 0) return;
    for (const id of nodes) graph.setNodeAttribute(id, 'hidden', !now.nodes.has(id));
    for (const id of edges) graph.setEdgeAttribute(id, 'hidden', !now.edges.has(id));
    sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule: true });
  };
  apply(visible());
  return { dispose: watch(app.view, visible, apply) };
}
