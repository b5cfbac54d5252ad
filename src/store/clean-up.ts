// After edges went: entities become what is left of them, and those that nothing points to go, parents after children.
import { compareCodePoints, searchKeyOf, searchKeysOf } from '../shared/entity-merge.ts';
import type { EntityRow } from '../shared/graph-patch.ts';
import { LABEL_OF, MENTION_TYPES, type NodeLabel } from '../shared/ontology.ts';
import type { Counts } from './apply.ts';
import { noCounts } from './apply.ts';
import { batches } from './batches.ts';
import type { QueryRunner } from './store-tx.ts';

/** `method/uses` -> Method */
function labelOfRole(role: string): NodeLabel | undefined {
  const type = MENTION_TYPES.find((candidate) => role.startsWith(`${candidate}/`));
  return type && LABEL_OF[type];
}

async function recompute(tx: QueryRunner, touched: readonly EntityRow[]): Promise<void> {
  const rowsById = new Map(touched.map((row) => [row.id, row]));
  const sorted = [...rowsById.values()].sort((a, b) => compareCodePoints(a.id, b.id));
  for (const part of batches(sorted, 500)) {
    const ids = part.map((row) => row.id);
    const support = new Map((await tx.run('entities-support', { ids })).rows.map((row) => [row.id, row]));
    const surfaces = new Map((await tx.run('entities-surfaces', { ids })).rows.map((row) => [row.id, row.surfaces]));
    const rows = part.map((row) => {
      const left = support.get(row.id);
      // Nothing but results or children point to it: the row says what it then is.
      const labels = left ? left.roles.map(labelOfRole).filter((label) => label !== undefined) : row.labels;
      const name = left?.name ?? row.name;
      const aliases = [...new Set([...row.baseAliases, ...(surfaces.get(row.id) ?? [])])].sort();
      return {
        id: row.id,
        labels: [...new Set(labels)].sort(),
        name,
        nameZh: row.nameZh,
        aliases,
        firstSeen: left ? (left.firstSeen ?? '') : row.firstSeen,
        lastSeen: left ? (left.lastSeen ?? '') : row.lastSeen,
        searchKey: searchKeyOf(searchKeysOf({ name, nameZh: row.nameZh, aliases })),
      };
    });
    await tx.run('recompute-entities', { rows });
  }
}

/** Inside the transaction of the last part. `lost` are entities that lost an edge, whether or not the patch has a row for them. */
export async function cleanUp(tx: QueryRunner, touched: readonly EntityRow[], lost: Iterable<string>): Promise<Counts> {
  const counts = noCounts();
  let candidates = [...new Set([...touched.map((row) => row.id), ...lost])].sort();
  const removed = new Set<string>();
  while (candidates.length > 0) {
    const parents = new Set<string>();
    for (const ids of batches(candidates)) {
      const { rows, counters } = await tx.run('remove-orphans', { ids });
      counts.nodesRemoved += counters.nodesDeleted;
      counts.edgesRemoved += counters.edgesDeleted;
      for (const row of rows) {
        removed.add(row.id);
        for (const parent of row.parents) parents.add(parent);
      }
    }
    candidates = [...parents].sort();
  }
  await recompute(tx, touched.filter((row) => !removed.has(row.id)));
  return counts;
}
