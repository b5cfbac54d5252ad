// Collision test for labels: rectangles in a coarse grid, so that a label is compared only with its neighbours.
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const CELL_PX = 64;
/** More than a screen has, so that every cell has a number of its own. */
const ROWS = 4_096;

export interface LabelGrid {
  readonly isFree: (box: Box) => boolean;
  readonly add: (box: Box) => void;
}

export function createLabelGrid(): LabelGrid {
  const cells = new Map<number, Box[]>();
  const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  /** Until `run` says true for one of the cells under a box. */
  const someCell = (box: Box, run: (key: number) => boolean): boolean => {
    const bottom = Math.floor((box.y + box.height) / CELL_PX);
    const right = Math.floor((box.x + box.width) / CELL_PX);
    for (let i = Math.floor(box.x / CELL_PX); i <= right; i++)
      for (let j = Math.floor(box.y / CELL_PX); j <= bottom; j++) if (run(i * ROWS + j)) return true;
    return false;
  };
  return {
    isFree: (box) => !someCell(box, (key) => cells.get(key)?.some((other) => overlaps(box, other)) ?? false),
    add: (box) => {
      someCell(box, (key) => {
        const cell = cells.get(key);
        if (cell) cell.push(box);
        else cells.set(key, [box]);
        return false;
      });
    },
  };
}
