// Cuts rows into batches by number and by size: one statement with 100 MB of rows is refused or slow on both stores.

export const BATCH_ROWS = 2_000;
export const BATCH_BYTES = 2_000_000;

/** About how many bytes a value takes as JSON; cheap, not exact. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 8;
  let size = 2;
  for (const part of Array.isArray(value) ? value : Object.values(value)) size += sizeOf(part) + 4;
  return size;
}

/** Every row stands in exactly one batch, in order. A row above `maxBytes` is a batch of its own. */
export function* batches<T>(rows: readonly T[], maxRows = BATCH_ROWS, maxBytes = BATCH_BYTES): Generator<T[]> {
  let batch: T[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = sizeOf(row);
    if (batch.length > 0 && (batch.length >= maxRows || bytes + size > maxBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(row);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
