// POST /api/cypher: a read-only query in the user's words
import { z } from 'zod';

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
