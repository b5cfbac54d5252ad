// GET /api/papers, GET /api/papers/:id
import { z } from 'zod';
import { EDGE_TYPES } from '../ontology.ts';
import { resultSchema } from '../paper.ts';
import { cursorSchema, dateSchema, limitSchema, pageSchema, paperRefSchema, wordsSchema } from './common.ts';
import { edgeViewSchema, scoreRelationSchema } from './edges.ts';

export const papersQuerySchema = z.object({
  /** Only papers with an edge to this entity. */
  entity: z.string().max(300).optional(),
  /** Comma-separated edge types, with `entity`. */
  roles: wordsSchema(EDGE_TYPES).optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  q: z.string().max(200).optional(),
  limit: limitSchema.default(50),
  cursor: cursorSchema.optional(),
});
export const papersResponseSchema = pageSchema.extend({ papers: z.array(paperRefSchema) });
export type PapersResponse = z.infer<typeof papersResponseSchema>;

export const paperResponseSchema = z.object({
  paper: paperRefSchema.extend({ publishedAt: z.string().nullable(), sources: z.array(z.string()) }),
  edges: z.array(edgeViewSchema),
  results: z.array(resultSchema.extend({ id: z.string(), source: z.string(), relation: scoreRelationSchema.nullable() })),
  fingerprint: z.string(),
});
export type PaperResponse = z.infer<typeof paperResponseSchema>;
