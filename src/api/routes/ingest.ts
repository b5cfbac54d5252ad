// POST /api/ingest: the bytes of one source, now, as a dry run, or as a job. POST /api/rebuild.
import { basename } from 'node:path';
import { Router, raw } from 'express';
import { STOPPED } from '../../pipeline/ingest.ts';
import { ingestQuerySchema } from '../../shared/api/ingest.ts';
import type { JobResponse } from '../../shared/api/jobs.ts';
import { AppError } from '../../shared/errors.ts';
import type { ApiDeps } from '../deps.ts';
import { errorBodyOf } from '../error-middleware.ts';
import { ownerOnly, userOnly } from '../guards.ts';
import type { Jobs } from '../jobs.ts';

export function ingestRoutes(deps: ApiDeps, jobs: Jobs): Router {
  const router = Router();
  const { workspace } = deps;

  router.post('/ingest', userOnly(deps), raw({ type: () => true, limit: deps.maxUploadBytes }), async (req, res) => {
    const { name, key, format, dryRun, job: isJob } = ingestQuerySchema.parse(req.query);
    const bytes: unknown = req.body;
    // An empty file is a source in which nothing stands; no body at all is a mistake.
    const isSent = req.headers['content-length'] !== undefined || req.headers['transfer-encoding'] !== undefined;
    if (!isSent || !(bytes instanceof Uint8Array)) throw new AppError('bad_request', 'the body is empty; send the bytes of the source');
    const shown = basename(name);
    const source = { key: key ?? `upload:${shown}`, name: shown, read: () => bytes };
    const options = format ? { format } : {};
    res.setHeader('Cache-Control', 'no-store');
    // The work may take longer than a connection may be idle.
    req.socket.setTimeout(0);
    if (dryRun) {
      // A preview nobody waits for holds up the jobs behind it.
      const gone = new AbortController();
      res.once('close', () => gone.abort());
      return void res.json(await workspace.diff([source], { ...options, signal: gone.signal }));
    }
    if (!isJob) return void res.json(await workspace.ingest([source], options));
    const job = jobs.start(
      'ingest',
      async (run) => {
        const report = await workspace.ingest([source], { ...options, ...run });
        return { report, isCancelled: report.diagnostics.includes(STOPPED) };
      },
      errorBodyOf(deps, req, res),
    );
    res.status(202).setHeader('Location', `/api/jobs/${job.id}`);
    res.json({ job } satisfies JobResponse);
  });

  router.post('/rebuild', ownerOnly(deps), async (req, res) => {
    req.socket.setTimeout(0);
    res.json(await workspace.rebuild());
  });

  router.post('/compact', ownerOnly(deps), async (req, res) => {
    req.socket.setTimeout(0);
    res.json(await workspace.compact());
  });
  return router;
}
