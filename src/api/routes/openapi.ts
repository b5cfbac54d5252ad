// GET /api/openapi.json
import { Router } from 'express';
import type { ApiDeps } from '../deps.ts';
import { makeOpenApi } from '../openapi.ts';

export function openApiRoutes({ version }: ApiDeps): Router {
  const router = Router();
  const document = makeOpenApi(version);
  router.get('/openapi.json', (_req, res) => {
    res.setHeader('Cache-Control', 'no-cache');
    res.json(document);
  });
  return router;
}
