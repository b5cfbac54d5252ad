// A user's own query on Neo4j: EXPLAIN first, then READ mode without retries, with our own clock that closes the session.
import neo4j, { type Session } from 'neo4j-driver';
import type { CypherResponse, Json } from '../../shared/api/cypher.ts';
import { AppError } from '../../shared/errors.ts';
import type { UserQuery } from '../graph-store.ts';
import type { Neo4jConnection } from './connection.ts';
import { EXPLAIN_LINES, EXPLAIN_PREFIX, storeError, toStoreError } from './errors.ts';
import { findForbidden } from './plan-check.ts';
import { type PrefixedQuery, prefixUserLabels } from './prefix-user-labels.ts';
import { toParameter, ValueReader } from './values.ts';

/** The server stops at its own clock first; ours is for what it cannot stop, a long single expression. */
const GRACE_MS = 300;
/** Fetched from the server at a time; a capped answer never pulls more than one such page too many. */
const FETCH_ROWS = 200;

export function runUserQuery(connection: Neo4jConnection, user: UserQuery, maxBytes: number): Promise<CypherResponse> {
  const start = performance.now();
  return inOwnSession(connection, user, async (session, query) => {
    await explain(session, { ...user, query });
    return answer(connection, session, { ...user, query }, maxBytes, start);
  });
}

export const checkUserQuery = (connection: Neo4jConnection, user: Omit<UserQuery, 'limit'>): Promise<void> =>
  inOwnSession(connection, user, (session, query) => explain(session, { ...user, query }));

/** `work` gets the text as it is sent: with the prefix of the labels. */
async function inOwnSession<T>(
  connection: Neo4jConnection,
  { query, timeoutMs, signal }: Omit<UserQuery, 'limit'>,
  work: (session: Session, query: string) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw storeError('timeout', 'cancelled');
  // READ sessions and `run`: executeWrite on a READ session would write, so it is not reachable from here.
  const session = connection.driver.session({
    database: connection.database,
    defaultAccessMode: neo4j.session.READ,
    fetchSize: FETCH_ROWS,
  });
  let stop: (error: Error) => void = () => {};
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = reject;
  });
  stopped.catch(() => {});
  const sent = prefixUserLabels(query, connection.labelPrefix);
  const timer = setTimeout(() => stop(storeError('timeout', `after ${timeoutMs} ms`)), timeoutMs + GRACE_MS);
  const onAbort = (): void => stop(storeError('timeout', 'cancelled'));
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work(session, sent.text), stopped]);
  } catch (error) {
    throw toOwnPlace(toStoreError(error, true), sent);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    // Closing in mid-query makes the server stop it; nobody waits for that.
    session.close().catch(() => {});
  }
}

function toOwnPlace(error: unknown, { toOwnColumn }: PrefixedQuery): unknown {
  if (!(error instanceof AppError) || error.line === undefined || error.column === undefined) return error;
  const { code, detail, line, column, cause } = error;
  return new AppError(code, detail, { line, column: toOwnColumn(line, column), cause });
}

type Asked = Pick<UserQuery, 'query' | 'params' | 'timeoutMs'>;

async function explain(session: Session, { query, params, timeoutMs: timeout }: Asked): Promise<void> {
  const given = toParameter(params) as Record<string, unknown>;
  const { summary } = await session.run(EXPLAIN_PREFIX + query, given, { timeout }).catch((error: unknown) => {
    throw toStoreError(error, true, EXPLAIN_LINES);
  });
  if (summary.queryType !== 'r') throw storeError('write_refused', 'the query would change the graph');
  // No plan is no leave.
  const forbidden = summary.plan ? findForbidden(summary.plan) : 'a statement without a plan';
  if (forbidden !== null) throw storeError('write_refused', `it would run ${forbidden}`);
}

async function answer(
  connection: Neo4jConnection,
  session: Session,
  user: Asked & Pick<UserQuery, 'limit'>,
  maxBytes: number,
  start: number,
): Promise<CypherResponse> {
  const reader = new ValueReader({ labelPrefix: connection.labelPrefix });
  const result = session.run(user.query, toParameter(user.params) as Record<string, unknown>, { timeout: user.timeoutMs });
  const columns = await result.keys();
  const rows: Json[][] = [];
  let bytes = 0;
  let truncated = false;
  for await (const record of result) {
    if (rows.length >= user.limit) {
      truncated = true;
      break;
    }
    const row = columns.map((column) => reader.toJson(record.get(column)));
    bytes += JSON.stringify(row).length;
    if (bytes > maxBytes) {
      if (rows.length === 0) throw storeError('too_large', `one row has more than ${maxBytes} bytes`);
      truncated = true;
      break;
    }
    rows.push(row);
  }
  if (reader.missing.length > 0) {
    for (const row of (await connection.read({ run: 'ids-by-element', params: { ids: reader.missing } })).rows)
      reader.setId(row.elementId, row.id);
  }
  return { columns: [...columns], rows, truncated, ms: performance.now() - start };
}
