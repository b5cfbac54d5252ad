// GET /api/entities/:id, GET /api/entities/:id/neighbours
import { Router } from 'express';
import type { NodeRef } from '../../shared/api/common.ts';
import { type EntityResponse, type NeighboursResponse, neighboursQuerySchema, type RoleGroup } from '../../shared/api/entities.ts';
import { AppError } from '../../shared/errors.ts';
import { EDGE_TYPES, type EdgeType, MENTION_KINDS } from '../../shared/ontology.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { parseCursor, toCursor } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { bareId, paperNode, toEntity, toNodeRef, toPaperEdge, toPaperRef } from '../views.ts';

/** Papers shown under each role; the rest is a page of /api/papers?entity=... */
const PAPERS_PER_ROLE = 50;
const MAX_CHILDREN = 500;
const MAX_GENERATIONS = 10;

export function entitiesRoutes({ workspace }: ApiDeps): Router {
  const router = Router();
  const { store } = workspace;

  router.get('/entities/:id', async (req, res) => {
    const { id } = req.params;
    const found = (await store.run('entity-facts', { id }))[0];
    if (!found) throw new AppError('not_found', id);
    const entity = toEntity(found.properties, found.labels, found.papers);
    const self: NodeRef = { id, type: entity.type, name: entity.name, nameZh: entity.nameZh };
    const [parents, children, roles, { fingerprint }] = await Promise.all([
      ancestors(store, id),
      store.run('entity-children', { id, limit: MAX_CHILDREN }),
      rolesOf(store, self),
      workspace.stats(),
    ]);
    res.json({ entity, parents, children: children.map(toNodeRef), roles, fingerprint } satisfies EntityResponse);
  });

  router.get('/entities/:id/neighbours', async (req, res) => {
    const { id } = req.params;
    const { types: asked, limit, cursor } = neighboursQuerySchema.parse(req.query);
    const types = asked?.split(',').filter((type) => type !== '') ?? [];
    const label = id.startsWith('paper:') ? 'Paper' : 'Entity';
    const exists = label === 'Paper' ? await store.run('paper-facts', { id }) : await store.run('entity-facts', { id });
    if (exists.length === 0) throw new AppError('not_found', id);
    const [outCounts, inCounts] = [
      await store.run('neighbours-out-counts', { label, id }),
      await store.run('neighbours-in-counts', { label, id }),
    ];
    const counts = [
      ...outCounts.map((row) => ({ ...row, direction: 'out' as const })),
      ...inCounts.map((row) => ({ ...row, direction: 'in' as const })),
    ].map(({ type, total, direction }) => ({ edgeType: type as EdgeType, direction, total }));
    const list = JSON.stringify(['neighbours', id, types]);
    const [direction = 'out', after = ''] = parseCursor(list, cursor, 2) ?? [];
    const out = direction === 'out' ? await store.run('neighbours-out', { label, id, types, after, limit: limit + 1 }) : [];
    const into =
      out.length > limit
        ? []
        : await store.run('neighbours-in', { label, id, types, after: direction === 'in' ? after : '', limit: limit + 1 - out.length });
    const rows = [
      ...out.map((row) => ({ ...row, direction: 'out' as const })),
      ...into.map((row) => ({ ...row, direction: 'in' as const })),
    ];
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const total = counts
      .filter(({ edgeType }) => types.length === 0 || types.includes(edgeType))
      .reduce((sum, count) => sum + count.total, 0);
    const body: NeighboursResponse = {
      counts,
      neighbours: shown.map((row) => ({
        node: toNodeRef(row),
        edge: { id: edgeIdOf(id, row), type: row.type as EdgeType, direction: row.direction, confidence: row.confidence ?? 1 },
      })),
      total,
      truncated: shown.length < total,
      leftOut: total - shown.length,
      cursor: rows.length > limit && last ? toCursor(list, [last.direction, last.key]) : null,
    };
    res.json(body);
  });
  return router;
}

function edgeIdOf(id: string, row: { readonly id: string; readonly type: string; readonly direction: 'out' | 'in' }): string {
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
  const groups = counts.map(async ({ type, role, total }): Promise<RoleGroup> => {
    const rows = await store.run('entity-role-edges', { id: to.id, type, role, limit: PAPERS_PER_ROLE });
    return {
      role,
      edgeType: EDGE_TYPES.find((known) => known === type) ?? 'USES',
      total,
      truncated: rows.length < total,
      leftOut: total - rows.length,
      items: rows.map((row) => ({ paper: toPaperRef(row), edge: toPaperEdge(type, row.properties, paperNode(row), to) })),
    };
  });
  return (await Promise.all(groups)).sort((a, b) => order(a.role) - order(b.role));
}
