// Collision test for labels: rectangles in a coarse grid, so that a label is compared only with its neighbours.
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const CELL_PX = 64;

export interface LabelGrid {
  readonly isFree: (box: Box) => boolean;
  readonly add: (box: Box) => void;
}

export function createLabelGrid(): LabelGrid {
  const cells = new Map<string, Box[]>();
  const forCells = (box: Box, run: (key: string) => void): void => {
    for (let i = Math.floor(box.x / CELL_PX); i <= Math.floor((box.x + box.width) / CELL_PX); i++) {
      for (let j = Math.floor(box.y / CELL_PX); j <= Math.floor((box.y + box.height) / CELL_PX); j++) run(`${i},${j}`);
    }
  };
  const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  return {
    isFree: (box) => {
      let isFree = true;
      forCells(box, (key) => {
        if (isFree && cells.get(key)?.some((other) => overlaps(box, other))) isFree = false;
      });
      return isFree;
    },
    add: (box) =>
      forCells(box, (key) => {
        const cell = cells.get(key);
        if (cell) cell.push(box);
        else cells.set(key, [box]);
      }),
  };
}
