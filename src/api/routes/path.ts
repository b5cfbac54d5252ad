// GET /api/path?from=&to=&k=&maxHops=&withoutHubs=
import { Router } from 'express';
import { type PathResponse, pathQuerySchema } from '../../shared/api/path.ts';
import { AppError } from '../../shared/errors.ts';
import type { ApiDeps } from '../deps.ts';
import { findPaths } from '../find-paths.ts';
import { readEdge } from '../read-edge.ts';
import { readNodes } from '../read-nodes.ts';

/** A thing with more edges than this share of all papers, and than the least number, is a hub. */
const HUB_SHARE = 0.1;
const HUB_LEAST = 8;
const MAX_HUBS = 20;

export function pathRoutes({ workspace }: ApiDeps): Router {
  const router = Router();
  const { store } = workspace;

  router.get('/path', async (req, res) => {
    const { from, to, k, maxHops, withoutHubs } = pathQuerySchema.parse(req.query);
    const ends = await readNodes(store, [from, to]);
    const [start, end] = [ends.get(from), ends.get(to)];
    if (!start || !end) throw new AppError('not_found', start ? to : from);
    const { papers, fingerprint } = await workspace.stats();
    const hubFrom = Math.max(HUB_LEAST, papers * HUB_SHARE);
    const found =
      from === to
        ? { paths: [], isCut: false, hubs: [] }
        : await findPaths(store, from, to, { k, maxHops, withoutHubs: withoutHubs === 'true', hubFrom });
    const hubs = found.hubs.slice(0, MAX_HUBS);
    const nodes = await readNodes(store, [...new Set([...hubs, ...found.paths.flatMap((path) => path.map((step) => step.to))])]);
    const paths: PathResponse['paths'] = [];
    for (const path of found.paths) {
      const hops = (await Promise.all(path.map(({ edge }) => readEdge(store, edge)))).flatMap((hop) => hop?.edge ?? []);
      paths.push({ nodes: [start, ...path.flatMap((step) => nodes.get(step.to) ?? [])], hops });
    }
    const body: PathResponse = {
      from: start,
      to: end,
      paths,
      truncated: found.isCut,
      hubs: hubs.flatMap((id) => nodes.get(id) ?? []),
      fingerprint,
    };
    res.json(body);
  });
  return router;
}
