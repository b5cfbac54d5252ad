// POST /api/cypher: a user's own question, read-only. The store has the layers that keep it so; here are the limits of one client.
// POST /api/cypher/check: the same question, looked at but not run; it has a place of its own, so that a runaway does not stand in its way.
import { json, type Request, type RequestHandler, type Response, Router } from 'express';
import { type CypherCheckResponse, cypherCheckRequestSchema, cypherRequestSchema } from '../../shared/api/cypher.ts';
import { AppError } from '../../shared/errors.ts';
import type { ApiDeps } from '../deps.ts';
import { errorBodyOf } from '../error-middleware.ts';

const MAX_BODY_BYTES = 1_000_000;
const AT_ONCE = 2;
/** A check that was typed over ends by itself soon after; so there may be a few. */
const CHECKS_AT_ONCE = 4;
const CHECK_MS = 2_000;

export function cypherRoutes(deps: ApiDeps): Router {
  const router = Router();
  const { store } = deps.workspace;

  router.post(
    '/cypher',
    json({ limit: MAX_BODY_BYTES }),
    limited(AT_ONCE, async (req, res) => {
      const request = cypherRequestSchema.parse(req.body);
      const signal = goneSignal(res);
      const answer = await store.query({ ...request, signal });
      res.setHeader('Cache-Control', 'no-store');
      if (!signal.aborted) res.json(answer);
    }),
  );

  router.post(
    '/cypher/check',
    json({ limit: MAX_BODY_BYTES }),
    limited(CHECKS_AT_ONCE, async (req, res) => {
      const request = cypherCheckRequestSchema.parse(req.body);
      const problem = await store.check({ ...request, timeoutMs: CHECK_MS, signal: goneSignal(res) }).then(
        () => null,
        (error: unknown) => {
          if (error instanceof AppError && error.code !== 'store_unavailable') return errorBodyOf(deps, req, res)(error);
          throw error;
        },
      );
      res.setHeader('Cache-Control', 'no-store');
      res.json({ problem } satisfies CypherCheckResponse);
    }),
  );
  return router;
}

/** Aborted when the client does not wait for the answer. */
function goneSignal(res: Response): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => {
    if (!res.writableEnded) gone.abort();
  });
  return gone.signal;
}

/** So many at once for one client. */
function limited(atOnce: number, work: (req: Request, res: Response) => Promise<void>): RequestHandler {
  const running = new Map<string, number>();
  return async (req, res) => {
    const client = req.ip ?? '';
    const others = running.get(client) ?? 0;
    if (others >= atOnce) throw new AppError('rate_limited', `at most ${atOnce} queries at once`);
    running.set(client, others + 1);
    try {
      await work(req, res);
    } finally {
      const left = (running.get(client) ?? 1) - 1;
      if (left > 0) running.set(client, left);
      else running.delete(client);
    }
  };
}
