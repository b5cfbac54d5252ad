// Shapes that several endpoints share.
import { z } from 'zod';
import { EDGE_TYPES, MENTION_TYPES, NODE_LABELS } from '../ontology.ts';

export const MAX_LIMIT = 500;
export const limitSchema = z.coerce.number().int().min(1).max(MAX_LIMIT);
export const cursorSchema = z.string().max(400);
export const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Every list says whether something was left out, how much there is, and how to get the rest. */
export const pageSchema = z.object({
  total: z.number().int(),
  truncated: z.boolean(),
  leftOut: z.number().int(),
  cursor: z.string().nullable(),
});

export const nodeTypeSchema = z.enum(['paper', ...MENTION_TYPES]);
export type NodeType = z.infer<typeof nodeTypeSchema>;
export const nodeLabelSchema = z.enum(NODE_LABELS);
export const edgeTypeSchema = z.enum(EDGE_TYPES);

/** Some of these words, separated by commas; an empty text for all. */
export function wordsSchema(words: readonly string[]) {
  const word = `(?:${words.join('|')})?`;
  return z
    .string()
    .max(300)
    .regex(new RegExp(`^${word}(?:,${word})*$`), `expected some of ${words.join(', ')}, separated by commas`);
}

/** A thing named in passing: enough to draw and to link. `type` of a node that is both benchmark and dataset is "benchmark". */
export const nodeRefSchema = z.object({ id: z.string(), type: nodeTypeSchema, name: z.string(), nameZh: z.string().nullable() });
export type NodeRef = z.infer<typeof nodeRefSchema>;

export const paperRefSchema = z.object({
  /** Bare id, without the `paper:` prefix. */
  id: z.string(),
  title: z.string(),
  date: z.string(),
  url: z.string(),
  lang: z.string(),
});
export type PaperRef = z.infer<typeof paperRefSchema>;

export const errorBodySchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    hint: z.string(),
    line: z.number().optional(),
    column: z.number().optional(),
    requestId: z.string(),
  }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;
