// The embedded store: a GraphStore over one file, owned by a child process that can be killed without loss.
import { setTimeout as sleep } from 'node:timers/promises';
import type { CypherResponse } from '../../shared/api/cypher.ts';
import { AppError } from '../../shared/errors.ts';
import type { GraphPatch } from '../../shared/graph-patch.ts';
import type { PartAnswer } from '../apply/apply-part.ts';
import { isNothing, noCounts, sumCounts } from '../apply/context.ts';
import { findRefusal, toSentQuery } from '../console-guard.ts';
import type { ApplyCounts, GraphStore, StoreStats, UserQuery } from '../graph-store.ts';
import { isTooDeep } from '../json-depth.ts';
import { type PatchChunk, patchChunks } from '../patch-chunks.ts';
import { NODE_KINDS } from '../queries/upkeep.ts';
import { definitionOf, type QueryName, type QueryParams, type QueryRow } from '../queries.ts';
import { adaptQuery } from './adapt-query.ts';
import { ChildGone, GrafeoChild } from './child-process.ts';
import { storeError, toError } from './errors.ts';
import type { Operation } from './protocol.ts';
import { QueryCopies } from './query-copies.ts';

export interface GrafeoSettings {
  /** The graph file, e.g. `.paperloom/graph.grafeo`. Its folder is made when missing. */
  readonly path: string;
  readonly checkpointMs?: number;
  readonly checkpointBytes?: number;
  readonly maxAnswerBytes?: number;
  /** What one user query may take on top of the graph itself. */
  readonly maxQueryMemoryBytes?: number;
  /**
   * Users' queries run in a process of their own, on a copy of the graph that is made when it has changed: a runaway query then costs the
   * others nothing, and costs the memory of a second graph. For servers; a single question is answered sooner without.
   */
  readonly isolateQueries?: boolean;
}

const DEFAULTS = {
  checkpointMs: 60_000,
  checkpointBytes: 64_000_000,
  maxAnswerBytes: 16_000_000,
  maxQueryMemoryBytes: 1_500_000_000,
  isolateQueries: false,
};
/** One more than a few users' runaway queries in a row can take down. */
const MAX_TRIES = 6;
const REMOVE_ROWS = 20_000;
/** A line of its own: columns stay as they are. */
const EXPLAIN_PREFIX = 'EXPLAIN\n';

export class GrafeoStore implements GraphStore {
  readonly kind = 'grafeo';
  readonly #settings: Required<GrafeoSettings>;
  readonly #child: GrafeoChild;
  readonly #copies: QueryCopies | null;
  #writes = 0;
  /** One writer at a time; a failed write does not stop the next. */
  #lastWrite: Promise<unknown> = Promise.resolve();

  private constructor(settings: GrafeoSettings) {
    this.#settings = { ...DEFAULTS, ...settings };
    this.#child = new GrafeoChild(this.#settings);
    this.#copies = this.#settings.isolateQueries ? new QueryCopies(this.#settings, (path) => this.#copyTo(path)) : null;
  }

  /** Opens the file, or makes it. Throws store_locked, store_binary_missing, folder_read_only, store_unavailable. */
  static async open(settings: GrafeoSettings): Promise<GrafeoStore> {
    const store = new GrafeoStore(settings);
    await store.#child.start();
    return store;
  }

