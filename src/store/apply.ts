// Writes one part of a patch inside one transaction: compares what the papers have with what they should have, and writes the difference.
import { paperEdgeProperties, paperProperties, type Properties, resultProperties } from '../shared/graph-items.ts';
import { mergeEntityRows, searchKeyOf, searchKeysOf } from '../shared/entity-merge.ts';
import { canonicalItem } from '../shared/fingerprint.ts';
import type { EntityRow, GraphPatch } from '../shared/graph-patch.ts';
import { type NodeLabel, PAPER_EDGE_TYPES } from '../shared/ontology.ts';
import { batches } from './batches.ts';
import type { ApplyCounts } from './graph-store.ts';
import type { QueryRow } from './queries.ts';
import { HIERARCHY_EDGE_TYPES, PAPER_EDGE_COLUMNS, RESULT_LINK_TYPES } from './queries/apply.ts';
import type { QueryRunner, WriteCounters } from './store-tx.ts';

export type Counts = { -readonly [K in keyof ApplyCounts]: ApplyCounts[K] };
export const noCounts = (): Counts => ({ nodesAdded: 0, nodesRemoved: 0, edgesAdded: 0, edgesChanged: 0, edgesRemoved: 0 });

export interface ApplyOptions {
  /** Neo4j is READ COMMITTED: what is compared must be locked before it is read. Grafeo has one writer. */
  readonly locks: boolean;
}

export interface PartResult {
  readonly counts: Counts;
  /** Entities that lost an edge: asked by the clean-up whether anything still points to them. */
  readonly lost: Set<string>;
}

