// Edges from papers to entities, and the DERIVED_FROM edges that papers state: those that are there compared, the difference written.
import { canonicalItem } from '../../shared/fingerprint.ts';
import { edgeItem, type Properties, paperEdgeProperties } from '../../shared/graph-items.ts';
import type { EntityEdgeRow, PaperEdgeRow } from '../../shared/graph-patch.ts';
import type { PaperEdgeType } from '../../shared/ontology.ts';
import { batches } from '../batches.ts';
import { type ListRow, PAPER_EDGE_COLUMNS } from '../queries/apply.ts';
import { type Part, pushTo, sendByType, sendRows, sortedBy } from './context.ts';

interface StoredEdge {
  readonly paperId: string;
  readonly type: string;
  readonly entityId: string;
  readonly text: string;
}
interface ChangedEdge {
  readonly paperId: string;
  readonly entityId: string;
  readonly properties: Properties;
}

/** Written out: for every edge of every paper, this is where the time goes. */
function toColumns(row: PaperEdgeRow, properties: Properties): ListRow {
  const columns: unknown[] = [row.paperId, row.entityId];
  for (let i = 2; i < PAPER_EDGE_COLUMNS.length; i++) columns.push(properties[PAPER_EDGE_COLUMNS[i] ?? ''] ?? null);
  return columns;
}

/** `wanted` are all edges of all papers of the part; `existing` are its papers that were there before, retracted ones included. */
export async function writePaperEdges(
  part: Part,
  wanted: readonly PaperEdgeRow[],
  existing: readonly string[],
  retracted: ReadonlySet<string>,
): Promise<void> {
  const stored = new Map<string, StoredEdge>();
  for (const ids of batches(existing, 500)) {
    for (const { paperId, type, entityId, properties } of (await part.tx.run('paper-edges-stored', { ids })).rows) {
      stored.set(`${paperId}|${type}|${entityId}`, {
        paperId,
        type,
        entityId,
        text: canonicalItem(edgeItem(type, paperId, entityId, properties)),
      });
    }
  }
  const added = new Map<PaperEdgeType, ListRow[]>();
  const changed = new Map<PaperEdgeType, ChangedEdge[]>();
  for (const row of sortedBy(wanted, ({ entityId, paperId }) => `${entityId}|${paperId}`)) {
    const key = `${row.paperId}|${row.type}|${row.entityId}`;
    const old = stored.get(key);
    stored.delete(key);
    const properties = paperEdgeProperties(row);
    const text = canonicalItem(edgeItem(row.type, row.paperId, row.entityId, properties));
    if (old?.text === text) continue;
    if (old === undefined) {
      pushTo(added, row.type, toColumns(row, properties));
      part.counts.edgesAdded++;
    } else {
      pushTo(changed, row.type, { paperId: row.paperId, entityId: row.entityId, properties });
      part.counts.edgesChanged++;
      part.delta.edgeText(-1, row.type, old.text);
    }
    part.delta.edgeText(1, row.type, text);
  }
  const gone = sortedBy(stored.values(), (row) => `${row.entityId}|${row.paperId}`);
  for (const row of gone) {
    part.lost.add(row.entityId);
    part.counts.edgesRemoved++;
    part.delta.edgeText(-1, row.type, row.text);
  }
  // Those of papers that go are taken down with them.
  const removed = gone.filter((row) => !retracted.has(row.paperId)).map(({ paperId, type, entityId }) => ({ paperId, type, entityId }));
  await sendRows(part, 'edges', removed, (rows) => part.tx.run('remove-paper-edges', { rows }));
  await sendByType(part, 'edges', added, (type, rows) => part.tx.run('add-paper-edges', { type, rows }), 'edgesCreated');
  for (const [type, rows] of changed)
    await sendRows(part, 'edges', rows, (batch) => part.tx.run('change-paper-edges', { type, rows: batch }));
}

/** Before the papers' own edges go: a DERIVED_FROM edge is found through them. */
export async function writeDerived(
  part: Part,
  entityEdges: readonly EntityEdgeRow[],
  paperEdges: readonly PaperEdgeRow[],
  existing: readonly string[],
): Promise<() => Promise<void>> {
  const keyOf = (row: { paperId: string; from: string; to: string }): string => `${row.from}|${row.to}|${row.paperId}`;
  const wanted = new Map<string, { paperId: string; from: string; to: string }>();
  for (const { type, paperId, from, to } of entityEdges) {
    if (type === 'DERIVED_FROM' && paperId !== null) wanted.set(keyOf({ paperId, from, to }), { paperId, from, to });
  }
  if (wanted.size > 0) {
    const reached = new Set(paperEdges.map((row) => `${row.paperId}|${row.entityId}`));
    for (const row of wanted.values()) {
      if (!reached.has(`${row.paperId}|${row.from}`))
        throw new Error(`DERIVED_FROM of ${row.paperId} starts at ${row.from}, which that paper has no edge to`);
    }
  }
  const gone: { paperId: string; from: string; to: string }[] = [];
  for (const ids of batches(existing, 500)) {
    for (const row of (await part.tx.run('paper-derived-stored', { ids })).rows) if (!wanted.delete(keyOf(row))) gone.push(row);
  }
  for (const row of gone) {
    part.lost.add(row.to);
    part.counts.edgesRemoved++;
    part.delta.edge(-1, 'DERIVED_FROM', row.from, row.to, { paperId: row.paperId });
  }
  const added = sortedBy(wanted.values(), keyOf);
  for (const row of added) {
    part.counts.edgesAdded++;
    part.delta.edge(1, 'DERIVED_FROM', row.from, row.to, { paperId: row.paperId });
  }
  await sendRows(part, 'edges', sortedBy(gone, keyOf), (rows) => part.tx.run('remove-derived-edges', { rows }));
  const lists: ListRow[] = added.map(({ from, to, paperId }) => [from, to, paperId]);
  return () => sendRows(part, 'DERIVED_FROM edges', lists, (rows) => part.tx.run('add-derived-edges', { rows }), 'edgesCreated');
}
