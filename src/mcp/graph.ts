// How the tools reach the graph: only by queries that a user may send, so that nothing here can write. The texts are files under cypher/mcp.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { CypherResponse, Json } from '../shared/api/cypher.ts';
import { AppError } from '../shared/errors.ts';
import type { UserQuery } from '../store/graph-store.ts';
import { CYPHER_DIR, stripComments } from '../store/query-text.ts';

/** A GraphStore is one; so is a client of a running server. */
export interface McpGraph {
  query(query: UserQuery): Promise<CypherResponse>;
}

const TIMEOUT_MS = 15_000;
/** The most that a user's query may ask for. */
export const MAX_ROWS = 1_000;
/** A server lets one client run two queries at once. */
const AT_ONCE = 2;
const texts = new Map<string, string>();

function textOf(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = stripComments(readFileSync(`${CYPHER_DIR}mcp/${name}.cypher`, 'utf8'));
  texts.set(name, text);
  return text;
}

/** Runs `cypher/mcp/<name>.cypher`; a row that is not of this shape is a bug. */
export async function readRows<R extends z.ZodRawShape>(
  graph: McpGraph,
  name: string,
  params: Readonly<Record<string, Json>>,
  row: R,
): Promise<z.output<z.ZodObject<R>>[]> {
  const { columns, rows } = await graph.query({ query: textOf(name), params, limit: MAX_ROWS, timeoutMs: TIMEOUT_MS });
  const schema = z.object(row);
  return rows.map((values) => schema.parse(Object.fromEntries(columns.map((column, i) => [column, values[i]]))));
}

/** Lets two queries run, the others wait. */
export function inTurn(graph: McpGraph): McpGraph {
  let free = AT_ONCE;
  const waiting: (() => void)[] = [];
  const enter = (): Promise<void> => {
    if (free > 0) {
      free--;
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return {
    async query(query) {
      await enter();
      try {
        if (query.signal?.aborted) throw new AppError('timeout', 'cancelled');
        return await graph.query(query);
      } finally {
        leave();
      }
    },
  };
}
