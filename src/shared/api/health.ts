// GET /api/health, GET /api/stats
import { z } from 'zod';

export const healthSchema = z.object({
  ok: z.boolean(),
  version: z.string(),
  store: z.object({ kind: z.enum(['grafeo', 'neo4j']), ready: z.boolean(), detail: z.string() }),
  fingerprint: z.string(),
});
export type Health = z.infer<typeof healthSchema>;

export const statsSchema = z.object({
  papers: z.number().int(),
  /** Count by label: Paper, Field, Method, Model, Benchmark, Dataset, Result. */
  nodes: z.record(z.string(), z.number().int()),
  edges: z.record(z.string(), z.number().int()),
  /** Hash over ids, edges and properties; equal on every store. */
  fingerprint: z.string(),
});
export type Stats = z.infer<typeof statsSchema>;
