// GET /api/lineage/:id: a model in its family, what is derived from it, and the papers that touch any of these.
import { z } from 'zod';
import { nodeRefSchema, paperRefSchema } from './common.ts';
import { edgeViewSchema } from './edges.ts';

export const MODEL_ROLES = ['BUILDS_ON', 'ASSISTED_BY', 'COMPARES_WITH', 'PROPOSES'] as const;
export const modelRoleSchema = z.enum(MODEL_ROLES);
export type ModelRole = z.infer<typeof modelRoleSchema>;

export const lineageNodeSchema = z.object({
  node: nodeRefSchema,
  /** Null for the oldest family. A model with two parents stands under the first. */
  parent: z.string().nullable(),
  via: z.enum(['MEMBER_OF', 'DERIVED_FROM']),
  /** For DERIVED_FROM the papers that say so, bare ids. */
  statedBy: z.array(z.string()),
  depth: z.number().int(),
  /** Papers that touch this very model, by role. */
  papers: z.record(modelRoleSchema, z.number().int()),
});
export type LineageNode = z.infer<typeof lineageNodeSchema>;

export const lineagePaperSchema = z.object({
  paper: paperRefSchema,
  model: z.string(),
  edge: edgeViewSchema,
  techniques: z.array(z.object({ node: nodeRefSchema, type: z.enum(['PROPOSES', 'USES']) })),
});
export type LineagePaper = z.infer<typeof lineagePaperSchema>;

export const lineageResponseSchema = z.object({
  model: nodeRefSchema,
  /** The whole family, depth first: a parent stands before its children. */
  tree: z.array(lineageNodeSchema),
  /** Of the model and everything below it, newest first; one line a role. */
  papers: z.array(lineagePaperSchema),
  total: z.object({ tree: z.number().int(), papers: z.number().int() }),
  truncated: z.boolean(),
  fingerprint: z.string(),
});
export type LineageResponse = z.infer<typeof lineageResponseSchema>;
