// What the page's main thread spent, by Chromium's own trace in processor time: time that other programs took is not counted, nor is the
// work of the process that draws.
import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time in µs. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}
export interface MainThread {
  /** JavaScript, without style, layout and paint that it waited for. */
  readonly scriptMs: number;
  /** The longest task of any kind. */
  readonly longestTaskMs: number;
}

const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'v8.callFunction', 'v8.compile']);
/** What drives the browser from outside runs its script in the page as well; the page's own has an address. */
const isForeign = ({ name, args }: TraceEvent): boolean => name === 'FunctionCall' && !(args?.data?.url ?? '').includes('/assets/');
const NOT_SCRIPT = new Set(['UpdateLayoutTree', 'Layout', 'Paint', 'PrePaint', 'Layerize', 'Commit', 'HitTest', 'ParseHTML']);
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', 'v8', '__metadata'];

export async function traceScript(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<MainThread> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const timed = traceEvents.filter(({ ph, dur, tdur }) => ph === 'X' && dur !== undefined && tdur !== undefined);
  // The page's main thread is the one on which most functions are called.
  const calls = new Map<string, number>();
  for (const { name, pid, tid, tdur = 0 } of timed)
    if (name === 'FunctionCall') calls.set(`${pid}/${tid}`, (calls.get(`${pid}/${tid}`) ?? 0) + tdur);
  const [main] = [...calls].sort((a, b) => b[1] - a[1])[0] ?? [''];
  const mine = timed.filter(({ pid, tid }) => `${pid}/${tid}` === main).sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  let script = 0;
  let longest = 0;
  /** Events that hold the one being looked at. */
  const open: { readonly end: number; readonly isScript: boolean; readonly isOther: boolean }[] = [];
  for (const event of mine) {
    const { name, ts, dur = 0, tdur = 0 } = event;
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= ts) open.pop();
    const inScript = open.some(({ isScript }) => isScript);
    const inOther = open.some(({ isOther }) => isOther);
    const isScript = SCRIPT.has(name);
    const isOther = NOT_SCRIPT.has(name) || isForeign(event);
    if (isScript && !isOther && !inScript && !inOther) script += tdur;
    if (isOther && inScript && !inOther) script -= tdur;
    if (name === 'RunTask' || name === 'ThreadControllerImpl::RunTask') longest = Math.max(longest, tdur);
    open.push({ end: ts + dur, isScript, isOther });
  }
  return { scriptMs: script / 1_000, longestTaskMs: longest / 1_000 };
}
