// What was run, newest first, in this browser's own storage; saved entries are never pushed out. Damaged storage counts as empty.
import type { Question } from '../../state/view-state.ts';

export interface HistoryEntry extends Question {
  readonly at: number;
  readonly rows: number;
  readonly ms: number;
  readonly isFailed: boolean;
  readonly isPinned: boolean;
}
const KEY = 'paperloom.console';
const MAX = 100;

export function readHistory(storage: Storage): HistoryEntry[] {
  try {
    const entries: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(entries) ? entries.filter(isEntry) : [];
  } catch {
    // A browser may forbid storage, and somebody may have written into it.
    return [];
  }
}

export function writeHistory(storage: Storage, entries: readonly HistoryEntry[]): void {
  try {
    storage.setItem(KEY, JSON.stringify(entries));
  } catch {
    // Full or forbidden: the history lasts as long as the page.
  }
}

const isSame = (a: Question, b: Question): boolean => a.query === b.query && JSON.stringify(a.params) === JSON.stringify(b.params);

/** The same question again takes the place of the older one, and stays saved if that was. */
export function remember(entries: readonly HistoryEntry[], entry: Omit<HistoryEntry, 'isPinned'>): HistoryEntry[] {
  const isPinned = entries.some((other) => other.isPinned && isSame(other, entry));
  const next = [{ ...entry, isPinned }, ...entries.filter((other) => !isSame(other, entry))];
  let kept = 0;
  return next.filter((other) => other.isPinned || ++kept <= MAX);
}

function isEntry(value: unknown): value is HistoryEntry {
  const entry = value as HistoryEntry | null;
  return (
    typeof entry === 'object' &&
    entry !== null &&
    typeof entry.query === 'string' &&
    typeof entry.params === 'object' &&
    typeof entry.at === 'number'
  );
}
