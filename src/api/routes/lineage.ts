// GET /api/lineage/:id: a model's family, and the papers of the model and everything below it, each with its techniques.
import { Router } from 'express';
import type { NodeRef } from '../../shared/api/common.ts';
import type { LineagePaper, LineageResponse } from '../../shared/api/lineage.ts';
import { AppError } from '../../shared/errors.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { ApiDeps } from '../deps.ts';
import { readModelTree } from '../model-tree.ts';
import { paperNode, toEntity, toNodeRef, toPaperEdge, toPaperRef } from '../views.ts';

const MAX_PAPERS = 1_000;

export function lineageRoutes({ workspace }: ApiDeps): Router {
  const router = Router();
  const { store } = workspace;

  router.get('/lineage/:id', async (req, res) => {
    const { id } = req.params;
    const found = id.startsWith('model:') ? (await store.run('entity-facts', { id }))[0] : undefined;
    if (!found) throw new AppError('not_found', id);
    const { type, name, nameZh } = toEntity(found.properties, found.labels, found.papers);
    const model: NodeRef = { id, type, name, nameZh };
    const { tree, isCut } = await readModelTree(store, model);
    const scope = new Map<string, NodeRef>([[id, model]]);
    // A parent stands before its children.
    for (const { node, parent } of tree) if (parent !== null && scope.has(parent)) scope.set(node.id, node);
    const papers = await papersOf(store, scope);
    const total = tree
      .filter(({ node }) => scope.has(node.id))
      .reduce((sum, { papers: counts }) => sum + Object.values(counts).reduce((a, b) => a + b, 0), 0);
    const body: LineageResponse = {
      model,
      tree,
      papers,
      total: { tree: tree.length, papers: Math.max(total, papers.length) },
      truncated: isCut || papers.length < total,
      fingerprint: (await workspace.stats()).fingerprint,
    };
    res.json(body);
  });
  return router;
}

async function papersOf(store: GraphStore, scope: ReadonlyMap<string, NodeRef>): Promise<LineagePaper[]> {
  const rows = await store.run('models-papers', { ids: [...scope.keys()], limit: MAX_PAPERS });
  const techniques = new Map<string, LineagePaper['techniques'][number][]>();
  for (const row of await store.run('papers-techniques', { ids: [...new Set(rows.map((row) => row.id))] })) {
    const list = techniques.get(row.paperId) ?? [];
    techniques.set(row.paperId, list);
    list.push({ node: toNodeRef(row), type: row.type === 'PROPOSES' ? 'PROPOSES' : 'USES' });
  }
  return rows.flatMap((row) => {
    const to = scope.get(row.modelId);
    if (!to) return [];
    const edge = toPaperEdge(row.type, row.properties, paperNode(row), to);
    return [{ paper: toPaperRef(row), model: row.modelId, edge, techniques: techniques.get(row.id) ?? [] }];
  });
}
