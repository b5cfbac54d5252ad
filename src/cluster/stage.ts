// From the forces' own scale to a stage of fixed density: wider than high, crowded parts given some of the room of empty ones.
export interface Place {
  x: number;
  y: number;
}
/** The middle column of a desktop page is about that shape; the page stretches the rest. */
export const ASPECT = 1.25;
/** How far crowded parts are given the room of empty ones: 0 leaves the forces' picture, 1 spreads evenly and loses all groups. */
const EVENNESS = 0.45;

/** In place, around the origin. */
export function scaleToStage(points: readonly Place[], area: number): void {
  const height = Math.sqrt(area / ASPECT);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [cx, sx] = centreAndSpread(xs);
  const [cy, sy] = centreAndSpread(ys);
  const [evenX, evenY] = [ranksOf(xs), ranksOf(ys)];
  for (const [i, point] of points.entries()) {
    const x = (1 - EVENNESS) * pulledIn((point.x - cx) / sx) + EVENNESS * (evenX[i] ?? 0);
    const y = (1 - EVENNESS) * pulledIn((point.y - cy) / sy) + EVENNESS * (evenY[i] ?? 0);
    point.x = (x * height * ASPECT) / 2;
    point.y = (y * height) / 2;
  }
}

/** The place of each value in the order of all, from -1 to 1. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value || a.i - b.i);
  const ranks = new Array<number>(values.length).fill(0);
  for (const [rank, { i }] of order.entries()) ranks[i] = values.length < 2 ? 0 : (2 * rank) / (values.length - 1) - 1;
  return ranks;
}

/** The middle, and how far the outermost twentieth lies: single stragglers must not shrink everybody else. */
function centreAndSpread(values: readonly number[]): [centre: number, spread: number] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const centre = (at(0.03) + at(0.97)) / 2;
  return [centre, Math.max((at(0.97) - at(0.03)) / 2, 1e-6)];
}

/** Leaves the inner part as it is and pulls stragglers in. */
function pulledIn(value: number): number {
  const size = Math.abs(value);
  return size <= 1 ? value : Math.sign(value) * (1 + Math.log(size) * 0.3);
}
