// The whole graph for an export, in pages, so that any size needs little memory: first all nodes, then all edges.
// Nothing is locked: what is written while an export runs may be in it or not.
import { ownLabels } from '../shared/own-labels.ts';
import type { GraphStore } from '../store/graph-store.ts';

const PAGE_IDS = 20_000;
const PAGE_ROWS = 500;
const KINDS = ['Paper', 'Entity', 'Result'] as const;
export type NodeKind = (typeof KINDS)[number];
/** What the store keeps beside what users see. */
const INTERNAL = new Set(['searchKey']);

export type Value = string | number | readonly string[];
export interface ExportedNode {
  readonly kind: NodeKind;
  readonly id: string;
  /** One, or Benchmark and Dataset both. */
  readonly labels: readonly string[];
  /** Without `id`, without empty ones. */
  readonly properties: Readonly<Record<string, Value>>;
}
export interface ExportedEdge {
  /** Unique in the graph: `2602.10575|USES|method:grpo`; of DERIVED_FROM with the paper that states it. */
  readonly id: string;
  readonly from: string;
  readonly fromKind: NodeKind;
  readonly type: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, Value>>;
}

/** `keepInternal` for formats that a store of ours is made from. */
export async function* readNodePages(
  store: GraphStore,
  options: { readonly kinds?: readonly NodeKind[]; readonly keepInternal?: boolean } = {},
): AsyncGenerator<ExportedNode[]> {
  for (const kind of options.kinds ?? KINDS) {
    for await (const ids of readIds(store, kind)) {
      const rows = await store.run('nodes-by-ids', { label: kind, ids });
      yield rows.map(({ id, labels, properties }) => ({
        kind,
        id,
        labels: ownLabels(labels),
        properties: toProperties(properties, options.keepInternal === true),
      }));
    }
  }
}

export async function* readEdgePages(store: GraphStore): AsyncGenerator<ExportedEdge[]> {
  for (const kind of KINDS) {
    for await (const ids of readIds(store, kind)) {
      const rows = await store.run('edges-from-ids', { label: kind, ids });
      yield rows.flatMap(({ from, type, to, properties }): ExportedEdge[] => {
        if (to === null) return [];
        const paper = properties['paperId'];
        const id = [from.replace(/^paper:/, ''), type, to, ...(typeof paper === 'string' ? [paper] : [])].join('|');
        return [{ id, from, fromKind: kind, type, to, properties: toProperties(properties, false) }];
      });
    }
  }
}

async function* readIds(store: GraphStore, kind: NodeKind): AsyncGenerator<string[]> {
  for (let after = ''; ; ) {
    const page = (await store.run('node-ids-page', { label: kind, after, limit: PAGE_IDS })).map((row) => row.id);
    for (let i = 0; i < page.length; i += PAGE_ROWS) yield page.slice(i, i + PAGE_ROWS);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_IDS) return;
    after = last;
  }
}

function toProperties(stored: Readonly<Record<string, unknown>>, keepInternal: boolean): Record<string, Value> {
  const properties: Record<string, Value> = {};
  for (const [name, value] of Object.entries(stored).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (name === 'id' || (INTERNAL.has(name) && !keepInternal)) continue;
    if (typeof value === 'string' || typeof value === 'number') properties[name] = value;
    else if (Array.isArray(value) && value.length > 0) properties[name] = value.map(String);
  }
  return properties;
}
