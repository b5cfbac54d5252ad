// Counts and fingerprint of a graph, in pages of ids: never the whole graph in memory, never a result kept open.
import { createHash } from 'node:crypto';
import { Fingerprint } from '../shared/fingerprint.ts';
import { edgeItem, nodeItem } from '../shared/graph-items.ts';
import { EDGE_TYPES, NODE_LABELS } from '../shared/ontology.ts';
import type { StoreStats } from './graph-store.ts';
import { NODE_KINDS } from './queries/upkeep.ts';
import type { QueryRunner } from './store-tx.ts';

const PAGE_IDS = 20_000;
const PAGE_ROWS = 500;

export const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();

/** `labelPrefix` is taken off what the store answers; labels and edge types that are not ours are not ours to count. */
export async function computeStats(runner: QueryRunner, labelPrefix = ''): Promise<StoreStats> {
  const fingerprint = new Fingerprint(sha256);
  const nodes: Record<string, number> = Object.fromEntries(NODE_LABELS.map((label) => [label, 0]));
  const edges: Record<string, number> = Object.fromEntries(EDGE_TYPES.map((type) => [type, 0]));
  for (const label of NODE_KINDS) {
    let after = '';
    for (;;) {
      const page = (await runner.run('node-ids-page', { label, after, limit: PAGE_IDS })).rows.map((row) => row.id);
      for (let i = 0; i < page.length; i += PAGE_ROWS) {
        const ids = page.slice(i, i + PAGE_ROWS);
        for (const row of (await runner.run('nodes-by-ids', { label, ids })).rows) {
          const labels = row.labels.map((name) => (name.startsWith(labelPrefix) ? name.slice(labelPrefix.length) : name)).filter((name) => name in nodes);
          for (const name of labels) nodes[name] = (nodes[name] ?? 0) + 1;
          const { searchKey: _derived, ...properties } = row.properties;
          fingerprint.add(nodeItem(row.id, labels, properties));
        }
        for (const row of (await runner.run('edges-from-ids', { label, ids })).rows) {
          if (row.to === null || !(row.type in edges)) continue;
          edges[row.type] = (edges[row.type] ?? 0) + 1;
          fingerprint.add(edgeItem(row.type, row.from, row.to, row.properties));
        }
      }
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE_IDS) break;
      after = last;
    }
  }
  return { papers: nodes['Paper'] ?? 0, nodes, edges, fingerprint: fingerprint.value };
}
