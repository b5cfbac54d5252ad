// The outline of a scalar field where it crosses zero (marching squares): turns a handful of discs into one soft shape. Pure.
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Sides of a cell, by the bits of its corners that lie inside: from which side to which the outline runs, inside on the left. */
const SIDES: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 2],
    [1, 0],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
];

/** Closed loops, the longest first. `field` is positive inside; nothing may reach the rim of `area`. */
export function findContours(field: (x: number, y: number) => number, area: Area, step: number): Point[][] {
  const columns = Math.ceil(area.width / step) + 1;
  const rows = Math.ceil(area.height / step) + 1;
  const values = new Float64Array(columns * rows);
  for (let j = 0; j < rows; j++) for (let i = 0; i < columns; i++) values[j * columns + i] = field(area.x + i * step, area.y + j * step);
  const value = (i: number, j: number): number => values[j * columns + i] ?? -1;
  /** Where the outline crosses a side, and a number that the neighbouring cell has for the same side. */
  const crossing = (i: number, j: number, side: number): { key: number; point: Point } => {
    const [a, b]: readonly [readonly [number, number], readonly [number, number]] =
      side === 0
        ? [
            [i, j],
            [i + 1, j],
          ]
        : side === 1
          ? [
              [i + 1, j],
              [i + 1, j + 1],
            ]
          : side === 2
            ? [
                [i, j + 1],
                [i + 1, j + 1],
              ]
            : [
                [i, j],
                [i, j + 1],
              ];
    const [va, vb] = [value(...a), value(...b)];
    const t = va === vb ? 0.5 : va / (va - vb);
    const point = { x: area.x + (a[0] + (b[0] - a[0]) * t) * step, y: area.y + (a[1] + (b[1] - a[1]) * t) * step };
    return { key: (a[1] * columns + a[0]) * 2 + (a[1] === b[1] ? 0 : 1), point };
  };
  const next = new Map<number, { to: number; point: Point }>();
  for (let j = 0; j < rows - 1; j++) {
    for (let i = 0; i < columns - 1; i++) {
      const bits =
        (value(i, j) > 0 ? 1 : 0) + (value(i + 1, j) > 0 ? 2 : 0) + (value(i + 1, j + 1) > 0 ? 4 : 0) + (value(i, j + 1) > 0 ? 8 : 0);
      for (const [from, to] of SIDES[bits] ?? []) {
        const start = crossing(i, j, from);
        next.set(start.key, { to: crossing(i, j, to).key, point: start.point });
      }
    }
  }
  const loops: Point[][] = [];
  for (const first of next.keys()) {
    const loop: Point[] = [];
    for (let key = first, link = next.get(key); link; link = next.get(key)) {
      loop.push(link.point);
      next.delete(key);
      key = link.to;
    }
    if (loop.length > 3) loops.push(loop);
  }
  return loops.sort((a, b) => b.length - a.length);
}
