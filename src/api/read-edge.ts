// One edge by its public id, with its evidence; null when there is none.
import type { NodeRef } from '../shared/api/common.ts';
import type { EdgeView } from '../shared/api/edges.ts';
import { EDGE_TYPES } from '../shared/ontology.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { bareId, toEntityEdge, toNodeRef, toPaperEdge } from './views.ts';

interface ReadEdge {
  readonly edge: EdgeView;
  /** The paper it is stated in, with prefix; null for an edge that follows from names. */
  readonly statedIn: string | null;
}

export async function readEdge(store: GraphStore, id: string): Promise<ReadEdge | null> {
  const [start = '', type = '', to = ''] = id.split('|');
  if (!(EDGE_TYPES as readonly string[]).includes(type) || to === '') return null;
  const isBetweenEntities = /^(?:field|method|model|benchmark):/.test(start);
  const from = isBetweenEntities ? start : `paper:${bareId(start)}`;
  const rows = (await store.run('edge-facts', { label: isBetweenEntities ? 'Entity' : 'Paper', from, to })).filter(
    (found) => found.type === type,
  );
  const row = rows[0];
  if (!row) return null;
  const target = toNodeRef(row);
  if (!isBetweenEntities) {
    const source: NodeRef = { id: from, type: 'paper', name: row.fromName, nameZh: null };
    return { edge: toPaperEdge(type, row.properties, source, target), statedIn: from };
  }
  const source: NodeRef = { id: from, type: target.type, name: row.fromName, nameZh: row.fromNameZh };
  // Who states it: the first paper, when papers do.
  const stated = rows
    .map(({ paperId }) => paperId)
    .filter((value) => value !== null)
    .sort()[0];
  return { edge: toEntityEdge(type, source, target), statedIn: stated ?? null };
}