  /** Of the child process, for tests that kill it. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  async describe(): Promise<string> {
    await this.#child.start();
    return `Grafeo ${this.#child.version}, file ${this.#settings.path}`;
  }

  async migrate(): Promise<void> {
    const newer = await this.#write(() => this.#ask({ op: 'migrate' }));
    if (newer !== null) throw storeError('store_newer_schema', `schema ${String(newer)}`);
    await this.#beginStats();
  }

  apply(patch: GraphPatch): Promise<ApplyCounts> {
    return this.#write(async () => {
      let counts = noCounts();
      let lost: readonly string[] = [];
      for (const chunk of patchChunks(patch)) {
        const part = await this.#applyPart(chunk, lost);
        counts = sumCounts(counts, part.counts);
        lost = part.lost;
      }
      return counts;
    });
  }

  async run<N extends QueryName>(name: N, params: QueryParams<N>): Promise<QueryRow<N>[]> {
    if (isTooDeep(params)) throw storeError('bad_request', 'a parameter is nested too deeply');
    const ask = () => this.#ask({ op: 'run', name, params });
    if (definitionOf(name).access === 'read') return (await ask()) as QueryRow<N>[];
    return this.#write(async () => (await ask()) as QueryRow<N>[]);
  }

  query({ query, params, limit, timeoutMs, signal }: UserQuery): Promise<CypherResponse> {
    return this.#withUserChild(query, params, (child, text) =>
      this.#askUser(child, this.#toOperation(text, params, limit), timeoutMs, signal),
    );
  }

  /** Never ends the process when it takes too long: what runs there is somebody's query. */
  async check({ query, params, timeoutMs }: Omit<UserQuery, 'limit'>): Promise<void> {
    try {
      await this.#withUserChild(query, params, (child, text) =>
        Promise.race([
          child.request(this.#toOperation(EXPLAIN_PREFIX + text, params, 1)).catch((error: unknown) => {
            throw lineBefore(error);
          }),
          sleep(timeoutMs, undefined, { ref: false }).then(() => Promise.reject(storeError('timeout', `after ${timeoutMs} ms`))),
        ]),
      );
    } catch (error) {
      if (error instanceof ChildGone) throw storeError('store_unavailable', 'the store was restarted while the query was checked');
      throw error;
    }
  }

  #toOperation(query: string, params: UserQuery['params'], limit: number): Operation {
    const { maxAnswerBytes: maxBytes, maxQueryMemoryBytes: maxMemoryBytes } = this.#settings;
    return { op: 'query', query, params, limit, maxBytes, maxMemoryBytes };
  }

  /** `work` gets the text as it is sent. */
  async #withUserChild<T>(query: string, params: UserQuery['params'], work: (child: GrafeoChild, text: string) => Promise<T>): Promise<T> {
    const refusal = findRefusal(query);
    if (refusal) throw toError(refusal);
    if (isTooDeep(params)) throw storeError('bad_request', 'a parameter is nested too deeply');
    const copy = await this.#copies?.use(() => this.#writes);
    const child = copy?.child ?? this.#child;
    try {
      await child.start();
      return await work(child, adaptQuery(toSentQuery(query)));
    } finally {
      copy?.done();
    }
  }

  /** Another user's query may take the process down while this one runs: then this one is asked once more. */
  async #askUser(child: GrafeoChild, operation: Operation, timeoutMs: number, signal: AbortSignal | undefined): Promise<CypherResponse> {
    for (let attempt = 1; ; attempt++) {
      try {
        return (await this.#timed(child, operation, timeoutMs, signal)) as CypherResponse;
      } catch (error) {
        if (!(error instanceof ChildGone)) throw error;
        if (error.outOfMemory) throw storeError('too_large', 'the query needs too much memory');
        if (attempt >= 2) throw storeError('store_unavailable', 'the store was restarted while the query ran');
      }
    }
  }

  stats({ verify = false } = {}): Promise<StoreStats> {
    return this.#ask({ op: 'stats', verify }) as Promise<StoreStats>;
  }

  async appliedSeq(ledgerId: string): Promise<number> {
    return (await this.run('ledger-seq', { id: `ledger:${ledgerId}` }))[0]?.seq ?? 0;
  }

  async setAppliedSeq(ledgerId: string, seq: number): Promise<void> {
    await this.run('set-ledger-seq', { id: `ledger:${ledgerId}`, seq });
  }

  async clear(): Promise<void> {
    for (const label of NODE_KINDS) {
      while (((await this.run('remove-nodes', { label, limit: REMOVE_ROWS }))[0]?.removed ?? 0) > 0);
    }
    await this.run('remove-ledger-seqs', {});
    await this.#beginStats();
  }

  async close(): Promise<void> {
    await this.#copies?.close();
    await this.#child.close();
  }

  /** In line with the writers: a copy is of a moment between two writes. Answers how many there were. */
  #copyTo(path: string): Promise<number> {
    return this.#inLine(async () => {
      await this.#ask({ op: 'copy', path });
      return this.#writes;
    });
  }

  #beginStats(): Promise<unknown> {
    return this.#write(() => this.#ask({ op: 'begin-stats' }));
  }

  /** A part that was committed just before a crash has nothing left to do when it is asked again: then it counts as what it had planned. */
  async #applyPart(chunk: PatchChunk, lost: readonly string[]): Promise<PartAnswer> {
    let planned: PartAnswer | null = null;
    const part = (await this.#ask({ op: 'apply', chunk, lost }, (before) => {
      planned = (before as PartAnswer | undefined) ?? planned;
    })) as PartAnswer;
    return planned !== null && isNothing(part.counts) ? planned : part;
  }

  /** Asks again after a crash: every operation here is idempotent. */
  async #ask(operation: Operation, onGone: (planned: unknown) => void = () => {}): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#child.request(operation);
      } catch (error) {
        if (!(error instanceof ChildGone)) throw error;
        onGone(error.planned);
        if (attempt >= MAX_TRIES) throw storeError('store_unavailable', 'the store was restarted several times while it worked');
      }
    }
  }

  #write<T>(work: () => Promise<T>): Promise<T> {
    return this.#inLine(() => {
      this.#writes++;
      return work();
    });
  }

  #inLine<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#lastWrite.then(work, work);
    this.#lastWrite = next.catch(() => undefined);
    return next;
  }

  /** A query cannot be stopped from outside; killing the process is safe, and the file opens again in under a second. */
  #timed(child: GrafeoChild, operation: Operation, timeoutMs: number, signal: AbortSignal | undefined): Promise<unknown> {
    if (signal?.aborted) return Promise.reject(storeError('timeout', 'cancelled'));
    return new Promise((resolve, reject) => {
      const stop = (detail: string): void => {
        finish();
        child.kill();
        reject(storeError('timeout', detail));
      };
      const onAbort = (): void => stop('cancelled');
      const timer = setTimeout(() => stop(`after ${timeoutMs} ms`), timeoutMs);
      signal?.addEventListener('abort', onAbort, { once: true });
      const finish = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      };
      child.request(operation).then(
        (value) => {
          finish();
          resolve(value);
        },
        (error: unknown) => {
          finish();
          reject(error);
        },
      );
    });
  }
}

/** A place in a text behind EXPLAIN_PREFIX as a place in the text itself. */
function lineBefore(error: unknown): unknown {
  if (!(error instanceof AppError) || error.line === undefined || error.column === undefined) return error;
  const { code, detail, line, column, cause } = error;
  return new AppError(code, detail, { line: line - 1, column, cause });
}
