// Results of papers and their links, compared with what is there.
import { resultProperties } from '../../shared/graph-items.ts';
import type { ResultRow } from '../../shared/graph-patch.ts';
import { batches } from '../batches.ts';
import { type ListRow, RESULT_COLUMNS, type RESULT_LINK_TYPES } from '../queries/apply.ts';
import type { QueryRow } from '../queries.ts';
import { isSame } from './compare.ts';
import { type Part, pushTo, sendByType, sendRows, sorted, sortedBy } from './context.ts';

type LinkType = (typeof RESULT_LINK_TYPES)[number];
type Link = QueryRow<'result-links-stored'>;
const linkKey = (link: Link): string => `${link.entityId}|${link.type}|${link.resultId}`;

/** `wanted` are all results of all papers of the part; `existing` are its papers that were there before, retracted ones included. */
export async function writeResults(part: Part, wanted: readonly ResultRow[], existing: readonly string[]): Promise<void> {
  const stored = new Map<string, QueryRow<'paper-results-stored'>>();
  const links: Link[] = [];
  for (const ids of batches(existing, 500)) {
    const { rows } = await part.tx.run('paper-results-stored', { ids });
    for (const row of rows) stored.set(row.resultId, row);
    if (rows.length > 0) links.push(...(await part.tx.run('result-links-stored', { ids })).rows);
  }
  const wantedIds = new Set(wanted.map((row) => row.id));
  const gone = sorted([...stored.keys()].filter((id) => !wantedIds.has(id)));
  for (const id of gone) {
    const row = stored.get(id);
    if (row === undefined) continue;
    part.counts.nodesRemoved++;
    part.counts.edgesRemoved++;
    part.delta.node(-1, id, ['Result'], row.properties);
    part.delta.edge(-1, 'REPORTS', row.paperId, id);
  }
  await sendRows(part, 'results', gone, (ids) => part.tx.run('remove-results', { ids }));
  await writeRows(part, wanted, stored);
  await writeLinks(part, wanted, links, new Set(gone));
}

async function writeRows(
  part: Part,
  wanted: readonly ResultRow[],
  stored: ReadonlyMap<string, QueryRow<'paper-results-stored'>>,
): Promise<void> {
  const added: ListRow[] = [];
  const changed: { id: string; properties: Record<string, unknown> }[] = [];
  for (const row of sortedBy(wanted, ({ id }) => id)) {
    const properties: Record<string, unknown> = resultProperties(row);
    const old = stored.get(row.id);
    if (old !== undefined && isSame(old.properties, properties)) continue;
    if (old === undefined) {
      added.push(RESULT_COLUMNS.map((column) => (column === 'paperId' ? row.paperId : (properties[column] ?? null))));
      part.counts.nodesAdded++;
      part.counts.edgesAdded++;
      part.delta.edge(1, 'REPORTS', row.paperId, row.id);
    } else {
      changed.push({ id: row.id, properties });
      // A result that says something else is a changed claim of its paper: it counts as one changed edge, its REPORTS.
      part.counts.edgesChanged++;
      part.delta.node(-1, row.id, ['Result'], old.properties);
    }
    part.delta.node(1, row.id, ['Result'], properties);
  }
  await sendRows(part, 'results', added, (rows) => part.tx.run('add-results', { rows }), 'edgesCreated');
  await sendRows(part, 'results', changed, (rows) => part.tx.run('change-results', { rows }));
}

async function writeLinks(part: Part, wanted: readonly ResultRow[], links: readonly Link[], gone: ReadonlySet<string>): Promise<void> {
  const missing = new Map<string, Link>();
  for (const { id, benchmarkId, subjectId } of wanted) {
    for (const [type, entityId] of [
      ['ON', benchmarkId],
      ['OF', subjectId],
    ] as const) {
      if (entityId === null) continue;
      const link = { resultId: id, type, entityId };
      missing.set(linkKey(link), link);
    }
  }
  const surplus: Link[] = [];
  for (const link of links) {
    if (missing.delete(linkKey(link))) continue;
    part.lost.add(link.entityId);
    part.counts.edgesRemoved++;
    part.delta.edge(-1, link.type, link.resultId, link.entityId);
    // Those of results that went are gone with them.
    if (!gone.has(link.resultId)) surplus.push(link);
  }
  await sendRows(part, 'links', sortedBy(surplus, linkKey), (rows) => part.tx.run('unlink-results', { rows }));
  const added = new Map<LinkType, ListRow[]>();
  for (const [, link] of sortedBy(missing, ([key]) => key)) {
    pushTo(added, link.type as LinkType, [link.resultId, link.entityId]);
    part.counts.edgesAdded++;
    part.delta.edge(1, link.type, link.resultId, link.entityId);
  }
  await sendByType(part, 'edges', added, (type, rows) => part.tx.run('link-results', { type, rows }), 'edgesCreated');
}