const byKey = <T>(rows: readonly T[], keyOf: (row: T) => string): T[] => {
  const keyed = rows.map((row) => ({ key: keyOf(row), row }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map((entry) => entry.row);
};
const unique = (ids: Iterable<string>): string[] => [...new Set(ids)].sort();

function isSame(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return canonicalItem({ key: '', properties: a }) === canonicalItem({ key: '', properties: b });
}

function add(counts: Counts, counters: WriteCounters): void {
  counts.nodesAdded += counters.nodesCreated;
  counts.nodesRemoved += counters.nodesDeleted;
  counts.edgesAdded += counters.edgesCreated;
  counts.edgesRemoved += counters.edgesDeleted;
}

/** A patch whose edge reaches an entity that is neither in it nor in the store is a bug of whoever made the patch. */
function expectCreated(what: string, planned: number, created: number): void {
  if (created !== planned) throw new Error(`${planned - created} of ${planned} ${what} could not be written: an end is neither in the patch nor in the store`);
}

export async function writePart(tx: QueryRunner, patch: GraphPatch, options: ApplyOptions): Promise<PartResult> {
  const counts = noCounts();
  const lost = new Set<string>();
  const retracted = unique(patch.retracted);
  const retractedSet = new Set(retracted);
  const papers = byKey(patch.papers, (row) => row.id).filter((row) => !retractedSet.has(row.id));
  const paperIds = unique([...papers.map((row) => row.id), ...retracted]);

  for (const rows of batches(papers.map((row) => ({ id: row.id, properties: paperProperties(row) })))) add(counts, (await tx.run('upsert-papers', { rows })).counters);
  if (options.locks) {
    if (retracted.length > 0) await tx.run('lock-papers', { ids: retracted });
    const ids = unique([...patch.entities, ...patch.touched].map((row) => row.id));
    if (ids.length > 0) await tx.run('lock-entities', { ids });
  }
  await writeEntities(tx, patch, counts);
  for (const ids of batches(paperIds)) await writePaperEdges(tx, patch, ids, retractedSet, counts, lost);
  for (const ids of batches(paperIds)) await writeResults(tx, patch, ids, retractedSet, counts, lost);
  if (retracted.length > 0) add(counts, (await tx.run('remove-papers', { ids: retracted })).counters);
  return { counts, lost };
}

function storedEntity(row: EntityRow) {
  const searchKeys = searchKeysOf(row);
  const { id, name, nameZh, aliases, firstSeen, lastSeen } = row;
  return { id, labels: [...row.labels], name, nameZh, aliases: [...aliases], firstSeen, lastSeen, searchKey: searchKeyOf(searchKeys), searchKeys };
}

function edgeColumns(row: { paperId: string; entityId: string; properties: Properties }): unknown[] {
  const { paperId, entityId, properties } = row;
  return PAPER_EDGE_COLUMNS.map((column) => (column === 'paperId' ? paperId : column === 'entityId' ? entityId : (properties[column] ?? null)));
}

/** False when the upsert of `row` would leave `stored` as it is: most entities of most patches are there already. */
function addsTo(stored: QueryRow<'entities-stored'>, row: EntityRow): boolean {
  const merged = mergeEntityRows({ ...stored, labels: stored.labels as NodeLabel[], baseAliases: [] }, row);
  return (
    merged.labels.length !== stored.labels.length ||
    merged.aliases.length !== stored.aliases.length ||
    merged.name !== stored.name ||
    merged.nameZh !== stored.nameZh ||
    merged.firstSeen !== stored.firstSeen ||
    merged.lastSeen !== stored.lastSeen
  );
}

async function writeEntities(tx: QueryRunner, patch: GraphPatch, counts: Counts): Promise<void> {
  const stored = new Map<string, QueryRow<'entities-stored'>>();
  for (const ids of batches(patch.entities.map((row) => row.id))) for (const row of (await tx.run('entities-stored', { ids })).rows) stored.set(row.id, row);
  const news = patch.entities.filter((row) => {
    const old = stored.get(row.id);
    return old === undefined || addsTo(old, row);
  });
  for (const rows of batches(byKey(news, (row) => row.id).map(storedEntity))) add(counts, (await tx.run('upsert-entities', { rows })).counters);
  for (const type of HIERARCHY_EDGE_TYPES) {
    const edges = patch.entityEdges.filter((row) => row.type === type && row.paperId === null).map(({ from, to }) => ({ from, to }));
    for (const rows of batches(byKey(edges, (row) => `${row.from}|${row.to}`))) add(counts, (await tx.run('upsert-hierarchy-edges', { type, rows })).counters);
  }
}

async function writePaperEdges(tx: QueryRunner, patch: GraphPatch, ids: string[], retracted: ReadonlySet<string>, counts: Counts, lost: Set<string>): Promise<void> {
  const inBatch = new Set(ids);
  const stored = new Map<string, { paperId: string; type: string; entityId: string; properties: Record<string, unknown> }>();
  for (const row of (await tx.run('paper-edges-stored', { ids })).rows) stored.set(`${row.paperId}|${row.type}|${row.entityId}`, row);
  const derivedStored = (await tx.run('paper-derived-stored', { ids })).rows;

  const wanted = patch.paperEdges.filter((row) => inBatch.has(row.paperId) && !retracted.has(row.paperId));
  const added = new Map<string, { paperId: string; entityId: string; properties: Properties }[]>();
  const changed = new Map<string, { paperId: string; entityId: string; properties: Properties }[]>();
  for (const row of wanted) {
    const key = `${row.paperId}|${row.type}|${row.entityId}`;
    const old = stored.get(key);
    stored.delete(key);
    const properties = paperEdgeProperties(row);
    if (old && isSame(old.properties, properties)) continue;
    const target = old ? changed : added;
    const line = { paperId: row.paperId, entityId: row.entityId, properties };
    const lines = target.get(row.type);
    if (lines) lines.push(line);
    else target.set(row.type, [line]);
  }

  await replaceDerived(tx, patch, inBatch, retracted, derivedStored, counts, lost);
  const gone = byKey([...stored.values()], (row) => `${row.entityId}|${row.paperId}`).map(({ paperId, type, entityId }) => ({ paperId, type, entityId }));
  for (const row of gone) lost.add(row.entityId);
  for (const rows of batches(gone)) add(counts, (await tx.run('remove-paper-edges', { rows })).counters);
  for (const type of PAPER_EDGE_TYPES) {
    for (const rows of batches(byKey(added.get(type) ?? [], (row) => `${row.entityId}|${row.paperId}`))) {
      const { counters } = await tx.run('add-paper-edges', { type, rows: rows.map(edgeColumns) });
      expectCreated(`${type} edges`, rows.length, counters.edgesCreated);
      add(counts, counters);
    }
    for (const rows of batches(byKey(changed.get(type) ?? [], (row) => `${row.entityId}|${row.paperId}`))) {
      counts.edgesChanged += rows.length;
      await tx.run('upsert-paper-edges', { type, rows });
    }
  }
}

async function replaceDerived(
  tx: QueryRunner,
  patch: GraphPatch,
  inBatch: ReadonlySet<string>,
  retracted: ReadonlySet<string>,
  derivedStored: readonly { paperId: string; from: string; to: string }[],
  counts: Counts,
  lost: Set<string>,
): Promise<void> {
  const keyOf = (row: { paperId: string; from: string; to: string }): string => `${row.from}|${row.to}|${row.paperId}`;
  const wanted = new Map<string, { paperId: string; from: string; to: string }>();
  for (const { type, paperId, from, to } of patch.entityEdges) {
    if (type !== 'DERIVED_FROM' || paperId === null || !inBatch.has(paperId) || retracted.has(paperId)) continue;
    wanted.set(keyOf({ paperId, from, to }), { paperId, from, to });
  }
  const reached = new Set(patch.paperEdges.map((row) => `${row.paperId}|${row.entityId}`));
  for (const row of wanted.values()) {
    if (!reached.has(`${row.paperId}|${row.from}`)) throw new Error(`DERIVED_FROM of ${row.paperId} starts at ${row.from}, which that paper has no edge to`);
  }
  const gone = byKey(derivedStored.filter((row) => !wanted.has(keyOf(row))), keyOf);
  for (const row of gone) lost.add(row.to);
  for (const rows of batches(gone)) add(counts, (await tx.run('remove-derived-edges', { rows })).counters);
  const have = new Set(derivedStored.map(keyOf));
  const added = byKey([...wanted.values()].filter((row) => !have.has(keyOf(row))), keyOf);
  for (const rows of batches(added)) {
    const { counters } = await tx.run('upsert-derived-edges', { rows });
    expectCreated('DERIVED_FROM edges', rows.length, counters.edgesCreated);
    add(counts, counters);
  }
}

async function writeResults(tx: QueryRunner, patch: GraphPatch, ids: string[], retracted: ReadonlySet<string>, counts: Counts, lost: Set<string>): Promise<void> {
  const inBatch = new Set(ids);
  const stored = new Map((await tx.run('paper-results-stored', { ids })).rows.map((row) => [row.resultId, row]));
  const links = stored.size === 0 ? [] : (await tx.run('result-links-stored', { ids })).rows;
  const wanted = patch.results.filter((row) => inBatch.has(row.paperId) && !retracted.has(row.paperId));
  const wantedIds = new Set(wanted.map((row) => row.id));

  const gone = unique([...stored.keys()].filter((id) => !wantedIds.has(id)));
  const goneSet = new Set(gone);
  for (const link of links) if (goneSet.has(link.resultId)) lost.add(link.entityId);
  for (const part of batches(gone)) add(counts, (await tx.run('remove-results', { ids: part })).counters);

  const added = wanted.filter((row) => !stored.has(row.id));
  const changed = wanted.filter((row) => {
    const old = stored.get(row.id);
    return old !== undefined && !isSame(old.properties, resultProperties(row));
  });
  const toRow = (row: (typeof wanted)[number]) => ({ id: row.id, paperId: row.paperId, properties: resultProperties(row) });
  for (const rows of batches(byKey(added, (row) => row.id).map(toRow))) {
    const { counters } = await tx.run('upsert-results', { rows });
    expectCreated('results', rows.length, counters.edgesCreated);
    add(counts, counters);
  }
  // A result that says something else is a changed claim of its paper: it counts as one changed edge, its REPORTS.
  for (const rows of batches(byKey(changed, (row) => row.id).map(toRow))) {
    counts.edgesChanged += rows.length;
    await tx.run('upsert-results', { rows });
  }

  const linkKey = (resultId: string, type: string, entityId: string): string => `${entityId}|${type}|${resultId}`;
  const wantedLinks = new Map<string, { type: (typeof RESULT_LINK_TYPES)[number]; resultId: string; entityId: string }>();
  for (const row of wanted) {
    if (row.benchmarkId !== null) wantedLinks.set(linkKey(row.id, 'ON', row.benchmarkId), { type: 'ON', resultId: row.id, entityId: row.benchmarkId });
    if (row.subjectId !== null) wantedLinks.set(linkKey(row.id, 'OF', row.subjectId), { type: 'OF', resultId: row.id, entityId: row.subjectId });
  }
  const have = new Set(links.map((row) => linkKey(row.resultId, row.type, row.entityId)));
  const unlink = links.filter((row) => !goneSet.has(row.resultId) && !wantedLinks.has(linkKey(row.resultId, row.type, row.entityId)));
  for (const row of unlink) lost.add(row.entityId);
  for (const rows of batches(byKey(unlink, (row) => `${row.entityId}|${row.resultId}`))) add(counts, (await tx.run('unlink-results', { rows })).counters);
  for (const type of RESULT_LINK_TYPES) {
    const fresh = [...wantedLinks].filter(([key, row]) => row.type === type && !have.has(key)).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const rows of batches(fresh.map(([, { resultId, entityId }]) => ({ resultId, entityId })))) {
      const { counters } = await tx.run('link-results', { type, rows });
      expectCreated(`${type} edges`, rows.length, counters.edgesCreated);
      add(counts, counters);
    }
  }
}

