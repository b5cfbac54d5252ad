// Moves circles apart until none lies on another. graphology-layout-noverlap left a few pairs and took far longer.
export interface Circle {
  x: number;
  y: number;
  readonly radius: number;
}
const MAX_ROUNDS = 400;
/** Yields after so many rounds, so that a server can breathe. */
const ROUNDS_PER_STEP = 10;

/** In place. `margin` is kept free between any two. Ends early when all are apart. */
export function* separate(circles: readonly Circle[], margin: number): Generator<void, void> {
  const cell = Math.max(1, 2 * Math.max(0, ...circles.map(({ radius }) => radius)) + margin);
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    if (!pushApart(circles, margin, cell)) return;
    if (round % ROUNDS_PER_STEP === 0) yield;
  }
}

/** One round over all near pairs, found through a grid whose cells are as wide as the largest circle. */
function pushApart(circles: readonly Circle[], margin: number, cell: number): boolean {
  const grid = new Map<string, number[]>();
  for (const [i, { x, y }] of circles.entries()) {
    const key = `${Math.floor(x / cell)}:${Math.floor(y / cell)}`;
    const list = grid.get(key);
    if (list) list.push(i);
    else grid.set(key, [i]);
  }
  let hasMoved = false;
  for (const [i, a] of circles.entries()) {
    const [column, row] = [Math.floor(a.x / cell), Math.floor(a.y / cell)];
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const j of grid.get(`${column + dx}:${row + dy}`) ?? []) {
          const b = circles[j];
          if (b && j > i && pushPair(a, b, i, margin)) hasMoved = true;
        }
      }
    }
  }
  return hasMoved;
}

function pushPair(a: Circle, b: Circle, turn: number, margin: number): boolean {
  const least = a.radius + b.radius + margin;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const away = Math.hypot(dx, dy);
  // A hair's breadth is let be, or rounding would push for ever.
  if (away >= least - 0.01) return false;
  // On the very same point any direction will do, as long as it is always the same one.
  const [ux, uy] = away > 1e-9 ? [dx / away, dy / away] : [Math.cos(turn), Math.sin(turn)];
  // The larger one stands firmer: landmarks keep their place.
  const share = b.radius / (a.radius + b.radius);
  const push = (least - away) * 1.02;
  a.x -= ux * push * share;
  a.y -= uy * push * share;
  b.x += ux * push * (1 - share);
  b.y += uy * push * (1 - share);
  return true;
}
