// Puts the selection, the arrow-key cursor and what the mouse is over into focus, refreshing only the nodes and edges that change.

import { otherEnd } from '../state/graph-model.ts';
import { watch } from '../state/store.ts';
import type { Controller, MapContext } from './map-context.ts';

interface Levels {
  readonly nodes: Map<string, number>;
  readonly edges: Map<string, number>;
}

function findLevels({ app, model, visible }: MapContext): Levels & { isDimmed: boolean } {
  const { selected, edge } = app.view.get();
  const { hovered, hoveredEdge, cursor, lit } = app.ui.get();
  const nodes = new Map<string, number>();
  const edges = new Map<string, number>();
  const raise = (levels: Map<string, number>, id: string, level: number): void => {
    levels.set(id, Math.max(level, levels.get(id) ?? 0));
  };
  const addNode = (id: string | null): void => {
    if (id === null || !model.nodeById.has(id)) return;
    raise(nodes, id, 2);
    for (const link of model.edgesOf.get(id) ?? []) {
      if (!visible().edges.has(link.id)) continue;
      raise(edges, link.id, 1);
      raise(nodes, otherEnd(link, id), 1);
    }
  };
  const addEdge = (id: string | null): void => {
    const link = id === null ? undefined : model.edgeById.get(id);
    if (!link) return;
    raise(edges, link.id, 2);
    raise(nodes, link.source, 2);
    raise(nodes, link.target, 2);
  };
  /** A cell of the matrix under the pointer: its papers, technique and benchmark, and what ties them. */
  const addLit = (): void => {
    const together = new Set(lit.filter((id) => model.nodeById.has(id) && visible().nodes.has(id)));
    for (const id of together) {
      raise(nodes, id, 2);
      for (const link of model.edgesOf.get(id) ?? [])
        if (together.has(otherEnd(link, id)) && visible().edges.has(link.id)) raise(edges, link.id, 2);
    }
  };
  if (lit.length > 0) addLit();
  else {
    addNode(selected);
    addEdge(edge);
    addEdge(cursor);
  }
  const isDimmed = nodes.size > 0;
  addNode(hovered);
  addEdge(hoveredEdge);
  return { nodes, edges, isDimmed };
}

/** Ids whose level differs between two states. */
const changed = (now: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>): string[] => [
  ...[...now].filter(([id, level]) => before.get(id) !== level).map(([id]) => id),
  ...[...before.keys()].filter((id) => !now.has(id)),
];

export function createFocusController(context: MapContext): Controller {
  const { app, graph, sigma, look, focus } = context;
  let last: Levels = { nodes: new Map(), edges: new Map() };

  const apply = (): void => {
    const now = findLevels(context);
    const nodes = changed(now.nodes, last.nodes).filter((id) => graph.hasNode(id));
    const edges = changed(now.edges, last.edges).filter((id) => graph.hasEdge(id));
    const wasDimmed = focus.isDimmed;
    if (nodes.length + edges.length === 0 && wasDimmed === now.isDimmed) return;
    last = now;
    focus.nodes = new Set(now.nodes.keys());
    focus.ringed = new Set([...now.nodes].filter(([, level]) => level === 2).map(([id]) => id));
    focus.isDimmed = now.isDimmed;
    look.dimNodes = now.isDimmed ? 0.16 : 1;
    look.dimEdges = now.isDimmed ? 0.12 : 1;
    // Written into the attributes themselves: the graph's own setters make Sigma index the whole graph again, for each of them.
    for (const id of nodes) graph.getNodeAttributes(id).emphasis = now.nodes.get(id) ?? 0;
    for (const id of edges) graph.getEdgeAttributes(id).emphasis = now.edges.get(id) ?? 0;
    sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule: true });
  };

  const stops = [
    watch(app.view, (view) => `${view.selected}\n${view.edge}`, apply),
    watch(app.view, context.visible, apply),
    watch(app.ui, (ui) => `${ui.hovered}\n${ui.hoveredEdge}\n${ui.cursor}\n${ui.lit.join()}`, apply),
  ];
  apply();
  return {
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
}
