// GET /api/edges/:id: one relation with every sentence that says so.
import { Router } from 'express';
import type { EdgeResponse } from '../../shared/api/edges.ts';
import { AppError } from '../../shared/errors.ts';
import type { ApiDeps } from '../deps.ts';
import { readEdge } from '../read-edge.ts';
import { bareId } from '../views.ts';

export function edgesRoutes({ workspace }: ApiDeps): Router {
  const router = Router();
  const { store } = workspace;

  router.get('/edges/:id', async (req, res) => {
    const found = await readEdge(store, req.params.id);
    if (!found) throw new AppError('not_found', req.params.id);
    res.json({ edge: found.edge, paper: found.statedIn === null ? null : await paperOf(found.statedIn) } satisfies EdgeResponse);
  });

  async function paperOf(id: string): Promise<EdgeResponse['paper']> {
    const found = (await store.run('paper-facts', { id }))[0];
    if (!found) return null;
    const { title, url, date } = found.properties as { title: string; url: string; date: string };
    return { id: bareId(id), title, url, date };
  }
  return router;
}
