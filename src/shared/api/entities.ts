// GET /api/entities/:id, GET /api/entities/:id/neighbours
import { z } from 'zod';
import { EDGE_TYPES } from '../ontology.ts';
import {
  cursorSchema,
  edgeTypeSchema,
  limitSchema,
  nodeLabelSchema,
  nodeRefSchema,
  nodeTypeSchema,
  pageSchema,
  paperRefSchema,
  wordsSchema,
} from './common.ts';
import { edgeViewSchema } from './edges.ts';

export const entitySchema = z.object({
  id: z.string(),
  type: nodeTypeSchema,
  labels: z.array(nodeLabelSchema),
  name: z.string(),
  nameZh: z.string().nullable(),
  aliases: z.array(z.string()),
  firstSeen: z.string(),
  lastSeen: z.string(),
  papers: z.number().int(),
});
export type Entity = z.infer<typeof entitySchema>;

export const roleGroupSchema = z.object({
  /** `method/uses` */
  role: z.string(),
  edgeType: edgeTypeSchema,
  total: z.number().int(),
  truncated: z.boolean(),
  leftOut: z.number().int(),
  items: z.array(z.object({ paper: paperRefSchema, edge: edgeViewSchema })),
});
export type RoleGroup = z.infer<typeof roleGroupSchema>;

export const entityResponseSchema = z.object({
  entity: entitySchema,
  /** What it is a variant, member or part of, nearest first; and what is a variant, member or part of it. */
  parents: z.array(nodeRefSchema),
  children: z.array(nodeRefSchema),
  roles: z.array(roleGroupSchema),
  fingerprint: z.string(),
});
export type EntityResponse = z.infer<typeof entityResponseSchema>;

/** `:id` may also be `paper:<id>`. */
export const neighboursQuerySchema = z.object({
  types: wordsSchema(EDGE_TYPES).optional(),
  limit: limitSchema.default(50),
  cursor: cursorSchema.optional(),
});
export const neighboursResponseSchema = pageSchema.extend({
  /** By edge type and direction, before any cap: what an expansion would add. */
  counts: z.array(z.object({ edgeType: edgeTypeSchema, direction: z.enum(['out', 'in']), total: z.number().int() })),
  neighbours: z.array(
    z.object({
      node: nodeRefSchema,
      edge: z.object({ id: z.string(), type: edgeTypeSchema, direction: z.enum(['out', 'in']), confidence: z.number() }),
    }),
  ),
});
export type NeighboursResponse = z.infer<typeof neighboursResponseSchema>;
