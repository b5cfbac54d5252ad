// GET /api/schema
import { Router } from 'express';
import type { SchemaResponse } from '../../shared/api/schema.ts';
import { EDGE_SHAPES, NODE_PROPERTIES, type Properties } from '../../shared/graph-schema.ts';
import { EDGE_TYPES, NODE_LABELS } from '../../shared/ontology.ts';
import type { ApiDeps } from '../deps.ts';

const toList = (properties: Properties): SchemaResponse['labels'][number]['properties'] =>
  Object.entries(properties).map(([name, type]) => ({ name, type }));

export function schemaRoutes({ workspace }: ApiDeps): Router {
  const router = Router();
  router.get('/schema', async (_req, res) => {
    const { nodes, edges, fingerprint } = await workspace.stats();
    const body: SchemaResponse = {
      labels: NODE_LABELS.map((label) => ({ label, nodes: nodes[label] ?? 0, properties: toList(NODE_PROPERTIES[label]) })),
      edges: EDGE_TYPES.map((type) => {
        const { from, to, properties } = EDGE_SHAPES[type];
        return { type, edges: edges[type] ?? 0, from: [...from], to: [...to], properties: toList(properties) };
      }),
      fingerprint,
    };
    res.json(body);
  });
  return router;
}
