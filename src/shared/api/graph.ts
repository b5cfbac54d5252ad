// GET /api/graph: the map, laid out on the server. GET /api/clusters: who shares a technique.
import { z } from 'zod';
import { edgeTypeSchema, nodeTypeSchema } from './common.ts';

export const graphQuerySchema = z.object({
  /** At most so many nodes, the best connected first; what is left out is counted. */
  maxNodes: z.coerce.number().int().min(10).max(20_000).default(5_000),
});

export const graphNodeSchema = z.object({
  id: z.string(),
  type: nodeTypeSchema,
  name: z.string(),
  nameZh: z.string().nullable(),
  x: z.number(),
  y: z.number(),
  /** Papers with an edge to it; for a paper, its edges. */
  weight: z.number().int(),
  /** Digest date of a paper, first seen of anything else. */
  date: z.string(),
  /** Declared clusters it belongs to, most specific first. */
  clusters: z.array(z.string()),
});
export const graphEdgeSchema = z.object({
  id: z.string(),
  source: z.string(),
  target: z.string(),
  type: edgeTypeSchema,
  role: z.string().nullable(),
  confidence: z.number(),
});
export const clusterSchema = z.object({
  id: z.string(),
  kind: z.enum(['declared', 'detected']),
  label: z.string(),
  labelZh: z.string().nullable(),
  /** The technique all its papers share; null for a detected one. */
  method: z.object({ id: z.string(), name: z.string(), nameZh: z.string().nullable() }).nullable(),
  /** Bare paper ids that use or propose the technique or a variant of it; comparing alone does not count. */
  papers: z.array(z.string()),
  /** The method ids rolled up in it. */
  methods: z.array(z.string()),
  /** Declared: share of its paper pairs that a detected community also keeps together, 0..1. Detected: modularity share. */
  score: z.number(),
});
export type Cluster = z.infer<typeof clusterSchema>;

export const graphResponseSchema = z.object({
  nodes: z.array(graphNodeSchema),
  edges: z.array(graphEdgeSchema),
  clusters: z.array(clusterSchema),
  total: z.object({ nodes: z.number().int(), edges: z.number().int() }),
  truncated: z.boolean(),
  fingerprint: z.string(),
});
export type GraphResponse = z.infer<typeof graphResponseSchema>;
export type GraphNode = z.infer<typeof graphNodeSchema>;
export type GraphEdge = z.infer<typeof graphEdgeSchema>;

export const clustersResponseSchema = z.object({ clusters: z.array(clusterSchema), fingerprint: z.string() });
export type ClustersResponse = z.infer<typeof clustersResponseSchema>;
