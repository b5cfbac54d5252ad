// GET /api/edges/:id: one relation with every sentence that says so.
import { Router } from 'express';
import type { NodeRef } from '../../shared/api/common.ts';
import type { EdgeResponse } from '../../shared/api/edges.ts';
import { AppError } from '../../shared/errors.ts';
import { EDGE_TYPES } from '../../shared/ontology.ts';
import type { ApiDeps } from '../deps.ts';
import { bareId, toEntityEdge, toNodeRef, toPaperEdge } from '../views.ts';

export function edgesRoutes({ workspace }: ApiDeps): Router {
  const router = Router();
  const { store } = workspace;

  router.get('/edges/:id', async (req, res) => {
    const { id } = req.params;
    const [start = '', type = '', to = ''] = id.split('|');
    if (!(EDGE_TYPES as readonly string[]).includes(type) || to === '') throw new AppError('not_found', id);
    const isBetweenEntities = /^(?:field|method|model|benchmark):/.test(start);
    const from = isBetweenEntities ? start : `paper:${bareId(start)}`;
    const rows = await store.run('edge-facts', { label: isBetweenEntities ? 'Entity' : 'Paper', from, type, to });
    const row = rows[0];
    if (!row) throw new AppError('not_found', id);
    const target = toNodeRef(row);
    if (isBetweenEntities) {
      const source: NodeRef = { id: from, type: target.type, name: row.fromName, nameZh: row.fromNameZh };
      // Who states it: the first paper, when papers do.
      const stated = rows
        .map(({ properties }) => properties['paperId'])
        .filter((value) => typeof value === 'string')
        .sort()[0];
      return void res.json({
        edge: toEntityEdge(type, source, target),
        paper: stated ? await paperOf(stated) : null,
      } satisfies EdgeResponse);
    }
    const source: NodeRef = { id: from, type: 'paper', name: row.fromName, nameZh: null };
    res.json({ edge: toPaperEdge(type, row.properties, source, target), paper: await paperOf(from) } satisfies EdgeResponse);
  });

  async function paperOf(id: string): Promise<EdgeResponse['paper']> {
    const found = (await store.run('paper-facts', { id }))[0];
    if (!found) return null;
    const { title, url, date } = found.properties as { title: string; url: string; date: string };
    return { id: bareId(id), title, url, date };
  }
  return router;
}
