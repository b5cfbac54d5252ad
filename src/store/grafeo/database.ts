// The open database inside the child process: the only file that imports @grafeo-db/js.
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { GrafeoDB, QueryResult, Transaction } from '@grafeo-db/js';
import type { CypherResponse, Json } from '../../shared/api/cypher.ts';
import { applyPart, type PartAnswer } from '../apply/apply-part.ts';
import { EntityCache } from '../apply/entity-cache.ts';
import type { StoreStats } from '../graph-store.ts';
import { loadMigrations, runMigrations } from '../migrations.ts';
import type { PatchChunk } from '../patch-chunks.ts';
import { definitionOf, isStatsNeutral, type QueryName, type QueryRow } from '../queries.ts';
import { QueryTexts } from '../query-text.ts';
import { beginStats, readStats, type StatsDeps } from '../stats.ts';
import type { QueryAnswer, QueryRunner, WriteCounters } from '../store-tx.ts';
import { type IdOf, toJson, toPlain } from './values.ts';

const TRIES = 6;
const isConflict = (error: unknown): boolean => error instanceof Error && error.message.includes('GRAFEO-T001');

/** Not `recursive`: Node 20 then loops for ever where a file system says that nothing can be made (`/proc`). */
function makeFolder(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path);
}

export class WriteRefused extends Error {}
export class AnswerTooLarge extends Error {}

export class Database {
  readonly #db: GrafeoDB;
  readonly #texts = new QueryTexts('grafeo');
  readonly #entities = new EntityCache();

  private constructor(db: GrafeoDB) {
    this.#db = db;
  }

  static async open(path: string, checkpoint: { intervalMs: number; walBytes: number }): Promise<Database> {
    makeFolder(dirname(path));
    // CommonJS whose exports Node cannot see before it runs: they hang on `default`.
    const { default: grafeo } = await import('@grafeo-db/js');
    const db = grafeo.GrafeoDB.create(path);
    db.setCheckpointTriggers(checkpoint);
    return new Database(db);
  }

  static async openReadOnly(path: string): Promise<Database> {
    const { default: grafeo } = await import('@grafeo-db/js');
    return new Database(grafeo.GrafeoDB.openReadOnly(path));
  }

  get version(): string {
    return this.#db.version();
  }

  /** What is committed now, as a file of its own; one that is there is written over. */
  copyTo(path: string): null {
    rmSync(path, { force: true, recursive: true });
    this.#db.save(path);
    return null;
  }

  close(): void {
    this.#db.close();
  }

  /** A read of the registry runs in a transaction that is rolled back; a write commits, and is tried again when two writers met. */
  async run<N extends QueryName>(name: N, params: unknown): Promise<QueryAnswer<N>> {
    if (definitionOf(name).access === 'read')
      return this.#inTransaction('rollback', (tx) => runner(tx, this.#texts).run(name, params as never));
    return this.#write(async (tx) => {
      if (!isStatsNeutral(name)) {
        this.#entities.clear();
        await tx.run('forget-stats', {});
      }
      return tx.run(name, params as never);
    });
  }

  /** `onCommit` hears what is about to be committed. */
  async apply(chunk: PatchChunk, lost: readonly string[], onCommit: (part: PartAnswer) => void): Promise<PartAnswer> {
    let commit = (): void => {};
    const answer = await this.#write(async (run) => {
      const cache = this.#entities.begin();
      commit = cache.commit;
      const part = await applyPart(run, chunk, lost, { locks: false, cache });
      onCommit(part);
      return part;
    });
    commit();
    return answer;
  }

  stats(verify: boolean): Promise<StoreStats> {
    return readStats(this.#statsDeps, { verify });
  }

  beginStats(): Promise<void> {
    return beginStats(this.#statsDeps);
  }

  /** Answers the graph's schema version when it is newer than the program, else null. */
  async migrate(): Promise<number | null> {
    return runMigrations(loadMigrations('grafeo'), {
      version: async () => (await this.run('schema-version', {})).rows[0]?.version ?? 0,
      statement: async (text) => void (await this.#db.executeCypher(text)),
      record: async (version) => void (await this.run('set-schema-version', { version })),
    });
  }

  /** A user's own query, in a transaction that never commits. */
  query(text: string, params: Readonly<Record<string, Json>>, limit: number, maxBytes: number): Promise<CypherResponse> {
    const start = performance.now();
    return this.#inTransaction('rollback', async (tx) => {
      const result = await tx.executeCypher(text, params);
      if (Object.values(result.counters).some((count) => count !== 0)) throw new WriteRefused('the query would change the graph');
      const columns = [...result.columns];
      const rows: Json[][] = [];
      let bytes = 0;
      for (let i = 0; i < Math.min(result.length, limit); i++) {
        const record = result.get(i);
        const row = columns.map((column) => toJson(record[column], this.#idOf));
        bytes += JSON.stringify(row).length;
        if (bytes > maxBytes) {
          if (rows.length === 0) throw new AnswerTooLarge(`one row has more than ${maxBytes} bytes`);
          return { columns, rows, truncated: true, ms: performance.now() - start };
        }
        rows.push(row);
      }
      return { columns, rows, truncated: result.length > limit, ms: performance.now() - start };
    });
  }

  readonly #idOf: IdOf = (engineId) => {
    const id: unknown = this.#db.getNode(engineId)?.get('id');
    return typeof id === 'string' || typeof id === 'number' ? id : null;
  };

  get #statsDeps(): StatsDeps {
    return { run: (name, params) => this.run(name, params), write: (work) => this.#write(work), labelPrefix: '' };
  }

  async #write<T>(work: (run: QueryRunner) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#inTransaction('commit', (tx) => work(runner(tx, this.#texts)));
      } catch (error) {
        if (!isConflict(error) || attempt >= TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt));
      }
    }
  }

  async #inTransaction<T>(end: 'commit' | 'rollback', work: (tx: Transaction) => Promise<T>): Promise<T> {
    const tx = this.#db.beginTransaction();
    try {
      const value = await work(tx);
      if (end === 'commit') tx.commit();
      return value;
    } finally {
      if (tx.isActive) tx.rollback();
    }
  }
}

function countersOf(result: QueryResult): WriteCounters {
  const { nodesCreated, nodesDeleted, edgesCreated, edgesDeleted } = result.counters;
  return { nodesCreated, nodesDeleted, edgesCreated, edgesDeleted };
}

function runner(tx: Transaction, texts: QueryTexts): QueryRunner {
  return {
    async run<N extends QueryName>(name: N, input: unknown): Promise<QueryAnswer<N>> {
      const { text, params } = texts.prepare(name, input);
      const result = await tx.executeCypher(text, params);
      const schema = definitionOf(name).row;
      // Big integers must not reach JSON.stringify.
      const rows = result.toArray().map((row) => schema.parse(toPlain(row)) as QueryRow<N>);
      return { rows, counters: countersOf(result) };
    },
  };
}
