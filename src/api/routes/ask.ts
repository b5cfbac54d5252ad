// POST /api/ask: a question in words.
import { json, Router } from 'express';
import { ask } from '../../pipeline/ask.ts';
import { askRequestSchema } from '../../shared/api/ask.ts';
import type { ApiDeps } from '../deps.ts';

const MAX_BODY_BYTES = 10_000;

export function askRoutes({ workspace }: ApiDeps): Router {
  const router = Router();
  router.post('/ask', json({ limit: MAX_BODY_BYTES }), async (req, res) => {
    const request = askRequestSchema.parse(req.body);
    res.setHeader('Cache-Control', 'no-store');
    res.json(await ask(request, { graph: workspace.store, resolver: workspace.deps.resolver }));
  });
  return router;
}
