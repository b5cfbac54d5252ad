// One driver: opening with clear failures, sessions with bookmarks, transactions with retries, reads that cannot write.
import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { definitionOf, type QueryName, type QueryRow } from '../queries.ts';
import { QueryTexts } from '../query-text.ts';
import type { QueryAnswer, QueryRunner } from '../store-tx.ts';
import { storeError, toStoreError } from './errors.ts';
import { toParameter, ValueReader } from './values.ts';

export interface Neo4jSettings {
  /** `bolt://`, `neo4j://`, and both with `+s` or `+ssc`. */
  readonly uri: string;
  readonly user?: string;
  readonly password?: string;
  /** The user's home database when empty. */
  readonly database?: string;
  /** Put before every label of ours, for a database that others use too. Letters, digits and underscores. */
  readonly labelPrefix?: string;
  readonly maxAnswerBytes?: number;
  readonly connectTimeoutMs?: number;
  readonly retryTimeMs?: number;
}

const OLDEST = [5, 13] as const;
/** Registry reads are ours and indexed; this only catches a server that hangs. */
const READ_TIMEOUT_MS = 60_000;
const WRITE_TIMEOUT_MS = 300_000;
/** Each time another writer has finished, so this is as many as may write at once. */
const MOST_DUPLICATES = 50;
const codeOf = (error: unknown): unknown => (error instanceof Error ? (error as { code?: unknown }).code : undefined);
const isDuplicate = (error: unknown): boolean => codeOf(error) === 'Neo.ClientError.Schema.ConstraintValidationFailed';
const isMadeByAnother = (error: unknown): boolean => codeOf(error) === 'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists';

export class Neo4jConnection {
  readonly driver: Driver;
  readonly database: string;
  readonly labelPrefix: string;
  readonly texts: QueryTexts;
  version = '';
  readonly #bookmarks = neo4j.bookmarkManager();

  constructor(settings: Required<Neo4jSettings>) {
    if (!/^\w*$/.test(settings.labelPrefix))
      throw storeError('bad_setting', 'the label prefix may have letters, digits and underscores only');
    this.database = settings.database;
    this.labelPrefix = settings.labelPrefix;
    this.texts = new QueryTexts('neo4j', settings.labelPrefix);
    const auth = settings.user === '' ? undefined : neo4j.auth.basic(settings.user, settings.password);
    try {
      this.driver = neo4j.driver(settings.uri, auth, {
        useBigInt: true,
        connectionTimeout: settings.connectTimeoutMs,
        connectionAcquisitionTimeout: settings.connectTimeoutMs * 4,
        maxTransactionRetryTime: settings.retryTimeMs,
        userAgent: 'paperloom',
      });
    } catch (error) {
      throw storeError('bad_setting', `the store's address cannot be used: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Throws store_unavailable, store_auth, store_database_missing, store_too_old. The first query compiles for seconds: it is made here. */
  async verify(): Promise<void> {
    try {
      const info = await this.driver.getServerInfo({ database: this.database });
      this.version = (info.agent ?? '').replace(/^Neo4j\//, '');
      const [major = 0, minor = 0] = this.version.split('.').map(Number);
      if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) throw storeError('store_too_old', `it is ${this.version}`);
      await this.read({ run: 'schema-version', params: {} });
    } catch (error) {
      await this.driver.close();
      throw toStoreError(error);
    }
  }

  session(mode: 'READ' | 'WRITE'): Session {
    return this.driver.session({ database: this.database, defaultAccessMode: mode, bookmarkManager: this.#bookmarks });
  }

  async read<N extends QueryName>({ run, params }: { run: N; params: unknown }): Promise<QueryAnswer<N>> {
    return this.#within('READ', (session) =>
      session.executeRead((tx) => this.runner(tx).run(run, params as never), { timeout: READ_TIMEOUT_MS }),
    );
  }

  /** Runs `work` again when it met another writer: everything it does must be idempotent. */
  async write<T>(work: (run: QueryRunner) => Promise<T>): Promise<T> {
    return this.#within('WRITE', async (session) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await session.executeWrite((tx) => work(this.runner(tx)), { timeout: WRITE_TIMEOUT_MS });
        } catch (error) {
          // Two writers added the same paper or entity: the second waited for the first, and now finds it there.
          if (!isDuplicate(error)) throw error;
          if (attempt >= MOST_DUPLICATES) throw storeError('store_conflict', 'other writers kept adding the same things');
        }
      }
    });
  }

  /** One statement of a migration. Of two processes that make the same index at once, the second finds it there in spite of IF NOT EXISTS. */
  async statement(text: string): Promise<void> {
    await this.#within('WRITE', async (session) => {
      try {
        await session.executeWrite((tx) => tx.run(text));
      } catch (error) {
        if (!isMadeByAnother(error)) throw error;
      }
    });
  }

  runner(tx: ManagedTransaction): QueryRunner {
    return {
      run: async <N extends QueryName>(name: N, input: unknown): Promise<QueryAnswer<N>> => {
        const { text, params } = this.texts.prepare(name, input);
        const { records, summary } = await tx.run(text, toParameter(params) as Record<string, unknown>);
        const schema = definitionOf(name).row;
        const reader = new ValueReader({ labelPrefix: this.labelPrefix });
        const rows = records.map((record) => schema.parse(this.#row(reader, record.toObject())) as QueryRow<N>);
        const counters = summary.counters.updates();
        return {
          rows,
          counters: {
            nodesCreated: counters.nodesCreated,
            nodesDeleted: counters.nodesDeleted,
            edgesCreated: counters.relationshipsCreated,
            edgesDeleted: counters.relationshipsDeleted,
          },
        };
      },
    };
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  /** A column called `labels` holds labels: the prefix comes off. */
  #row(reader: ValueReader, row: Record<string, unknown>): Record<string, unknown> {
    const json: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(row)) {
      json[key] = key === 'labels' && Array.isArray(value) ? value.map((name) => reader.label(String(name))) : reader.toJson(value);
    }
    return json;
  }

  async #within<T>(mode: 'READ' | 'WRITE', work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.session(mode);
    try {
      return await work(session);
    } catch (error) {
      throw toStoreError(error);
    } finally {
      await session.close();
    }
  }
}
