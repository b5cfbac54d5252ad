// One part of a patch, start to end, inside a transaction of either store: compare, write the difference, clean up after the
// last part, and bring the kept counts and fingerprint up to date. New papers cost no comparison, unchanged things no write.
import { statsSchema } from '../../shared/api/health.ts';
import type { EntityRow } from '../../shared/graph-patch.ts';
import type { ApplyCounts } from '../graph-store.ts';
import type { PatchChunk } from '../patch-chunks.ts';
import type { QueryRunner } from '../store-tx.ts';
import { cleanUp } from './clean-up.ts';
import { type ApplyOptions, newPart, type Part, sendRows, sorted } from './context.ts';
import { addStats } from './delta.ts';
import { EntityTable, writeHierarchy } from './entities.ts';
import { writeDerived, writePaperEdges } from './paper-edges.ts';
import { writePapers } from './papers.ts';
import { writeResults } from './results.ts';

export interface PartAnswer {
  readonly counts: ApplyCounts;
  /** What this and all earlier parts took edges from; handed to the next part. */
  readonly lost: readonly string[];
}

export async function applyPart(
  tx: QueryRunner,
  { patch, isLast }: PatchChunk,
  lostBefore: readonly string[],
  options: ApplyOptions,
): Promise<PartAnswer> {
  const part = newPart(tx, options);
  for (const id of lostBefore) part.lost.add(id);
  const retracted = sorted(patch.retracted);
  const retractedSet = new Set(retracted);
  const papers = patch.papers.filter((row) => !retractedSet.has(row.id));
  const paperIds = new Set(papers.map((row) => row.id));
  const isKept = ({ paperId }: { readonly paperId: string | null }): boolean => paperId === null || paperIds.has(paperId);
  const paperEdges = patch.paperEdges.filter(isKept);
  const entityEdges = patch.entityEdges.filter(isKept);

  // Entities, then papers: every writer takes its locks in this order.
  const table = new EntityTable(part);
  await table.load([...patch.entities, ...patch.touched].map((row) => row.id));
  const known = new Set(patch.entities.map((row) => row.id).filter((id) => table.get(id) !== undefined));
  const isNew = (id: string): boolean => table.get(id) !== undefined && !known.has(id);
  await table.merge(patch.entities);
  await writeHierarchy(part, entityEdges, isNew);
  const existing = await writePapers(part, papers, retracted);
  const addDerived = await writeDerived(part, entityEdges, paperEdges, existing);
  await writePaperEdges(part, paperEdges, existing, retractedSet);
  await addDerived();
  await writeResults(part, patch.results.filter(isKept), existing);
  const gone = existing.filter((id) => retractedSet.has(id));
  await sendRows(part, 'papers', gone, (ids) => tx.run('remove-papers', { ids }));
  if (isLast) {
    const touched = new Map<string, EntityRow>(patch.touched.map((row) => [row.id, row]));
    for (const row of patch.entities) if (part.lost.has(row.id) && !touched.has(row.id)) touched.set(row.id, row);
    await cleanUp(part, table, [...touched.values()], part.lost);
  }
  if (part.hasWritten) await keepStats(part);
  return { counts: part.counts, lost: isLast ? [] : [...part.lost] };
}

/** Last of all: on Neo4j every writer waits for this one node. */
async function keepStats(part: Part): Promise<void> {
  const before = (await part.tx.run('lock-stats', {})).rows[0]?.json ?? null;
  if (before === null) return;
  await part.tx.run('keep-stats', { json: JSON.stringify(addStats(statsSchema.parse(JSON.parse(before)), part.delta.value)) });
}
