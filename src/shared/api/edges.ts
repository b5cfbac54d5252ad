// GET /api/edges/:id, and the edge as every other endpoint shows it
import { z } from 'zod';
import { sourcedEvidenceSchema } from '../evidence.ts';
import { edgeTypeSchema, nodeRefSchema } from './common.ts';

export const edgeViewSchema = z.object({
  /** `2602.10575|USES|method:grpo` */
  id: z.string(),
  type: edgeTypeSchema,
  /** `method/uses`; null for edges between entities. */
  role: z.string().nullable(),
  /** For a paper `id` is `paper:2602.10575` and `name` its title. */
  from: nodeRefSchema,
  to: nodeRefSchema,
  confidence: z.number(),
  firstSeen: z.string(),
  /** Best first; empty for edges that follow from names alone. */
  evidence: z.array(sourcedEvidenceSchema),
});
export type EdgeView = z.infer<typeof edgeViewSchema>;
/** What carries a reported number: the surest relation of its paper to its benchmark, whose confidence and rule count for the number too. */
export const scoreRelationSchema = edgeViewSchema.pick({ id: true, type: true, confidence: true }).extend({ rule: z.string() });
export type ScoreRelation = z.infer<typeof scoreRelationSchema>;

export const edgeResponseSchema = z.object({
  edge: edgeViewSchema,
  paper: z.object({ id: z.string(), title: z.string(), url: z.string(), date: z.string() }).nullable(),
});
export type EdgeResponse = z.infer<typeof edgeResponseSchema>;
