// POST /api/cypher: a read-only query in the user's words. POST /api/cypher/check: whether it could run, by the store's plan for it
import { z } from 'zod';
import { errorBodySchema } from './common.ts';

export const MAX_QUERY_LENGTH = 20_000;
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Any JSON value. */
export const jsonSchema = z.json();

export const cypherRequestSchema = z.object({
  query: z.string().min(1).max(MAX_QUERY_LENGTH),
  params: z.record(z.string(), jsonSchema).default({}),
  limit: z.number().int().min(1).max(1_000).default(1_000),
  timeoutMs: z.number().int().min(100).max(30_000).default(5_000),
});
export type CypherRequest = z.infer<typeof cypherRequestSchema>;

/** Rows are arrays in column order. Nodes are `{id, labels, ...properties}`, edges `{from, to, type, ...properties}`: never the database's own ids. */
export const cypherResponseSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(jsonSchema)),
  truncated: z.boolean(),
  ms: z.number(),
});
export type CypherResponse = z.infer<typeof cypherResponseSchema>;

export const cypherCheckRequestSchema = cypherRequestSchema.pick({ query: true, params: true });
/** `problem`: what running it would say, in the words of an error; null when it could run. */
export const cypherCheckResponseSchema = z.object({ problem: errorBodySchema.shape.error.nullable() });
export type CypherCheckResponse = z.infer<typeof cypherCheckResponseSchema>;
