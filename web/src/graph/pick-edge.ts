// Finds the visible edge under the pointer by distance, on the processor: a click or a hover costs one pass over the ends of the edges,
// and nothing at all while the pointer rests (Sigma's own edge events read pixels back from the graphics card).
import type { MapContext } from './map-context.ts';

const REACH_PX = 6;
/** More than any edge is drawn beside its straight line. */
const MAX_SHIFT_PX = 40;

export function pickEdge({ items: { edges, ends }, sigma, focus }: MapContext, at: { x: number; y: number }): string | null {
  const { x, y } = sigma.viewportToGraph(at);
  const pixels = sigma.getGraphToViewportRatio();
  const reach = (REACH_PX + MAX_SHIFT_PX) / pixels;
  let nearest = REACH_PX / pixels;
  let found: string | null = null;
  for (let i = 0, e = 0; i < ends.length; i += 4, e++) {
    const ax = ends[i] as number;
    const bx = ends[i + 2] as number;
    if ((ax < x - reach && bx < x - reach) || (ax > x + reach && bx > x + reach)) continue;
    const ay = ends[i + 1] as number;
    const by = ends[i + 3] as number;
    if ((ay < y - reach && by < y - reach) || (ay > y + reach && by > y + reach)) continue;
    const dx = bx - ax;
    const dy = by - ay;
    const length = Math.sqrt(dx * dx + dy * dy) || 1;
    // How far the pointer is from the straight line, before anything is looked up.
    const across = (dx * (y - ay) - dy * (x - ax)) / length;
    if (across > reach || -across > reach) continue;
    const edge = edges[e];
    if (!edge || edge.line.hidden || (focus.isDimmed && edge.line.emphasis === 0)) continue;
    const shift = edge.line.shift / pixels / length;
    const px = x + dy * shift;
    const py = y - dx * shift;
    const along = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (length * length)));
    const distance = Math.hypot(ax + along * dx - px, ay + along * dy - py);
    if (distance < nearest) {
      nearest = distance;
      found = edge.id;
    }
  }
  return found;
}
