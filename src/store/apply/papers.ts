// Papers of a part: locked and read, the new ones added, the others set to what they now are.
import { paperProperties } from '../../shared/graph-items.ts';
import type { PaperRow } from '../../shared/graph-patch.ts';
import { batches } from '../batches.ts';
import { PAPER_COLUMNS } from '../queries/apply.ts';
import { isSame } from './compare.ts';
import { type Part, sendRows, sorted } from './context.ts';

/** Answers the ids that are there already, sorted: only these have edges to compare with. `papers` and `retracted` have nothing in common. */
export async function writePapers(part: Part, papers: readonly PaperRow[], retracted: readonly string[]): Promise<string[]> {
  const stored = new Map<string, Record<string, unknown>>();
  for (const ids of batches(sorted([...papers.map((row) => row.id), ...retracted]))) {
    for (const row of (await part.tx.run(part.locks ? 'lock-papers' : 'papers-stored', { ids })).rows) stored.set(row.id, row.properties);
  }
  const added: unknown[][] = [];
  const changed: { id: string; properties: Record<string, unknown> }[] = [];
  for (const row of papers) {
    const properties = paperProperties(row);
    const old = stored.get(row.id);
    if (old !== undefined && isSame(old, properties)) continue;
    if (old === undefined) {
      added.push(PAPER_COLUMNS.map((column) => properties[column]));
      part.counts.nodesAdded++;
    } else {
      changed.push({ id: row.id, properties });
      part.delta.node(-1, row.id, ['Paper'], old);
    }
    part.delta.node(1, row.id, ['Paper'], properties);
  }
  await sendRows(part, 'papers', added, (rows) => part.tx.run('add-papers', { rows }), 'nodesCreated');
  await sendRows(part, 'papers', changed, (rows) => part.tx.run('change-papers', { rows }));
  for (const id of retracted) {
    const old = stored.get(id);
    if (old === undefined) continue;
    part.delta.node(-1, id, ['Paper'], old);
    part.counts.nodesRemoved++;
  }
  return sorted(stored.keys());
}
