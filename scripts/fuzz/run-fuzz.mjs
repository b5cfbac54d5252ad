// Sends the queries of a fuzz to a store and counts how each ended. What must not happen is listed in `troubles`.
import { generateQueries } from './generate-queries.mjs';

/** How long a store may need to answer a plain question after a hostile one: a restart of the embedded one, a busy parser of the other. */
const ALIVE_MS = 15_000;
/** Endings that a user may be told of. `store_unavailable` is none: then a query took the store down. */
const EXPECTED = new Set(['ok', 'syntax', 'write_refused', 'too_large', 'missing_parameter', 'timeout', 'bad_request']);

export async function runFuzz({
  store,
  seed,
  count,
  corpus,
  file,
  secret,
  timeoutMs,
  until = Number.POSITIVE_INFINITY,
  onProgress = () => {},
}) {
  const outcomes = {};
  const troubles = [];
  const restarts = { count: 0 };
  let done = 0;
  for (const query of generateQueries({ seed, count, corpus, file })) {
    if (Date.now() > until) break;
    const pid = store.pid;
    let outcome;
    try {
      const answer = await store.query({
        query,
        params: { id: 'method:grpo', list: [1, 2], limit: 5, x: [] },
        limit: 50,
        timeoutMs,
      });
      outcome = 'ok';
      if (JSON.stringify(answer).includes(secret)) troubles.push({ what: 'the file was read', query });
    } catch (error) {
      outcome = typeof error.code === 'string' && EXPECTED.has(error.code) ? error.code : `bug: ${error.code ?? ''} ${error.message}`;
      if (!EXPECTED.has(outcome)) troubles.push({ what: outcome, query });
      if (String(error.message).includes(secret)) troubles.push({ what: 'the file was read', query });
    }
    outcomes[outcome.slice(0, 60)] = (outcomes[outcome.slice(0, 60)] ?? 0) + 1;
    if (outcome === 'timeout' || outcome.startsWith('bug') || done % 100 === 0) {
      try {
        await store.query({ query: 'RETURN 1 AS x', params: {}, limit: 1, timeoutMs: ALIVE_MS });
      } catch (error) {
        troubles.push({ what: `the store no longer answers: ${error.message}`, query });
      }
    }
    if (store.pid !== pid) restarts.count++;
    // Only our own clock or memory watch may end the process.
    if (store.pid !== pid && outcome !== 'timeout' && outcome !== 'too_large')
      troubles.push({ what: `the process ended at ${outcome}`, query });
    done++;
    if (done % 100 === 0) onProgress(done, outcomes);
  }
  return { done, outcomes, troubles, restarts: restarts.count };
}
