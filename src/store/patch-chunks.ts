// Cuts a patch into parts that are one transaction each. A paper is never cut; every part holds the entities its edges reach.
import type { EntityEdgeRow, EntityRow, GraphPatch } from '../shared/graph-patch.ts';
import { sizeOf } from './batches.ts';

export const CHUNK_PAPERS = 500;
export const CHUNK_BYTES = 8_000_000;

export interface PatchChunk {
  readonly patch: GraphPatch;
  /** Only after the last part it is known which entities nothing points to. */
  readonly isLast: boolean;
}

const EMPTY: GraphPatch = { papers: [], paperEdges: [], results: [], entities: [], entityEdges: [], retracted: [], touched: [] };

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** The entities of a part: those its edges reach, with all their parents, and the edges of the hierarchy between them. */
function closure(ids: Iterable<string>, entities: ReadonlyMap<string, EntityRow>, parents: ReadonlyMap<string, EntityEdgeRow[]>) {
  const rows: EntityRow[] = [];
  const edges: EntityEdgeRow[] = [];
  const seen = new Set<string>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const row = entities.get(id);
    if (row) rows.push(row);
    for (const edge of parents.get(id) ?? []) {
      edges.push(edge);
      waiting.push(edge.to);
    }
  }
  return { rows, edges, seen };
}

export function* patchChunks(patch: GraphPatch, maxPapers = CHUNK_PAPERS, maxBytes = CHUNK_BYTES): Generator<PatchChunk> {
  if (patch.papers.length + patch.retracted.length <= maxPapers && sizeOf(patch.paperEdges) + sizeOf(patch.results) <= maxBytes) {
    yield { patch, isLast: true };
    return;
  }
  const edgesOf = groupBy(patch.paperEdges, (row) => row.paperId);
  const resultsOf = groupBy(patch.results, (row) => row.paperId);
  const derivedOf = groupBy(
    patch.entityEdges.filter((row) => row.paperId !== null),
    (row) => row.paperId ?? '',
  );
  const parents = groupBy(
    patch.entityEdges.filter((row) => row.paperId === null),
    (row) => row.from,
  );
  const entities = new Map(patch.entities.map((row) => [row.id, row]));
  const reached = new Set<string>();

  const partOf = (papers: GraphPatch['papers']): GraphPatch => {
    const paperEdges = papers.flatMap((paper) => edgesOf.get(paper.id) ?? []);
    const results = papers.flatMap((paper) => resultsOf.get(paper.id) ?? []);
    const derived = papers.flatMap((paper) => derivedOf.get(paper.id) ?? []);
    const ids = [
      ...paperEdges.map((row) => row.entityId),
      ...results.flatMap((row) => [row.subjectId, row.benchmarkId].filter((id) => id !== null)),
      ...derived.flatMap((row) => [row.from, row.to]),
    ];
    const { rows, edges, seen } = closure(ids, entities, parents);
    for (const id of seen) reached.add(id);
    return { ...EMPTY, papers, paperEdges, results, entities: rows, entityEdges: [...derived, ...edges] };
  };

  let papers: GraphPatch['papers'][number][] = [];
  let bytes = 0;
  for (const paper of patch.papers) {
    const size = sizeOf(paper) + sizeOf(edgesOf.get(paper.id) ?? []) + sizeOf(resultsOf.get(paper.id) ?? []);
    if (papers.length > 0 && (papers.length >= maxPapers || bytes + size > maxBytes)) {
      yield { patch: partOf(papers), isLast: false };
      papers = [];
      bytes = 0;
    }
    papers.push(paper);
    bytes += size;
  }
  if (papers.length > 0) yield { patch: partOf(papers), isLast: false };
  for (let i = 0; i < patch.retracted.length; i += maxPapers) {
    yield { patch: { ...EMPTY, retracted: patch.retracted.slice(i, i + maxPapers) }, isLast: false };
  }
  const unreached = patch.entities.filter((row) => !reached.has(row.id)).map((row) => row.id);
  const rest = closure(unreached, entities, parents);
  yield { patch: { ...EMPTY, entities: rest.rows, entityEdges: rest.edges, touched: patch.touched }, isLast: true };
}
