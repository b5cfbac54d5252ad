// Finds the node under the pointer by distance, on the processor. Sigma 3.0.3 draws every frame twice and reads a pixel back from the
// graphics card on each mouse move, which waits for that card (sigma#1546: seconds on a busy machine without a GPU, here under a
// millisecond). Its own question is the private method replaced below; the e2e tests click nodes, so an update that renames it shows.
import type { MapContext } from './map-context.ts';

/** Small nodes may be hit so far off. */
const SLACK_PX = 3;
const FINGER_SLACK_PX = 9;

interface Coordinates {
  readonly x: number;
  readonly y: number;
}

function pickNode({ items: { nodes, places, largest }, sigma, look, focus }: MapContext, at: Coordinates): string | null {
  if (look.fade < 0.3) return null;
  const { x, y } = sigma.viewportToGraph(at);
  const pixels = sigma.getGraphToViewportRatio();
  const slack = matchMedia('(pointer: coarse)').matches ? FINGER_SLACK_PX : SLACK_PX;
  const toScreen = sigma.scaleSize(1);
  const farthest = (largest * toScreen + slack) / pixels;
  let nearest = 0;
  let found: string | null = null;
  for (let i = 0, p = 0; i < nodes.length; i++, p += 2) {
    const across = (places[p] as number) - x;
    const up = (places[p + 1] as number) - y;
    // Before anything is looked up: almost all are far away.
    if (across > farthest || -across > farthest || up > farthest || -up > farthest) continue;
    const { id, at: node } = nodes[i] as (typeof nodes)[number];
    if (node.hidden) continue;
    const dx = across * pixels;
    const dy = up * pixels;
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
  const sigma = context.sigma as unknown as { getNodeAtPosition: (at: Coordinates) => string | null; pickingLayers: Set<string> };
  sigma.getNodeAtPosition = (at) => pickNode(context, at);
  // Each would get a new texture as large as the stage at every frame.
  sigma.pickingLayers.clear();
}
