// GET /api/path?from=&to=: the shortest ways from one thing to another, each hop with its sentence.
import { z } from 'zod';
import { nodeRefSchema } from './common.ts';
import { edgeViewSchema } from './edges.ts';

export const pathQuerySchema = z.object({
  from: z.string().min(1).max(300),
  to: z.string().min(1).max(300),
  /** How many paths at most. */
  k: z.coerce.number().int().min(1).max(10).default(3),
  maxHops: z.coerce.number().int().min(1).max(6).default(4),
  /** Leave out things that very many papers share: everything is connected through them. */
  withoutHubs: z.enum(['true', 'false']).default('false'),
});

export const pathResponseSchema = z.object({
  from: nodeRefSchema,
  to: nodeRefSchema,
  /** Shortest first; of equally long ones those through rarer things. */
  paths: z.array(z.object({ nodes: z.array(nodeRefSchema), hops: z.array(edgeViewSchema) })),
  /** More than this was not looked at. */
  truncated: z.boolean(),
  /** Left out on request, or the most shared things the search went through. */
  hubs: z.array(nodeRefSchema),
  fingerprint: z.string(),
});
export type PathResponse = z.infer<typeof pathResponseSchema>;
