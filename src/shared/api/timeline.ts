// GET /api/timeline: papers by digest date, in all and for the things most of them have an edge to (or for those asked for).
import { z } from 'zod';
import { MENTION_TYPES } from '../ontology.ts';
import { dateSchema, nodeRefSchema } from './common.ts';

export const timelineQuerySchema = z.object({
  type: z.enum(MENTION_TYPES).default('method'),
  /** Comma-separated ids: these rows instead of the most common ones. */
  ids: z.string().max(2_000).optional(),
  by: z.enum(['day', 'week', 'month']).default('day'),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const timelineResponseSchema = z.object({
  /** First day of each day, week (from Monday) or month that has papers, oldest first. The newest 1,000 when there are more. */
  dates: z.array(z.object({ date: z.string(), papers: z.number().int() })),
  /** `counts` stands in the order of `dates`. Papers of a row are counted once a day. */
  rows: z.array(z.object({ node: nodeRefSchema, total: z.number().int(), counts: z.array(z.number().int()) })),
  /** Papers without a date are on no line. */
  undated: z.number().int(),
  total: z.number().int(),
  truncated: z.boolean(),
  leftOut: z.number().int(),
  fingerprint: z.string(),
});
export type TimelineResponse = z.infer<typeof timelineResponseSchema>;
