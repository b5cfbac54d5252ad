// How a command reaches the graph: through the running server that has the data folder open, or by opening the folder itself.
import type { Config } from '../config.ts';
import type { InputFormat } from '../ingest/format.ts';
import type { Compacted } from '../ledger/open-ledger.ts';
import { findOwner, type Owner } from '../owner-file.ts';
import type { Progress } from '../pipeline/deps.ts';
import type { EdgeChange } from '../pipeline/diff.ts';
import type { SourceInput } from '../pipeline/list-sources.ts';
import type { CypherRequest, CypherResponse } from '../shared/api/cypher.ts';
import type { Stats } from '../shared/api/health.ts';
import type { IngestReport } from '../shared/api/ingest.ts';
import type { Decided, Decision, Override } from '../shared/api/overrides.ts';
import { AppError } from '../shared/errors.ts';
import type { ApplyCounts, GraphStore } from '../store/graph-store.ts';
import { RemoteGraph } from './remote-graph.ts';
import { say, sayDiagnostics } from './terminal.ts';

export interface GraphJob {
  readonly format?: InputFormat;
  readonly onProgress?: (progress: Progress) => void;
}
export interface GraphAccess {
  query(request: CypherRequest): Promise<CypherResponse>;
  stats(): Promise<Stats>;
  ingest(sources: readonly SourceInput[], job: GraphJob): Promise<IngestReport>;
  diff(sources: readonly SourceInput[], job: GraphJob): Promise<{ readonly report: IngestReport; readonly edges: readonly EdgeChange[] }>;
  retract(paperId: string): Promise<ApplyCounts>;
  compact(): Promise<Compacted>;
  decisions(): Promise<readonly Override[]>;
  decide(decision: Decision): Promise<Decided>;
  undo(id: string): Promise<Decided>;
}

/** The running server that has the data folder open, or null. Throws store_locked when it uses another store. */
export async function findServer(config: Config): Promise<Owner | null> {
  const owner = await findOwner(config.dataDir, ({ pid }) =>
    say(`A server (process ${pid}) ended without cleaning up; its owner.json was removed.`),
  );
  if (owner && owner.store !== config.store)
    throw new AppError('store_locked', `the server at ${owner.url} uses the store ${owner.store}, this command ${config.store}`);
  return owner;
}

/** `readOnly`: a Neo4j store is then asked without touching the data folder. */
export async function withGraph<T>(
  config: Config,
  work: (graph: GraphAccess) => Promise<T>,
  options: { readonly readOnly?: boolean } = {},
): Promise<T> {
  const server = await findServer(config);
  if (server) return work(new RemoteGraph(server.url, server.token));
  const { openStore, openWorkspace } = await import('../open-workspace.ts');
  if (options.readOnly && config.store !== 'grafeo') {
    const store = await openStore(config);
    try {
      return await work(readingOnly(store));
    } finally {
      await store.close();
    }
  }
  const { workspace, diagnostics } = await openWorkspace(config);
  sayDiagnostics(diagnostics);
  const closeOnSignal = (signal: NodeJS.Signals): void => {
    void workspace.close().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.once('SIGINT', closeOnSignal).once('SIGTERM', closeOnSignal);
  try {
    return await work({
      query: (request) => workspace.store.query(request),
      // What the store says, not what was kept of it.
      stats: () => workspace.store.stats(),
      ingest: (sources, job) => workspace.ingest(sources, job),
      diff: (sources, job) => workspace.diff(sources, job),
      retract: (paperId) => workspace.retract(paperId),
      compact: () => workspace.compact(),
      decisions: async () => workspace.decisions(),
      decide: (decision) => workspace.recordDecision(decision),
      undo: (id) => workspace.undoDecision(id),
    });
  } finally {
    process.off('SIGINT', closeOnSignal).off('SIGTERM', closeOnSignal);
    await workspace.close();
  }
}

function readingOnly(store: GraphStore): GraphAccess {
  const refuse = (): never => {
    throw new Error('a command that only reads was asked to write');
  };
  return {
    query: (request) => store.query(request),
    stats: () => store.stats(),
    ingest: refuse,
    diff: refuse,
    retract: refuse,
    compact: refuse,
    decisions: refuse,
    decide: refuse,
    undo: refuse,
  };
}
