// From papers before and after to what a store must be told. Pure.
import { mergeEntityRows } from '../shared/entity-merge.ts';
import type { EntityEdgeRow, EntityRow, GraphPatch } from '../shared/graph-patch.ts';
import { byCodeUnit } from './ordering.ts';
import type { PaperProjection } from './project-paper.ts';

export interface PaperChange {
  /** `paper:2602.10575` */
  readonly paperId: string;
  /** What the store may hold of it: one projection, or several when it is not known which. */
  readonly before: readonly PaperProjection[];
  /** Null when the paper goes. */
  readonly after: PaperProjection | null;
}

/** One patch for many papers, everything sorted by id. */
export function makePatch(changes: readonly PaperChange[]): GraphPatch {
  const ordered = [...changes].sort((a, b) => byCodeUnit(a.paperId, b.paperId));
  const after = ordered.flatMap((change) => change.after ?? []);
  const entityEdges = new Map<string, EntityEdgeRow>();
  for (const row of after.flatMap((projection) => projection.entityEdges))
    entityEdges.set(`${row.type}|${row.from}|${row.to}|${row.paperId ?? ''}`, row);
  return {
    papers: after.map((projection) => projection.paper),
    paperEdges: after.flatMap((projection) => projection.edges),
    results: after.flatMap((projection) => projection.results),
    entities: mergeEntities(after.flatMap((projection) => projection.entities)),
    entityEdges: [...entityEdges.entries()].sort(([a], [b]) => byCodeUnit(a, b)).map(([, row]) => row),
    retracted: ordered.filter((change) => change.after === null).map((change) => change.paperId),
    touched: touchedBy(ordered),
  };
}

/** Rows of one id become one: forms, labels and dates add up. */
export function mergeEntities(rows: readonly EntityRow[]): EntityRow[] {
  const merged = new Map<string, EntityRow>();
  for (const row of rows) {
    const known = merged.get(row.id);
    merged.set(row.id, known ? mergeEntityRows(known, row) : row);
  }
  return [...merged.values()].sort((a, b) => byCodeUnit(a.id, b.id));
}

/** Entities that a paper had and has no more, or had otherwise: their forms, labels and dates are to be worked out anew. */
function touchedBy(changes: readonly PaperChange[]): EntityRow[] {
  const touched: EntityRow[] = [];
  for (const { before, after } of changes) {
    const kept = new Map(after?.entities.map((row) => [row.id, JSON.stringify(row)]));
    for (const row of before.flatMap((projection) => projection.entities)) {
      // Dates come from edges alone: when none is left, none is known.
      if (kept.get(row.id) !== JSON.stringify(row)) touched.push({ ...row, firstSeen: '', lastSeen: '' });
    }
  }
  return mergeEntities(touched);
}
