// GET /api/leaderboards: benchmarks with reported numbers. GET /api/leaderboards/:id: the numbers of one, by metric and kind.
import { z } from 'zod';
import { evidenceSchema } from '../evidence.ts';
import { limitSchema, nodeRefSchema, pageSchema, paperRefSchema } from './common.ts';
import { scoreRelationSchema } from './edges.ts';

export const leaderboardsQuerySchema = z.object({ limit: limitSchema.default(200) });
export const leaderboardsResponseSchema = z.object({
  benchmarks: z.array(z.object({ benchmark: nodeRefSchema, results: z.number().int(), papers: z.number().int() })),
});
export type LeaderboardsResponse = z.infer<typeof leaderboardsResponseSchema>;

export const boardRowSchema = z.object({
  id: z.string(),
  /** As written in the paper; `entity` when it is something of the graph. */
  subject: z.string(),
  entity: nodeRefSchema.nullable(),
  /** As written: "84.6%". */
  value: z.string(),
  number: z.number().nullable(),
  unit: z.string().nullable(),
  paper: paperRefSchema,
  evidence: evidenceSchema,
  /** Name of the digest file. */
  source: z.string(),
  relation: scoreRelationSchema.nullable(),
});
export type BoardRow = z.infer<typeof boardRowSchema>;

/** Values and improvements never stand in one order; numbers of different papers are set side by side, not compared. */
export const boardSchema = z.object({
  metric: z.string(),
  kind: z.enum(['absolute', 'improvement']),
  /** Highest first; rows whose value is no number last. */
  rows: z.array(boardRowSchema),
});
export type Board = z.infer<typeof boardSchema>;

export const leaderboardResponseSchema = pageSchema.omit({ cursor: true }).extend({
  benchmark: nodeRefSchema,
  boards: z.array(boardSchema),
  fingerprint: z.string(),
});
export type LeaderboardResponse = z.infer<typeof leaderboardResponseSchema>;
