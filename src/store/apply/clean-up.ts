// After edges went: entities become what is left of them, and those that nothing points to go, parents after children.
import type { EntityRow } from '../../shared/graph-patch.ts';
import { LABEL_OF, MENTION_TYPES, type NodeLabel } from '../../shared/ontology.ts';
import { batches } from '../batches.ts';
import { type Part, sorted } from './context.ts';
import type { EntityTable } from './entities.ts';

/** `method/uses` -> Method */
function labelOfRole(role: string): NodeLabel | undefined {
  const type = MENTION_TYPES.find((candidate) => role.startsWith(`${candidate}/`));
  return type && LABEL_OF[type];
}

/** Inside the transaction of the last part. `lost` are entities that lost an edge, whether or not the patch has a row for them. */
export async function cleanUp(part: Part, table: EntityTable, touched: readonly EntityRow[], lost: Iterable<string>): Promise<void> {
  let candidates = sorted([...touched.map((row) => row.id), ...lost]);
  while (candidates.length > 0) {
    await table.load(candidates);
    const orphans: string[] = [];
    for (const ids of batches(candidates)) for (const row of (await part.tx.run('entities-orphaned', { ids })).rows) orphans.push(row.id);
    candidates = sorted(await table.remove(sorted(orphans)));
  }
  await recompute(
    part,
    table,
    touched.filter((row) => table.get(row.id) !== undefined),
  );
}

async function recompute(part: Part, table: EntityTable, touched: readonly EntityRow[]): Promise<void> {
  const rowsById = new Map(touched.map((row) => [row.id, row]));
  for (const ids of batches(sorted(rowsById.keys()), 500)) {
    const support = new Map((await part.tx.run('entities-support', { ids })).rows.map((row) => [row.id, row]));
    const surfaces = new Map((await part.tx.run('entities-surfaces', { ids })).rows.map((row) => [row.id, row.surfaces]));
    const rows: EntityRow[] = [];
    for (const id of ids) {
      const row = rowsById.get(id);
      if (row === undefined) continue;
      const left = support.get(id);
      // Nothing but results or children point to it: the row says what it then is.
      const labels = left ? left.roles.map(labelOfRole).filter((label) => label !== undefined) : row.labels;
      rows.push({
        id,
        labels: [...new Set(labels)].sort(),
        name: left?.name ?? row.name,
        nameZh: row.nameZh,
        aliases: [...new Set([...row.baseAliases, ...(surfaces.get(id) ?? [])])].sort(),
        baseAliases: [],
        firstSeen: left ? (left.firstSeen ?? '') : row.firstSeen,
        lastSeen: left ? (left.lastSeen ?? '') : row.lastSeen,
      });
    }
    await table.write(rows);
  }
}
