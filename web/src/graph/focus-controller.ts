// Puts the selection, the arrow-key cursor and what the mouse is over into focus, handing on only the nodes and edges that change. Once a
// frame: going from one thing to the next leaves the one and enters the other, and a click selects what was hovered.

import { otherEnd } from '../state/graph-model.ts';
import { watch } from '../state/store.ts';
import type { Controller, MapContext } from './map-context.ts';
import { repaint } from './repaint.ts';

interface Levels {
  readonly nodes: Map<string, number>;
  readonly edges: Map<string, number>;
}

function findLevels({ app, model, visible }: MapContext): Levels & { isDimmed: boolean } {
  const { selected, edge } = app.view.get();
  const shown = visible();
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
      if (!shown.edges.has(link.id)) continue;
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
    const together = new Set(lit.filter((id) => model.nodeById.has(id) && shown.nodes.has(id)));
    for (const id of together) {
      raise(nodes, id, 2);
      for (const link of model.edgesOf.get(id) ?? [])
        if (together.has(otherEnd(link, id)) && shown.edges.has(link.id)) raise(edges, link.id, 2);
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
function changed(now: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>): string[] {
  const ids: string[] = [];
  for (const [id, level] of now) if (before.get(id) !== level) ids.push(id);
  for (const id of before.keys()) if (!now.has(id)) ids.push(id);
  return ids;
}

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
    repaint(
      sigma,
      nodes.map((id) => {
        const at = graph.getNodeAttributes(id);
        at.emphasis = now.nodes.get(id) ?? 0;
        return { id, at };
      }),
      edges.map((id) => {
        const line = graph.getEdgeAttributes(id);
        line.emphasis = now.edges.get(id) ?? 0;
        return { id, line };
      }),
    );
  };
  let isDue = true;
  const ask = (): void => {
    isDue = true;
    sigma.scheduleRender();
  };
  const beforeRender = (): void => {
    if (isDue) apply();
    isDue = false;
  };
  sigma.on('beforeRender', beforeRender);

  const stops = [
    watch(app.view, (view) => `${view.selected}\n${view.edge}`, ask),
    watch(app.view, context.visible, ask),
    watch(app.ui, (ui) => `${ui.hovered}\n${ui.hoveredEdge}\n${ui.cursor}\n${ui.lit.join()}`, ask),
  ];
  return {
    dispose: () => {
      sigma.off('beforeRender', beforeRender);
      for (const stop of stops) stop();
    },
  };
}
