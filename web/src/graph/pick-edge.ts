// Finds the visible edge under the pointer by distance, on the processor: a click or a hover costs one pass over the edges,
// and nothing at all while the pointer rests (Sigma's own edge events read pixels back from the graphics card).
import type { MapContext } from './map-context.ts';

const REACH_PX = 6;

export function pickEdge({ items, sigma, focus }: MapContext, at: { x: number; y: number }): string | null {
  const point = sigma.viewportToGraph(at);
  const pixels = sigma.getGraphToViewportRatio();
  let nearest = REACH_PX / pixels;
  let found: string | null = null;
  for (const { id, line: edge, from: a, to: b } of items.edges) {
    if (edge.hidden || (focus.isDimmed && edge.emphasis === 0)) continue;
    const reach = nearest + Math.abs(edge.shift) / pixels;
    if (Math.min(a.x, b.x) - reach > point.x || Math.max(a.x, b.x) + reach < point.x) continue;
    if (Math.min(a.y, b.y) - reach > point.y || Math.max(a.y, b.y) + reach < point.y) continue;
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const length = Math.hypot(dx, dy) || 1;
    const shift = edge.shift / pixels / length;
    const px = point.x + dy * shift;
    const py = point.y - dx * shift;
    const along = Math.max(0, Math.min(1, ((px - a.x) * dx + (py - a.y) * dy) / (length * length)));
    const distance = Math.hypot(a.x + along * dx - px, a.y + along * dy - py);
    if (distance < nearest) {
      nearest = distance;
      found = id;
    }
  }
  return found;
}
