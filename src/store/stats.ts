// Counts and fingerprint of a graph: those that every write keeps up to date, or counted from scratch in pages of ids, so that
// never the whole graph is in memory and no result is kept open.
import { statsSchema } from '../shared/api/health.ts';
import { RunningStats } from './apply/delta.ts';
import type { StoreStats } from './graph-store.ts';
import { NODE_KINDS } from './queries/upkeep.ts';
import type { QueryRunner } from './store-tx.ts';

const PAGE_IDS = 20_000;
const PAGE_ROWS = 500;
/** Counting again because others wrote meanwhile has to end. */
const MOST_COUNTS = 3;

/** `labelPrefix` is taken off what the store answers; labels and edge types that are not ours are not ours to count. */
export async function computeStats(runner: QueryRunner, labelPrefix = ''): Promise<StoreStats> {
  const stats = new RunningStats();
  const { edges } = stats.value;
  for (const label of NODE_KINDS) {
    let after = '';
    for (;;) {
      const page = (await runner.run('node-ids-page', { label, after, limit: PAGE_IDS })).rows.map((row) => row.id);
      for (let i = 0; i < page.length; i += PAGE_ROWS) {
        const ids = page.slice(i, i + PAGE_ROWS);
        for (const row of (await runner.run('nodes-by-ids', { label, ids })).rows) {
          const labels = row.labels.map((name) => (name.startsWith(labelPrefix) ? name.slice(labelPrefix.length) : name));
          const { searchKey: _derived, ...properties } = row.properties;
          stats.node(1, row.id, labels, properties);
        }
        for (const row of (await runner.run('edges-from-ids', { label, ids })).rows) {
          if (row.to !== null && row.type in edges) stats.edge(1, row.type, row.from, row.to, row.properties);
        }
      }
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE_IDS) break;
      after = last;
    }
  }
  return stats.value;
}

export interface StatsDeps extends QueryRunner {
  /** Several queries in one transaction. */
  write<T>(work: (tx: QueryRunner) => Promise<T>): Promise<T>;
  readonly labelPrefix: string;
}

const keptStats = (json: string): StoreStats => statsSchema.parse(JSON.parse(json));

/** `verify`: counted from scratch whatever is kept, and kept from then on. */
export async function readStats(deps: StatsDeps, { verify = false } = {}): Promise<StoreStats> {
  for (let attempt = 1; ; attempt++) {
    const kept = (await deps.run('stats-kept', {})).rows[0];
    if (!verify && typeof kept?.json === 'string') return keptStats(kept.json);
    const stats = await computeStats(deps, deps.labelPrefix);
    if ((await keep(deps, stats, kept?.changes ?? 0)) || attempt >= MOST_COUNTS) return stats;
  }
}

/** False when somebody wrote since `changes` was read: then what was counted is of no moment in particular. */
function keep(deps: StatsDeps, stats: StoreStats, changes: number): Promise<boolean> {
  return deps.write(async (tx) => {
    const now = (await tx.run('lock-stats', {})).rows[0]?.changes ?? 0;
    if (now !== changes + 1) return false;
    await tx.run('keep-stats', { json: JSON.stringify(stats) });
    return true;
  });
}

/** An empty graph is counted at once, so that every later write keeps the count. */
export async function beginStats(deps: StatsDeps): Promise<void> {
  if (typeof (await deps.run('stats-kept', {})).rows[0]?.json === 'string') return;
  for (const label of NODE_KINDS) if ((await deps.run('node-ids-page', { label, after: '', limit: 1 })).rows.length > 0) return;
  await readStats(deps);
}
