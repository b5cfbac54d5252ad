// Finds the visible edge under the pointer by distance, on the processor: a click or a hover costs one pass over the edges,
// and nothing at all while the pointer rests (Sigma's own edge events read pixels back from the graphics card).
import type { MapContext } from './map-context.ts';

const REACH_PX = 6;

export function pickEdge({ graph, sigma, focus }: MapContext, at: { x: number; y: number }): string | null {
  const point = sigma.viewportToGraph(at);
  let nearest = REACH_PX / sigma.getGraphToViewportRatio();
  let found: string | null = null;
  graph.forEachEdge((id, edge, _source, _target, a, b) => {
    if (edge.hidden || (focus.isDimmed && edge.emphasis === 0)) return;
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const along = Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
    const distance = Math.hypot(a.x + along * dx - point.x, a.y + along * dy - point.y);
    if (distance < nearest) {
      nearest = distance;
      found = id;
    }
  });
  return found;
}
