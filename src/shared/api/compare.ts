// GET /api/compare?ids=a,b: two to four papers or things side by side: what they share, then what only some have.
import { z } from 'zod';
import { edgeTypeSchema, nodeRefSchema, nodeTypeSchema } from './common.ts';

export const MAX_COMPARED = 4;
export const compareQuerySchema = z.object({
  /** Comma-separated ids, `paper:2602.10575` or `method:grpo`. */
  ids: z
    .string()
    .max(1_300)
    .regex(/^[^,]+(?:,[^,]+){1,3}$/, `expected 2 to ${MAX_COMPARED} ids, separated by commas`),
  /** Of each type of thing at most so many. */
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const compareResponseSchema = z.object({
  things: z.array(nodeRefSchema),
  groups: z.array(
    z.object({
      type: nodeTypeSchema,
      items: z.array(
        z.object({
          node: nodeRefSchema,
          /** How many of the things have it. */
          shared: z.number().int(),
          /** In the order of `things`: how many relations tie the thing to it, itself or by its papers; and of which types. */
          cells: z.array(z.object({ relations: z.number().int(), types: z.array(edgeTypeSchema) })),
        }),
      ),
      total: z.number().int(),
      truncated: z.boolean(),
      leftOut: z.number().int(),
    }),
  ),
  /** Of things with very many papers only the newest 500 were looked at. */
  truncated: z.boolean(),
  fingerprint: z.string(),
});
export type CompareResponse = z.infer<typeof compareResponseSchema>;
