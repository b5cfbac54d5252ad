// Hides what the filters leave out: one pass over the graph, one refresh, positions untouched.
import { watch } from '../state/store.ts';
import type { Visible } from '../state/visible.ts';
import type { Controller, MapContext } from './map-context.ts';

export function createFilterController({ app, items, sigma, visible }: MapContext): Controller {
  const apply = (now: Visible): void => {
    const nodes: string[] = [];
    const edges: string[] = [];
    // Written into the attributes themselves: the graph's own setters make Sigma index the whole graph again.
    for (const { id, at } of items.nodes) {
      if (at.hidden !== now.nodes.has(id)) continue;
      at.hidden = !at.hidden;
      nodes.push(id);
    }
    for (const { id, line } of items.edges) {
      if (line.hidden !== now.edges.has(id)) continue;
      line.hidden = !line.hidden;
      edges.push(id);
    }
    if (nodes.length + edges.length === 0) return;
    sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule: true });
  };
  apply(visible());
  return { dispose: watch(app.view, visible, apply) };
}
