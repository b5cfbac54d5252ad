// Hides what the filters leave out: one pass over the graph, one refresh, positions untouched.
import { watch } from '../state/store.ts';
import type { Visible } from '../state/visible.ts';
import type { MapItems } from './build-graph.ts';
import type { Controller, MapContext } from './map-context.ts';
import { repaint } from './repaint.ts';

export function createFilterController({ app, items, sigma, visible }: MapContext): Controller {
  const apply = (now: Visible): void => {
    const nodes: MapItems['nodes'][number][] = [];
    const edges: MapItems['edges'][number][] = [];
    // Written into the attributes themselves: the graph's own setters make Sigma index the whole graph again.
    for (const node of items.nodes) {
      if (node.at.hidden !== now.nodes.has(node.id)) continue;
      node.at.hidden = !node.at.hidden;
      nodes.push(node);
    }
    for (const edge of items.edges) {
      if (edge.line.hidden !== now.edges.has(edge.id)) continue;
      edge.line.hidden = !edge.line.hidden;
      edges.push(edge);
    }
    if (nodes.length + edges.length === 0) return;
    repaint(sigma, nodes, edges);
    sigma.scheduleRender();
  };
  apply(visible());
  return { dispose: watch(app.view, visible, apply) };
}
