// GET /api/health, /api/stats, /api/graph, /api/clusters
import { Router } from 'express';
import { graphQuerySchema } from '../../shared/api/graph.ts';
import type { Health } from '../../shared/api/health.ts';
import { AppError } from '../../shared/errors.ts';
import type { ApiDeps } from '../deps.ts';
import { ownerOnly } from '../guards.ts';
import { sendKept } from '../send-kept.ts';

/** Never cached, and true even while the store is down. */
export function healthRoutes(deps: ApiDeps): Router {
  const router = Router();
  const { workspace, version } = deps;

  router.get('/health', async (_req, res) => {
    let store: Health['store'];
    let fingerprint = '';
    try {
      store = { kind: workspace.store.kind, ready: true, detail: await workspace.store.describe() };
      ({ fingerprint } = await workspace.stats());
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      store = { kind: workspace.store.kind, ready: false, detail: error.message };
    }
    res.setHeader('Cache-Control', 'no-store');
    res.status(store.ready ? 200 : 503).json({ ok: store.ready, version, store, fingerprint } satisfies Health);
  });

  // How a command makes sure that an owner.json is about this server.
  router.get('/owner', ownerOnly(deps), (_req, res) => {
    res.json({ pid: process.pid });
  });
  return router;
}

export function graphRoutes({ workspace, snapshots }: ApiDeps): Router {
  const router = Router();
  router.get('/stats', async (_req, res) => {
    res.json(await workspace.stats());
  });
  router.get('/graph', async (req, res) => {
    await sendKept(req, res, await snapshots.map(graphQuerySchema.parse(req.query).maxNodes));
  });
  router.get('/clusters', async (req, res) => {
    const body = await snapshots.clusters();
    await sendKept(req, res, body.clusters, body);
  });
  return router;
}
