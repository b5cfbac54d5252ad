// The composition root: the only place that chooses a store, and puts ledger, store, reader and resolver together.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from './config.ts';
import { writing } from './ledger/fs-errors.ts';
import { openLedger } from './ledger/open-ledger.ts';
import type { Progress, ReadMany } from './pipeline/deps.ts';
import type { Filled } from './pipeline/fill-store.ts';
import { openReader } from './pipeline/open-reader.ts';
import { PROJECTION_VERSION } from './pipeline/project-paper.ts';
import { readInThreads } from './pipeline/reading-pool.ts';
import { Workspace } from './pipeline/workspace.ts';
import type { Diagnostic } from './shared/diagnostics.ts';
import type { GraphStore } from './store/graph-store.ts';

/** The package's folder, seen from src/ and from dist/ alike. */
export const PACKAGE_DIR = fileURLToPath(new URL('..', import.meta.url));

export async function openStore(config: Config, options: { readonly isolateQueries?: boolean } = {}): Promise<GraphStore> {
  if (config.store === 'grafeo') {
    const { GrafeoStore } = await import('./store/grafeo/grafeo-store.ts');
    return GrafeoStore.open({ path: join(config.dataDir, 'graph.grafeo'), isolateQueries: options.isolateQueries === true });
  }
  const { Neo4jStore } = await import('./store/neo4j/neo4j-store.ts');
  return Neo4jStore.open({
    uri: config.store,
    user: config.neo4jUser,
    password: config.neo4jPassword,
    database: config.neo4jDatabase,
    labelPrefix: config.labelPrefix,
  });
}

export interface OpenedWorkspace {
  readonly workspace: Workspace;
  /** When opening wrote the whole store from the ledger: a new store, or a rebuild that had been broken off. */
  readonly filled: Filled | null;
  /** What was repaired or brought up to date. */
  readonly diagnostics: readonly Diagnostic[];
}
interface OpenEvents {
  /** Users' queries in a process of their own: for servers. */
  readonly isolateQueries?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

/** Opens the data folder and brings the store to where the ledger is. Throws store_locked, ledger_corrupt, folder_read_only, store_*. */
export async function openWorkspace(config: Config, events: OpenEvents = {}): Promise<OpenedWorkspace> {
  writing(config.dataDir, () => mkdirSync(config.dataDir, { recursive: true }));
  const ledger = await openLedger(join(config.dataDir, 'ledger'), { lockWaitMs: config.lockWaitMs });
  let store: GraphStore | null = null;
  try {
    store = await openStore(config, events);
    await store.migrate();
    const { reader, resolver } = openReader({ mode: config.reader });
    const threads = config.readThreads || availableParallelism();
    const readMany: ReadMany = (papers) => readInThreads(papers, { mode: config.reader, threads });
    const workspace = new Workspace(
      { ledger, store, reader, resolver, batchPapers: config.batchPapers, ...(threads > 1 ? { readMany } : {}) },
      join(config.dataDir, 'snapshot', 'stats.json'),
    );
    const projection = new ProjectionFile(join(config.dataDir, 'projection.json'), config.store, `${PROJECTION_VERSION} ${reader.version}`);
    const stale = ledger.head > 0 && !projection.isCurrent();
    // Names may have moved from one id to another: an embedded store is written anew, a shared one only overwritten.
    const rebuilt = stale && store.kind === 'grafeo' ? await workspace.rebuild(events) : null;
    const { filled, diagnostics } = await workspace.catchUp({ ...events, stale: stale && store.kind !== 'grafeo' });
    projection.write();
    return { workspace, filled: rebuilt ?? filled, diagnostics: [...ledger.diagnostics, ...diagnostics] };
  } catch (error) {
    await store?.close();
    ledger.close();
    throw error;
  }
}

/** Which rules each store of this ledger was last written with. */
class ProjectionFile {
  readonly #path: string;
  readonly #store: string;
  readonly #version: string;

  constructor(path: string, store: string, version: string) {
    this.#path = path;
    this.#store = store;
    this.#version = version;
  }

  isCurrent(): boolean {
    return this.#read()[this.#store] === this.#version;
  }

  write(): void {
    if (this.isCurrent()) return;
    writing(dirname(this.#path), () =>
      writeFileSync(this.#path, `${JSON.stringify({ ...this.#read(), [this.#store]: this.#version })}\n`, { mode: 0o600 }),
    );
  }

  #read(): Record<string, unknown> {
    if (!existsSync(this.#path)) return {};
    try {
      return JSON.parse(readFileSync(this.#path, 'utf8')) as Record<string, unknown>;
    } catch (error) {
      // Half a file says nothing: the store is brought up to date once more.
      if (error instanceof SyntaxError) return {};
      throw error;
    }
  }
}
