// GET /api/search?q=&types=method,model&limit=
import { z } from 'zod';
import { limitSchema, nodeTypeSchema, wordsSchema } from './common.ts';

export const searchQuerySchema = z.object({
  q: z.string().max(200),
  /** Comma-separated node types; all when absent. */
  types: wordsSchema(nodeTypeSchema.options).optional(),
  limit: limitSchema.default(20),
});

export const searchHitSchema = z.object({
  id: z.string(),
  type: nodeTypeSchema,
  name: z.string(),
  nameZh: z.string().nullable(),
  /** The form that matched, when it is not the name. */
  matched: z.string().nullable(),
  /** Papers that have an edge to it (1 for a paper). */
  papers: z.number().int(),
});
export const searchResponseSchema = z.object({ hits: z.array(searchHitSchema), total: z.number().int(), truncated: z.boolean() });
export type SearchHit = z.infer<typeof searchHitSchema>;
export type SearchResponse = z.infer<typeof searchResponseSchema>;
