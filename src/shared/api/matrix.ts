// GET /api/matrix: how many papers connect each of the most common things of one kind with each of another.
import { z } from 'zod';
import { MENTION_TYPES, type MentionType, PAPER_EDGE_TYPES, type PaperEdgeType } from '../ontology.ts';
import { dateSchema, nodeRefSchema, wordsSchema } from './common.ts';

/** Relations that count when none are named: what a paper works with, not what it only compares itself with. */
export const AXIS_EDGES: Readonly<Record<MentionType, readonly PaperEdgeType[]>> = {
  field: ['IN_FIELD'],
  method: ['PROPOSES', 'USES'],
  model: ['PROPOSES', 'BUILDS_ON'],
  benchmark: ['EVALUATES_ON', 'INTRODUCES'],
  dataset: ['TRAINS_ON', 'INTRODUCES'],
};
const axisSchema = z.enum(MENTION_TYPES);
const edgesSchema = wordsSchema(PAPER_EDGE_TYPES);

export const matrixQuerySchema = z.object({
  rows: axisSchema.default('method'),
  columns: axisSchema.default('benchmark'),
  rowEdges: edgesSchema.optional(),
  columnEdges: edgesSchema.optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  maxRows: z.coerce.number().int().min(1).max(200).default(50),
  maxColumns: z.coerce.number().int().min(1).max(200).default(50),
});

const axisEntrySchema = z.object({ node: nodeRefSchema, papers: z.number().int() });
export const matrixResponseSchema = z.object({
  /** Most papers first. */
  rows: z.array(axisEntrySchema),
  columns: z.array(axisEntrySchema),
  /** Only pairs with a paper: indexes into `rows` and `columns`. A pair that is not here was never tried. */
  cells: z.array(z.object({ row: z.number().int(), column: z.number().int(), papers: z.number().int() })),
  total: z.object({ rows: z.number().int(), columns: z.number().int() }),
  truncated: z.boolean(),
  fingerprint: z.string(),
});
export type MatrixResponse = z.infer<typeof matrixResponseSchema>;
