// GET /api/compare
import { Router } from 'express';
import type { NodeRef } from '../../shared/api/common.ts';
import { nodeTypeSchema } from '../../shared/api/common.ts';
import { type CompareResponse, compareQuerySchema, MAX_COMPARED } from '../../shared/api/compare.ts';
import { AppError } from '../../shared/errors.ts';
import { type EdgeType, MENTION_KINDS } from '../../shared/ontology.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { ApiDeps } from '../deps.ts';
import { readNodes } from '../read-nodes.ts';

/** Of a thing with more papers than these, and of a paper with more relations, the rest is not looked at. */
const MAX_PAPERS = 500;
const MAX_EDGES = 2_000;
interface Cell {
  readonly relations: number;
  readonly types: EdgeType[];
}
const NONE: Cell = { relations: 0, types: [] };

export function compareRoutes({ workspace }: ApiDeps): Router {
  const router = Router();
  const { store } = workspace;

  router.get('/compare', async (req, res) => {
    const { ids: asked, limit } = compareQuerySchema.parse(req.query);
    const ids = [...new Set(asked.split(',').filter((id) => id !== ''))];
    if (ids.length < 2 || ids.length > MAX_COMPARED) throw new AppError('bad_request', `ids: expected 2 to ${MAX_COMPARED} different ones`);
    const found = await readNodes(store, ids);
    const missing = ids.find((id) => !found.has(id));
    if (missing !== undefined) throw new AppError('not_found', missing);
    const touched = await Promise.all(ids.map((id) => readTouched(store, id)));
    const body: CompareResponse = {
      things: ids.flatMap((id) => found.get(id) ?? []),
      groups: await readGroups(
        store,
        touched.map(({ cells }) => cells),
        new Set(ids),
        limit,
      ),
      truncated: touched.some(({ isCut }) => isCut),
      fingerprint: (await workspace.stats()).fingerprint,
    };
    res.json(body);
  });
  return router;
}

/** Direct relations; of anything but a paper also what its papers relate to, but not what they only compare with. */
async function readTouched(store: GraphStore, id: string): Promise<{ cells: Map<string, Cell>; isCut: boolean }> {
  const label = id.startsWith('paper:') ? 'Paper' : 'Entity';
  const out = await store.run('neighbours-out', { label, id, limit: MAX_EDGES });
  const into =
    label === 'Paper'
      ? []
      : [
          ...(await store.run('neighbours-in-entities', { id, limit: MAX_EDGES })),
          ...(await store.run('neighbours-in-papers', { id, roles: [...MENTION_KINDS], after: '', limit: MAX_EDGES })),
        ];
  const cells = new Map<string, Cell>();
  const add = (other: string, type: string): void => {
    const cell = cells.get(other) ?? NONE;
    const types = cell.types.includes(type as EdgeType) ? cell.types : [...cell.types, type as EdgeType].sort();
    cells.set(other, { relations: cell.relations + 1, types });
  };
  for (const row of [...out, ...into]) add(row.id, row.type);
  const papers = [...new Set(into.filter((row) => row.id.startsWith('paper:') && row.type !== 'COMPARES_WITH').map((row) => row.id))];
  const looked = papers.slice(-MAX_PAPERS);
  const edges = looked.length === 0 ? [] : await store.run('map-paper-edges', { ids: looked });
  for (const { target, type } of edges) if (target !== id && type !== 'COMPARES_WITH') add(target, type);
  return { cells, isCut: looked.length < papers.length || out.length >= MAX_EDGES || into.length >= MAX_EDGES };
}

async function readGroups(
  store: GraphStore,
  touched: readonly ReadonlyMap<string, Cell>[],
  things: ReadonlySet<string>,
  limit: number,
): Promise<CompareResponse['groups']> {
  const all = [...new Set(touched.flatMap((cells) => [...cells.keys()]))].filter((id) => !things.has(id));
  const nodes = await readNodes(store, all);
  const rows = [...nodes.values()].map((node: NodeRef) => {
    const cells = touched.map((map) => map.get(node.id) ?? NONE);
    return { node, shared: cells.filter(({ relations }) => relations > 0).length, cells };
  });
  const weight = ({ cells }: { cells: readonly Cell[] }): number => cells.reduce((sum, { relations }) => sum + relations, 0);
  rows.sort((a, b) => b.shared - a.shared || weight(b) - weight(a) || (a.node.id < b.node.id ? -1 : 1));
  return nodeTypeSchema.options.flatMap((type) => {
    const ofType = rows.filter(({ node }) => node.type === type);
    const items = ofType.slice(0, limit);
    return items.length === 0
      ? []
      : [{ type, items, total: ofType.length, truncated: items.length < ofType.length, leftOut: ofType.length - items.length }];
  });
}
