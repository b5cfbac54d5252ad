// Which rows and columns of a large table are in sight: the others are empty space of the same size, so that a hundred by a hundred cells
// cost what is seen.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

const ROWS_AROUND = 6;
const COLUMNS_AROUND = 3;
/** Columns come and go so many at a time: each coming or going touches every row. */
const COLUMN_STEP = 4;
/** Before the table has been measured. */
const ROW_PX = 30;
const HEAD_COLUMN_PX = 200;
const FIRST_ROWS = 24;
const FIRST_COLUMNS = 24;

interface Span {
  readonly from: number;
  readonly to: number;
  /** Pixels of what is not drawn before and after. */
  readonly before: number;
  readonly after: number;
}
interface GridWindow {
  readonly rows: Span;
  readonly columns: Span;
  /** Scrolls a cell into sight and has it drawn at once, so that it can take the focus. */
  readonly reveal: (row: number, column: number) => void;
}

/**
 * `box` scrolls; its rows have `aria-rowindex` and one height, the first column is of `th`. `head`: the height of what stays at its top.
 * `starts`: where each column starts after the first, and at last where the last one ends.
 */
export function useGridWindow(box: RefObject<HTMLElement | null>, rowCount: number, starts: readonly number[], head: number): GridWindow {
  const [range, setRange] = useState({ top: 0, bottom: FIRST_ROWS, left: 0, right: FIRST_COLUMNS });
  const rowHeight = useRef(ROW_PX);
  const headColumn = useRef(HEAD_COLUMN_PX);
  const columnCount = starts.length - 1;
  const look = (): void => {
    const element = box.current;
    if (!element) return;
    const { scrollTop, clientHeight, clientWidth } = element;
    // In a page that runs from right to left it is negative.
    const scrollLeft = Math.abs(element.scrollLeft);
    const row = element.querySelector('tbody [aria-rowindex]');
    rowHeight.current = row?.getBoundingClientRect().height || ROW_PX;
    headColumn.current = row?.querySelector('th')?.getBoundingClientRect().width || HEAD_COLUMN_PX;
    const top = Math.max(0, Math.floor(scrollTop / rowHeight.current) - ROWS_AROUND);
    const bottom = Math.ceil((scrollTop + clientHeight) / rowHeight.current) + ROWS_AROUND;
    const first = starts.findLastIndex((start) => start <= scrollLeft);
    const past = starts.findIndex((start) => start >= scrollLeft + clientWidth - headColumn.current);
    const left = Math.max(0, Math.floor((first - COLUMNS_AROUND) / COLUMN_STEP) * COLUMN_STEP);
    const right = Math.ceil(((past < 0 ? columnCount : past) + COLUMNS_AROUND) / COLUMN_STEP) * COLUMN_STEP;
    setRange((old) =>
      old.top === top && old.bottom === bottom && old.left === left && old.right === right ? old : { top, bottom, left, right },
    );
  };
  const latest = useRef(look);
  latest.current = look;
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const run = (): void => latest.current();
    const observer = new ResizeObserver(run);
    observer.observe(element);
    element.addEventListener('scroll', run, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', run);
    };
  }, [box]);
  const bottom = Math.min(rowCount, range.bottom);
  const top = Math.min(range.top, bottom);
  const right = Math.min(columnCount, range.right);
  const left = Math.min(range.left, right);
  return {
    rows: { from: top, to: bottom, before: top * rowHeight.current, after: (rowCount - bottom) * rowHeight.current },
    columns: { from: left, to: right, before: starts[left] ?? 0, after: (starts[columnCount] ?? 0) - (starts[right] ?? 0) },
    reveal: (row, column) => {
      const element = box.current;
      if (!element) return;
      const y = row * rowHeight.current;
      const height = Math.max(0, element.clientHeight - head - rowHeight.current);
      if (y < element.scrollTop) element.scrollTop = y;
      else if (y > element.scrollTop + height) element.scrollTop = y - height;
      const [x, end] = [starts[column] ?? 0, starts[column + 1] ?? 0];
      const sign = element.scrollLeft < 0 ? -1 : 1;
      const at = Math.abs(element.scrollLeft);
      const width = Math.max(0, element.clientWidth - headColumn.current);
      if (x < at) element.scrollLeft = sign * x;
      else if (end > at + width) element.scrollLeft = sign * (end - width);
      flushSync(look);
    },
  };
}
