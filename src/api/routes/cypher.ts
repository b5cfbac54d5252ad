// POST /api/cypher: a user's own question, read-only. The store has the layers that keep it so; here are the limits of one client.
import { json, Router } from 'express';
import { cypherRequestSchema } from '../../shared/api/cypher.ts';
import { AppError } from '../../shared/errors.ts';
import type { ApiDeps } from '../deps.ts';

const MAX_BODY_BYTES = 1_000_000;
const AT_ONCE = 2;

export function cypherRoutes({ workspace }: ApiDeps): Router {
  const router = Router();
  const running = new Map<string, number>();

  router.post('/cypher', json({ limit: MAX_BODY_BYTES }), async (req, res) => {
    const request = cypherRequestSchema.parse(req.body);
    const client = req.ip ?? '';
    const others = running.get(client) ?? 0;
    if (others >= AT_ONCE) throw new AppError('rate_limited', `at most ${AT_ONCE} queries at once`);
    running.set(client, others + 1);
    const gone = new AbortController();
    res.once('close', () => {
      if (!res.writableEnded) gone.abort();
    });
    try {
      const answer = await workspace.store.query({ ...request, signal: gone.signal });
      res.setHeader('Cache-Control', 'no-store');
      if (!gone.signal.aborted) res.json(answer);
    } finally {
      const left = (running.get(client) ?? 1) - 1;
      if (left > 0) running.set(client, left);
      else running.delete(client);
    }
  });
  return router;
}
