// The Express app: guards first, then the API, then the pages. No route opens a path that a request names.
import { randomUUID } from 'node:crypto';
import compression from 'compression';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { OPERATIONS } from '../shared/api/operations.ts';
import { AppError } from '../shared/errors.ts';
import type { ApiDeps, LogEntry } from './deps.ts';
import { errorMiddleware } from './error-middleware.ts';
import { acceptTokenInAddress, checkHostAndOrigin, checkToken } from './guards.ts';
import { Jobs } from './jobs.ts';
import { Metrics } from './metrics.ts';
import { askRoutes } from './routes/ask.ts';
import { compareRoutes } from './routes/compare.ts';
import { cypherRoutes } from './routes/cypher.ts';
import { edgesRoutes } from './routes/edges.ts';
import { entitiesRoutes } from './routes/entities.ts';
import { exportRoutes } from './routes/export.ts';
import { galleryRoutes } from './routes/gallery.ts';
import { graphRoutes, healthRoutes } from './routes/graph.ts';
import { ingestRoutes } from './routes/ingest.ts';
import { jobsRoutes } from './routes/jobs.ts';
import { leaderboardsRoutes } from './routes/leaderboards.ts';
import { lineageRoutes } from './routes/lineage.ts';
import { matrixRoutes } from './routes/matrix.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { overridesRoutes } from './routes/overrides.ts';
import { papersRoutes } from './routes/papers.ts';
import { pathRoutes } from './routes/path.ts';
import { schemaRoutes } from './routes/schema.ts';
import { searchRoutes } from './routes/search.ts';
import { timelineRoutes } from './routes/timeline.ts';

export function createApp(given: ApiDeps): Express {
  const app = express();
  const metrics = given.metrics ?? new Metrics();
  const jobs = new Jobs();
  const { onRequest } = given;
  const deps: ApiDeps = {
    ...given,
    onBug: (requestId, error) => {
      metrics.bugs++;
      given.onBug(requestId, error);
    },
  };
  app.disable('x-powered-by').set('etag', false).set('query parser', 'simple');
  app.use((_req, res, next) => {
    res.locals['requestId'] = randomUUID();
    res.setHeader('X-Request-Id', res.locals['requestId'] as string);
    next();
  });
  app.use(metrics.watch((req, res, ms) => onRequest?.(toLogEntry(req, res, ms))));
  app.use(securityHeaders());
  app.use(checkHostAndOrigin(deps));
  // Most answers are small and different every time: speed counts for more than the last tenth of the size.
  app.use(compression({ level: 3 }));
  app.use('/api', limitRate(deps), checkToken(deps), healthRoutes(deps), metricsRoutes(deps, metrics, jobs), openApiRoutes(deps));
  app.use('/api', cypherRoutes(deps), askRoutes(deps), ingestRoutes(deps, jobs), jobsRoutes(deps, jobs), overridesRoutes(deps));
  app.use(
    '/api',
    tagWithFingerprint(deps),
    graphRoutes(deps),
    schemaRoutes(deps),
    searchRoutes(deps),
    papersRoutes(deps),
    entitiesRoutes(deps),
    edgesRoutes(deps),
    galleryRoutes(),
    leaderboardsRoutes(deps),
    lineageRoutes(deps),
    pathRoutes(deps),
    matrixRoutes(deps),
    timelineRoutes(deps),
    compareRoutes(deps),
    exportRoutes(deps),
  );
  app.use('/api', (req, res) => {
    const path = req.originalUrl.split('?')[0] ?? '';
    const allowed = methodsOf(path);
    if (allowed.length === 0) throw new AppError('not_found', `${req.method} ${path}`);
    res.setHeader('Allow', allowed.join(', '));
    throw new AppError('method_not_allowed', req.method);
  });
  app.use(acceptTokenInAddress(deps));
  if (deps.webDir) app.use(pages(deps.webDir));
  app.use(notBuilt(deps.webDir));
  app.use(errorMiddleware(deps));
  return app;
}

/** What an address takes, by the table of operations. */
function methodsOf(path: string): string[] {
  const parts = path.split('/');
  const found = Object.values(OPERATIONS).filter((operation) => {
    const wanted = operation.path.split('/');
    return wanted.length === parts.length && wanted.every((part, i) => part === parts[i] || (part.startsWith(':') && parts[i] !== ''));
  });
  return [...new Set(found.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
}

/** Without the query: `/?token=...` and what people search for stay out of logs. */
function toLogEntry(req: Request, res: Response, ms: number): LogEntry {
  return {
    requestId: String(res.locals['requestId']),
    method: req.method,
    path: req.originalUrl.split('?')[0] ?? '',
    status: res.writableFinished ? res.statusCode : 499,
    ms: Math.round(ms * 10) / 10,
  };
}

/** Scripts only from our own files; styles inline too, since the drawing libraries set them. */
function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Plain http on loopback: these two would be wrong there.
    strictTransportSecurity: false,
    originAgentCluster: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

function limitRate({ requestsPerMinute }: ApiDeps): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: requestsPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: { xForwardedForHeader: false },
    handler: (_req, _res, next) => next(new AppError('rate_limited')),
  });
}

/** Equal graph, equal answers: a client that has the answer for this fingerprint gets 304 before anything is asked of the store. */
function tagWithFingerprint({ workspace, version }: ApiDeps): RequestHandler {
  return async (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next();
    const { fingerprint } = await workspace.stats();
    res.setHeader('ETag', `W/"${version}-${fingerprint}"`);
    res.setHeader('Cache-Control', 'private, no-cache');
    if (req.fresh) return void res.status(304).end();
    next();
  };
}

function pages(webDir: string): express.Router {
  const router = express.Router();
  // Files under assets/ carry a hash in their name.
  router.use('/assets', express.static(`${webDir}/assets`, { immutable: true, maxAge: '1y', index: false, fallthrough: true }));
  router.use(
    express.static(webDir, { index: false, dotfiles: 'ignore', setHeaders: (res) => void res.setHeader('Cache-Control', 'no-cache') }),
  );
  // Views have addresses of their own; a name with an ending is a file that is not there.
  router.get('/{*path}', (req, res, next) => {
    if (/\.[a-z0-9]+$/i.test(req.path)) return next();
    res.setHeader('Cache-Control', 'no-cache');
    res.sendFile('index.html', { root: webDir });
  });
  return router;
}

function notBuilt(webDir: string | null): RequestHandler {
  return (req, res) => {
    if (webDir) throw new AppError('not_found', req.path);
    res.status(503).type('text/plain').send('The pages are not built: run `npm run build`. The API is at /api/health.\n');
  };
}
