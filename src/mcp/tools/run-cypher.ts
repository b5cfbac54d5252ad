// run_cypher: an agent's own question. The store's console keeps it to reading; here it is also kept short.
import { z } from 'zod';
import { type Json, MAX_QUERY_LENGTH } from '../../shared/api/cypher.ts';
import { EDGE_TYPES, NODE_LABELS } from '../../shared/ontology.ts';
import { readRows } from '../graph.ts';
import { clip, paperRow, paperSchema, truncatedSchema } from '../shapes.ts';
import { defineTool } from '../tool.ts';

const MAX_ROWS = 200;
const MAX_TIMEOUT_MS = 10_000;
const MAX_CHARACTERS = 100_000;
const MAX_CELL = 2_000;
const MAX_SOURCES = 30;

export const runCypherTool = defineTool({
  name: 'run_cypher',
  title: 'Ask in Cypher',
  description: `Runs one read-only Cypher query. Labels: ${NODE_LABELS.join(', ')} (all but Paper and Result also Entity). Edges: ${EDGE_TYPES.join(', ')}. Edges from a Paper carry sentence, quote, confidence, section, source. Return r.sentence to get evidence; papers named in the rows come back under "sources".`,
  input: z.strictObject({
    query: z.string().min(1).max(MAX_QUERY_LENGTH),
    params: z.record(z.string(), z.json()).default({}),
    limit: z.number().int().min(1).max(MAX_ROWS).default(50),
    timeoutMs: z.number().int().min(100).max(MAX_TIMEOUT_MS).default(5_000),
  }),
  output: z.object({
    columns: z.array(z.string()),
    rows: z.array(z.array(z.json())),
    sources: z.array(paperSchema).describe('papers whose ids stand in the rows'),
    truncated: truncatedSchema,
    ms: z.number(),
  }),
  async run({ query, params, limit, timeoutMs }, { graph, signal }) {
    const answer = await graph.query({ query, params: params as Record<string, Json>, limit, timeoutMs, signal });
    const rows: Json[][] = [];
    let left = MAX_CHARACTERS;
    for (const row of answer.rows) {
      const short = row.map(shorten);
      left -= JSON.stringify(short).length;
      if (left < 0) break;
      rows.push(short);
    }
    const ids = [...new Set(rows.flatMap((row) => row.flatMap(paperIdsIn)))];
    const sources = ids.length === 0 ? [] : await readRows(graph, 'papers-named', { ids: ids.slice(0, MAX_SOURCES) }, paperRow);
    return {
      columns: answer.columns,
      rows,
      sources,
      truncated: answer.truncated || rows.length < answer.rows.length || ids.length > MAX_SOURCES,
      ms: Math.round(answer.ms),
    };
  },
});

function shorten(value: Json): Json {
  if (typeof value === 'string') return clip(value, MAX_CELL);
  if (Array.isArray(value)) return value.map(shorten);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shorten(part)]));
  return value;
}

function paperIdsIn(value: Json): string[] {
  if (typeof value === 'string') return /^paper:\S+$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(paperIdsIn);
}
