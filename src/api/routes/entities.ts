// GET /api/entities/:id, GET /api/entities/:id/neighbours
import { Router } from 'express';
import type { NodeRef } from '../../shared/api/common.ts';
import { type EntityResponse, type NeighboursResponse, neighboursQuerySchema, type RoleGroup } from '../../shared/api/entities.ts';
import { AppError } from '../../shared/errors.ts';
import { EDGE_TYPE_OF, MENTION_KINDS, type MentionKind } from '../../shared/ontology.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { parseCursor, toCursor } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { FingerprintCache } from '../fingerprint-cache.ts';
import { type Neighbour, readNeighbours } from '../read-neighbours.ts';
import { bareId, paperNode, toEntity, toNodeRef, toPaperEdge, toPaperRef } from '../views.ts';

/** Papers shown under each role; the rest is a page of /api/papers?entity=... */
const PAPERS_PER_ROLE = 50;
const MAX_CHILDREN = 500;
const MAX_GENERATIONS = 10;

export function entitiesRoutes({ workspace }: ApiDeps): Router {
  const router = Router();
  const { store } = workspace;
  // Hubs are what people look at, and what takes long.
  const entities = new FingerprintCache<EntityResponse>();
  const neighbours = new FingerprintCache<NeighboursResponse>();

  router.get('/entities/:id', async (req, res) => {
    const { id } = req.params;
    const { fingerprint } = await workspace.stats();
    res.json(await entities.get(fingerprint, id, () => readEntity(store, id, fingerprint)));
  });

  router.get('/entities/:id/neighbours', async (req, res) => {
    const { id } = req.params;
    const query = neighboursQuerySchema.parse(req.query);
    const { fingerprint } = await workspace.stats();
    res.json(await neighbours.get(fingerprint, JSON.stringify([id, query]), () => readNeighboursPage(store, id, query)));
  });
  return router;
}

async function readEntity(store: GraphStore, id: string, fingerprint: string): Promise<EntityResponse> {
  const found = (await store.run('entity-facts', { id }))[0];
  if (!found) throw new AppError('not_found', id);
  const entity = toEntity(found.properties, found.labels, found.papers);
  const self: NodeRef = { id, type: entity.type, name: entity.name, nameZh: entity.nameZh };
  const [parents, children, roles] = await Promise.all([
    ancestors(store, id),
    store.run('entity-children', { id, limit: MAX_CHILDREN }),
    rolesOf(store, self),
  ]);
  return { entity, parents, children: children.map(toNodeRef), roles, fingerprint };
}

async function readNeighboursPage(
  store: GraphStore,
  id: string,
  { types: asked, limit, cursor }: (typeof neighboursQuerySchema)['_output'],
): Promise<NeighboursResponse> {
  const label = id.startsWith('paper:') ? 'Paper' : 'Entity';
  const exists = await store.run('nodes-by-ids', { label, ids: [id] });
  if (exists.length === 0) throw new AppError('not_found', id);
  const types = asked?.split(',').filter((type) => type !== '') ?? [];
  const list = JSON.stringify(['neighbours', id, types]);
  const { counts, rows, last } = await readNeighbours(store, { label, id, types, limit, after: parseCursor(list, cursor, 3) });
  const total = counts
    .filter(({ edgeType }) => types.length === 0 || types.includes(edgeType))
    .reduce((sum, count) => sum + count.total, 0);
  return {
    counts,
    neighbours: rows.map((row) => ({
      node: toNodeRef(row),
      edge: { id: edgeIdOf(id, row), type: row.type, direction: row.direction, confidence: row.confidence },
    })),
    total,
    truncated: rows.length < total,
    leftOut: total - rows.length,
    cursor: last && toCursor(list, last),
  };
}

function edgeIdOf(id: string, row: Neighbour): string {
  const [from, to] = row.direction === 'out' ? [id, row.id] : [row.id, id];
  return `${bareId(from)}|${row.type}|${to}`;
}

/** Nearest first; each thing once, however many ways lead to it. */
async function ancestors(store: GraphStore, id: string): Promise<NodeRef[]> {
  const found = new Map<string, NodeRef>();
  let below = [id];
  for (let generation = 0; generation < MAX_GENERATIONS && below.length > 0; generation++) {
    const above = (await store.run('entity-parents', { ids: below })).filter((row) => row.id !== id && !found.has(row.id));
    for (const row of above) found.set(row.id, toNodeRef(row));
    below = [...new Set(above.map((row) => row.id))];
  }
  return [...found.values()];
}

async function rolesOf(store: GraphStore, to: NodeRef): Promise<RoleGroup[]> {
  const counts = await store.run('entity-role-counts', { id: to.id });
  const order = (role: string): number => (MENTION_KINDS as readonly string[]).indexOf(role);
  const groups = counts.map(async ({ role, total }): Promise<RoleGroup> => {
    const type = EDGE_TYPE_OF[role as MentionKind];
    const rows = await store.run('entity-role-edges', { id: to.id, role, limit: PAPERS_PER_ROLE });
    return {
      role,
      edgeType: type,
      total,
      truncated: rows.length < total,
      leftOut: total - rows.length,
      items: rows.map((row) => ({ paper: toPaperRef(row), edge: toPaperEdge(type, row.properties, paperNode(row), to) })),
    };
  });
  return (await Promise.all(groups)).sort((a, b) => order(a.role) - order(b.role));
}
