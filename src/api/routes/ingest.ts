// POST /api/ingest?name=&key=&format=&dryRun=: the bytes of one source. POST /api/rebuild. Both for the owner of the data folder alone.
import { basename } from 'node:path';
import { Router, raw } from 'express';
import { z } from 'zod';
import { INPUT_FORMATS } from '../../ingest/format.ts';
import { AppError } from '../../shared/errors.ts';
import type { ApiDeps } from '../deps.ts';
import { ownerOnly } from '../guards.ts';

const ingestQuerySchema = z.object({
  /** As people will see it. */
  name: z.string().min(1).max(255),
  /** What makes it the same source next time; never opened as a path. */
  key: z.string().min(1).max(4_096).optional(),
  format: z.enum(INPUT_FORMATS).optional(),
  dryRun: z.stringbool().default(false),
});

export function ingestRoutes(deps: ApiDeps): Router {
  const router = Router();
  const { workspace } = deps;

  router.post('/ingest', ownerOnly(deps), raw({ type: () => true, limit: deps.maxUploadBytes }), async (req, res) => {
    const { name, key, format, dryRun } = ingestQuerySchema.parse(req.query);
    const bytes: unknown = req.body;
    if (!(bytes instanceof Uint8Array)) throw new AppError('bad_request', 'the body is empty; send the bytes of the source');
    const shown = basename(name);
    const source = { key: key ?? `upload:${shown}`, name: shown, read: () => bytes };
    const options = format ? { format } : {};
    res.json(dryRun ? await workspace.diff([source], options) : await workspace.ingest([source], options));
  });

  router.post('/rebuild', ownerOnly(deps), async (_req, res) => {
    res.json(await workspace.rebuild());
  });

  router.post('/compact', ownerOnly(deps), async (_req, res) => {
    res.json(await workspace.compact());
  });
  return router;
}
