// Finds the node under the pointer by distance, on the processor. Sigma 3.0.3 draws every frame twice and reads a pixel back from the
// graphics card on each mouse move, which waits for that card (sigma#1546: seconds on a busy machine without a GPU, here under a
// millisecond). Its own question is the one private method replaced below; the e2e tests click nodes, so an update that renames it shows.
import type { MapContext } from './map-context.ts';

/** Small nodes may be hit so far off. */
const SLACK_PX = 3;
const FINGER_SLACK_PX = 9;

interface Coordinates {
  readonly x: number;
  readonly y: number;
}

function pickNode({ items, sigma, look, focus }: MapContext, at: Coordinates): string | null {
  if (look.fade < 0.3) return null;
  const point = sigma.viewportToGraph(at);
  const pixels = sigma.getGraphToViewportRatio();
  const slack = matchMedia('(pointer: coarse)').matches ? FINGER_SLACK_PX : SLACK_PX;
  const toScreen = sigma.scaleSize(1);
  let nearest = 0;
  let found: string | null = null;
  for (const { id, at: node } of items.nodes) {
    if (node.hidden) continue;
    const dx = (node.x - point.x) * pixels;
    const dy = (node.y - point.y) * pixels;
    const reach = node.size * toScreen + slack;
    if (dx > reach || -dx > reach || dy > reach || -dy > reach) continue;
    const distance = Math.hypot(dx, dy) - node.size * toScreen;
    // Of two that overlap the one in focus wins, else the one whose rim is farthest away.
    const rank = distance - slack - (focus.isDimmed && node.emphasis > 0 ? 2 : 0);
    if (distance <= slack && rank < nearest) {
      nearest = rank;
      found = id;
    }
  }
  return found;
}

export function installNodePicking(context: MapContext): void {
  const sigma = context.sigma as unknown as { getNodeAtPosition: (at: Coordinates) => string | null };
  sigma.getNodeAtPosition = (at) => pickNode(context, at);
}
