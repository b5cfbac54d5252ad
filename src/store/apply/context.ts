// What the steps of writing one part of a patch share: the transaction, what was counted, which entities lost an edge.
import { compareCodePoints } from '../../shared/entity-merge.ts';
import { batches } from '../batches.ts';
import type { ApplyCounts } from '../graph-store.ts';
import type { ListRow } from '../queries/apply.ts';
import type { QueryRunner, WriteCounters } from '../store-tx.ts';
import { RunningStats } from './delta.ts';
import type { EntityView } from './entity-cache.ts';

export type Counts = { -readonly [K in keyof ApplyCounts]: ApplyCounts[K] };
export const noCounts = (): Counts => ({ nodesAdded: 0, nodesRemoved: 0, edgesAdded: 0, edgesChanged: 0, edgesRemoved: 0 });

export function sumCounts(a: ApplyCounts, b: ApplyCounts): Counts {
  const sum = noCounts();
  for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] = a[key] + b[key];
  return sum;
}

export const isNothing = (counts: ApplyCounts): boolean => Object.values(counts).every((count) => count === 0);

export interface ApplyOptions {
  /** Neo4j is READ COMMITTED with several writers: what is compared is locked when it is read. Grafeo has one writer. */
  readonly locks: boolean;
  /** Only where nobody else writes. */
  readonly cache?: EntityView;
}

export interface Part extends ApplyOptions {
  readonly tx: QueryRunner;
  readonly counts: Counts;
  readonly delta: RunningStats;
  /** Entities that lost an edge: asked by the clean-up whether anything still points to them. */
  readonly lost: Set<string>;
  /** Properties of papers are no part of the counts: whether anything at all was written. */
  hasWritten: boolean;
}

export const newPart = (tx: QueryRunner, options: ApplyOptions): Part => ({
  ...options,
  tx,
  counts: noCounts(),
  delta: new RunningStats(),
  lost: new Set(),
  hasWritten: false,
});

/** In one order for every writer: that is what keeps them from waiting for each other in a circle. */
export const sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].sort(compareCodePoints);

export function sortedBy<T>(rows: Iterable<T>, keyOf: (row: T) => string): T[] {
  const keyed = [...rows].map((row) => ({ key: keyOf(row), row }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map((entry) => entry.row);
}

export function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

interface Sent {
  readonly counters: WriteCounters;
}

/** All started at once, so that the next rows are packed while the store works on the first; none still runs when this ends. */
async function settleAll(tasks: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(tasks)).find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}

type Made = keyof WriteCounters | null;

/** Sends rows in batches. `made`: what every row must bring about, where one that finds no place must not be lost. */
export async function sendRows<T>(
  part: Part,
  what: string,
  rows: readonly T[],
  send: (batch: T[]) => Promise<Sent>,
  made: Made = null,
): Promise<void> {
  if (rows.length === 0) return;
  part.hasWritten = true;
  await settleAll(
    [...batches(rows)].map(async (batch) => {
      const { counters } = await send(batch);
      const missing = made === null ? 0 : batch.length - counters[made];
      // A patch whose edge reaches an entity that is neither in it nor in the store is a bug of whoever made the patch.
      if (missing !== 0)
        throw new Error(`${missing} of ${batch.length} ${what} could not be written: an end is neither in the patch nor in the store`);
    }),
  );
}

/** Edges of several types at once: a text per type, rows as lists. */
export async function sendByType<K extends string>(
  part: Part,
  what: string,
  rowsByType: ReadonlyMap<K, ListRow[]>,
  send: (type: K, batch: ListRow[]) => Promise<Sent>,
  made: Made,
): Promise<void> {
  await settleAll([...rowsByType].map(([type, rows]) => sendRows(part, `${type} ${what}`, rows, (batch) => send(type, batch), made)));
}
