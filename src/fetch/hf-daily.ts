// Hugging Face Daily Papers, one file a day.
import { join } from 'node:path';
import { AppError } from '../shared/errors.ts';
import type { Download } from './downloader.ts';

export interface HfDay extends Download {
  /** YYYY-MM-DD */
  readonly date: string;
  /** The day is not over: the list may still grow, so it is asked for anew. */
  readonly isOpen: boolean;
}
const DAY_MS = 86_400_000;
/** Days end last on the west coast of America. */
const OPEN_FOR_MS = 2 * DAY_MS;
const MAX_DAYS = 1_000;

/** Every day from `from` to `to`, both included. Throws bad_request. */
export function listHfDays(from: string, to: string, { baseUrl, folder, now }: { baseUrl: string; folder: string; now: Date }): HfDay[] {
  const [first, last] = [toTime(from), toTime(to)];
  if (first > last) throw new AppError('bad_request', `${from} is after ${to}`);
  if ((last - first) / DAY_MS >= MAX_DAYS) throw new AppError('bad_request', `more than ${MAX_DAYS} days`);
  const days: HfDay[] = [];
  for (let at = first; at <= last; at += DAY_MS) {
    const date = new Date(at).toISOString().slice(0, 10);
    days.push({
      date,
      url: `${baseUrl}/api/daily_papers?date=${date}&limit=100`,
      path: join(folder, `hf-daily-${date}.json`),
      isOpen: now.getTime() - at < OPEN_FOR_MS,
      check: findProblem,
    });
  }
  return days;
}

function toTime(date: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    throw new AppError('bad_request', `${JSON.stringify(date)} is no date; expected YYYY-MM-DD`);
  return time;
}

function findProblem(text: string): string | null {
  try {
    return Array.isArray(JSON.parse(text)) ? null : 'the answer is no list of papers';
  } catch (error) {
    if (error instanceof SyntaxError) return 'the answer is not JSON';
    throw error;
  }
}
