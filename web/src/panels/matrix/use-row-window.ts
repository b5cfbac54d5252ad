// Which rows of a long table are in sight: the others are empty space of the same height, so that a hundred by a hundred cells cost what is seen.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

const ABOVE_AND_BELOW = 6;
/** Before the table has been measured. */
const ROW_PX = 30;
const FIRST_ROWS = 24;

interface RowWindow {
  readonly from: number;
  readonly to: number;
  /** Pixels of the rows that are not drawn. */
  readonly above: number;
  readonly below: number;
  /** Scrolls a row into sight and has it drawn at once, so that it can take the focus. */
  readonly reveal: (row: number) => void;
}

/** `box` scrolls; its rows have `aria-rowindex` and one height; `head`: the height of what stays at its top. */
export function useRowWindow(box: RefObject<HTMLElement | null>, rows: number, head: number): RowWindow {
  const [range, setRange] = useState({ from: 0, to: FIRST_ROWS });
  const height = useRef(ROW_PX);
  const look = (): void => {
    const element = box.current;
    if (!element) return;
    height.current = element.querySelector('[aria-rowindex]')?.getBoundingClientRect().height || ROW_PX;
    const from = Math.max(0, Math.floor(element.scrollTop / height.current) - ABOVE_AND_BELOW);
    const to = Math.ceil((element.scrollTop + element.clientHeight) / height.current) + ABOVE_AND_BELOW;
    setRange((before) => (before.from === from && before.to === to ? before : { from, to }));
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
  const to = Math.min(rows, range.to);
  const from = Math.min(range.from, to);
  return {
    from,
    to,
    above: from * height.current,
    below: (rows - to) * height.current,
    reveal: (row) => {
      const element = box.current;
      if (!element) return;
      const top = row * height.current;
      const room = Math.max(0, element.clientHeight - head - height.current);
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top > element.scrollTop + room) element.scrollTop = top - room;
      flushSync(look);
    },
  };
}
