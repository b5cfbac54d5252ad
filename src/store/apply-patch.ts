// One part of a patch, start to end, inside a transaction of either store: write, and clean up after the last part.
import type { EntityRow } from '../shared/graph-patch.ts';
import { type ApplyOptions, type Counts, noCounts, writePart } from './apply.ts';
import { cleanUp } from './clean-up.ts';
import type { ApplyCounts } from './graph-store.ts';
import type { PatchChunk } from './patch-chunks.ts';
import type { QueryRunner } from './store-tx.ts';

export interface PartAnswer {
  readonly counts: ApplyCounts;
  /** What this and all earlier parts took edges from; handed to the next part. */
  readonly lost: readonly string[];
}

export function sumCounts(a: ApplyCounts, b: ApplyCounts): Counts {
  const sum = noCounts();
  for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] = a[key] + b[key];
  return sum;
}

export const isNothing = (counts: ApplyCounts): boolean => Object.values(counts).every((count) => count === 0);

export async function applyPart(tx: QueryRunner, chunk: PatchChunk, lostBefore: readonly string[], options: ApplyOptions): Promise<PartAnswer> {
  const { counts, lost } = await writePart(tx, chunk.patch, options);
  for (const id of lostBefore) lost.add(id);
  if (!chunk.isLast) return { counts, lost: [...lost] };
  const touched = new Map<string, EntityRow>(chunk.patch.touched.map((row) => [row.id, row]));
  for (const row of chunk.patch.entities) if (lost.has(row.id) && !touched.has(row.id)) touched.set(row.id, row);
  return { counts: sumCounts(counts, await cleanUp(tx, [...touched.values()], lost)), lost: [] };
}
