// The large store: a GraphStore over any Neo4j 5.13 or newer, Community edition included, alone or shared with others.
import type { CypherResponse } from '../../shared/api/cypher.ts';
import type { GraphPatch } from '../../shared/graph-patch.ts';
import { applyPart, type PartAnswer } from '../apply/apply-part.ts';
import { isNothing, noCounts, sumCounts } from '../apply/context.ts';
import { findRefusal, toSentQuery } from '../console-guard.ts';
import type { ApplyCounts, GraphStore, StoreStats, UserQuery } from '../graph-store.ts';
import { isTooDeep } from '../json-depth.ts';
import { loadMigrations, runMigrations } from '../migrations.ts';
import { patchChunks } from '../patch-chunks.ts';
import { NODE_KINDS } from '../queries/upkeep.ts';
import { definitionOf, isStatsNeutral, type QueryName, type QueryParams, type QueryRow } from '../queries.ts';
import { beginStats, readStats, type StatsDeps } from '../stats.ts';
import { Neo4jConnection, type Neo4jSettings } from './connection.ts';
import { refusalError, storeError } from './errors.ts';
import { checkUserQuery, runUserQuery } from './user-query.ts';

const DEFAULTS = {
  user: '',
  password: '',
  database: '',
  labelPrefix: '',
  maxAnswerBytes: 16_000_000,
  connectTimeoutMs: 5_000,
  retryTimeMs: 60_000,
};
/** Smaller than in the embedded store: a transaction's state is held in the server's memory. */
const REMOVE_ROWS = 2_000;

export class Neo4jStore implements GraphStore {
  readonly kind = 'neo4j';
  readonly #settings: Required<Neo4jSettings>;
  readonly #connection: Neo4jConnection;
  #isClosed = false;

  private constructor(settings: Required<Neo4jSettings>) {
    this.#settings = settings;
    this.#connection = new Neo4jConnection(settings);
  }

  /** Throws store_unavailable, store_auth, store_database_missing, store_too_old, bad_setting. */
  static async open(settings: Neo4jSettings): Promise<Neo4jStore> {
    const store = new Neo4jStore({ ...DEFAULTS, ...settings });
    await store.#connection.verify();
    return store;
  }

  async describe(): Promise<string> {
    const { uri, database } = this.#settings;
    // An address may hold user and password.
    const address = uri.replace(/\/\/[^@/]*@/, '//');
    return `Neo4j ${this.#connection.version}, ${address}${database === '' ? '' : `, database ${database}`}`;
  }

  async migrate(): Promise<void> {
    const connection = this.#open();
    const newer = await runMigrations(loadMigrations('neo4j', connection.labelPrefix), {
      version: async () => (await this.run('schema-version', {}))[0]?.version ?? 0,
      statement: (text) => connection.statement(text),
      record: async (version) => void (await this.run('set-schema-version', { version })),
    });
    if (newer !== null) throw storeError('store_newer_schema', `schema ${newer}`);
    await beginStats(this.#statsDeps());
  }

  async apply(patch: GraphPatch): Promise<ApplyCounts> {
    const connection = this.#open();
    let counts = noCounts();
    let lost: readonly string[] = [];
    for (const chunk of patchChunks(patch)) {
      const before = lost;
      let planned: PartAnswer | null = null;
      const part = await connection.write(async (run) => {
        const answer = await applyPart(run, chunk, before, { locks: true });
        // Written before, and run again: the connection broke while it was committed. Nothing left to do means that it was.
        planned = planned !== null && isNothing(answer.counts) ? planned : answer;
        return planned;
      });
      counts = sumCounts(counts, part.counts);
      lost = part.lost;
    }
    return counts;
  }

  async run<N extends QueryName>(name: N, params: QueryParams<N>): Promise<QueryRow<N>[]> {
    const connection = this.#open();
    if (isTooDeep(params)) throw storeError('bad_request', 'a parameter is nested too deeply');
    if (definitionOf(name).access === 'read') return (await connection.read({ run: name, params })).rows;
    return connection.write(async (tx) => {
      if (!isStatsNeutral(name)) await tx.run('forget-stats', {});
      return (await tx.run(name, params)).rows;
    });
  }

  async query(user: UserQuery): Promise<CypherResponse> {
    const connection = this.#open();
    refuse(user);
    return runUserQuery(connection, { ...user, query: toSentQuery(user.query) }, this.#settings.maxAnswerBytes);
  }

  async check(user: Omit<UserQuery, 'limit'>): Promise<void> {
    const connection = this.#open();
    refuse(user);
    await checkUserQuery(connection, { ...user, query: toSentQuery(user.query) });
  }

  async stats(options: { readonly verify?: boolean } = {}): Promise<StoreStats> {
    return readStats(this.#statsDeps(), options);
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
    await beginStats(this.#statsDeps());
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#connection.close();
  }

  #statsDeps(): StatsDeps {
    const connection = this.#open();
    return {
      run: (name, params) => connection.read({ run: name, params }),
      write: (work) => connection.write(work),
      labelPrefix: connection.labelPrefix,
    };
  }

  #open(): Neo4jConnection {
    if (this.#isClosed) throw storeError('store_unavailable', 'the store is closed');
    return this.#connection;
  }
}

/** What is refused before anything is sent. */
function refuse({ query, params }: Pick<UserQuery, 'query' | 'params'>): void {
  const refusal = findRefusal(query);
  if (refusal) throw refusalError(refusal);
  if (isTooDeep(params)) throw storeError('bad_request', 'a parameter is nested too deeply');
}
