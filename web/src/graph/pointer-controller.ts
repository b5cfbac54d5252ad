// Mouse and touch on the map: hover, click on a node, click on an edge, click on nothing.
import type { Controller, MapContext } from './map-context.ts';
import { pickEdge } from './pick-edge.ts';

/** The technique whose hull's name is at this place. */
type HullAt = (at: { x: number; y: number }) => string | null;

export function createPointerController(context: MapContext, hullAt: HullAt): Controller {
  const { app, sigma, look, pointing } = context;
  const container = sigma.getContainer();
  let frame = 0;
  let isDown = false;

  let isLeaving = false;
  let isOver = false;

  const setHover = (hovered: string | null, hoveredEdge: string | null): void => {
    isLeaving = false;
    app.ui.patch({ hovered, hoveredEdge });
    const isOverNow = hovered !== null || hoveredEdge !== null;
    if (isOverNow === isOver) return;
    isOver = isOverNow;
    container.classList.toggle('is-over', isOver);
  };
  const canPickEdges = (): boolean => look.fade > 0.3;

  sigma.on('enterNode', ({ node }) => setHover(node, null));
  // Sigma leaves one node and enters the next in the same event: then only the next is told of.
  sigma.on('leaveNode', () => {
    isLeaving = true;
    queueMicrotask(() => {
      if (isLeaving) setHover(null, null);
    });
  });
  sigma.on('clickNode', ({ node }) => {
    pointing.isNow = true;
    app.select(node);
    pointing.isNow = false;
    // After: what was under the pointer is in focus by now, and nothing has to be drawn twice.
    setHover(null, null);
  });
  sigma.on('clickStage', ({ event }) => {
    const edge = canPickEdges() ? pickEdge(context, event) : null;
    const technique = edge === null ? hullAt(event) : null;
    setHover(null, null);
    if (edge !== null) app.openEdge(edge);
    else if (technique !== null) {
      pointing.isNow = true;
      app.select(technique);
      pointing.isNow = false;
    } else if (app.view.get().edge !== null || app.view.get().selected !== null) app.select(null);
  });
  sigma.on('doubleClickNode', ({ preventSigmaDefault }) => preventSigmaDefault());
  sigma.on('downStage', () => {
    isDown = true;
  });
  sigma.on('upStage', () => {
    isDown = false;
  });
  sigma.on('moveBody', ({ event }) => {
    if (isDown || frame !== 0 || app.ui.get().hovered !== null || !canPickEdges()) return;
    const at = { x: event.x, y: event.y };
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (app.ui.get().hovered === null) setHover(null, pickEdge(context, at));
    });
  });
  const onLeave = (): void => setHover(null, null);
  container.addEventListener('pointerleave', onLeave);

  return {
    dispose: () => {
      cancelAnimationFrame(frame);
      container.removeEventListener('pointerleave', onLeave);
      app.ui.patch({ hovered: null, hoveredEdge: null });
    },
  };
}
