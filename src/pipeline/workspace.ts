// Everything one process does with one data folder: jobs one after the other, reads at any time.
import type { Decision } from '../ledger/decision.ts';
import type { Compacted } from '../ledger/open-ledger.ts';
import type { IngestReport } from '../shared/api/ingest.ts';
import type { Decided, OverridesResponse } from '../shared/api/overrides.ts';
import type { ApplyCounts, GraphStore, StoreStats } from '../store/graph-store.ts';
import { type CaughtUp, catchUp, rebuild } from './catch-up.ts';
import { recordDecision, undoDecision } from './decide.ts';
import type { PipelineDeps, Progress } from './deps.ts';
import { type Difference, diff } from './diff.ts';
import type { Filled } from './fill-store.ts';
import { type IngestOptions, ingest } from './ingest.ts';
import type { SourceInput } from './list-sources.ts';
import { PROJECTION_VERSION } from './project-paper.ts';
import { type ReExtracted, reExtract } from './re-extract.ts';
import { retract } from './retract.ts';
import { StatsFile } from './stats-file.ts';

export interface JobOptions extends IngestOptions {
  readonly onProgress?: (progress: Progress) => void;
}

export class Workspace {
  readonly deps: PipelineDeps;
  #lastJob: Promise<unknown> = Promise.resolve();
  #busy = 0;
  #closed: Promise<void> | null = null;

  readonly #stop = new AbortController();
  readonly #statsFile: StatsFile | null;

  /** `statsPath`: where counts and fingerprint are kept between runs; only for a store that nobody else writes to. */
  constructor(deps: PipelineDeps, statsPath: string | null = null) {
    this.deps = { ...deps, signal: this.#stop.signal };
    this.#statsFile = statsPath && deps.store.kind === 'grafeo' ? new StatsFile(statsPath) : null;
  }

  get store(): GraphStore {
    return this.deps.store;
  }

  /** No paper has ever been ingested here. */
  get isNew(): boolean {
    return this.deps.ledger.head === 0;
  }

  ingest(sources: readonly SourceInput[], options: JobOptions = {}): Promise<IngestReport> {
    return this.#job(() => ingest(sources, this.#with(options), options));
  }

  diff(sources: readonly SourceInput[], options: JobOptions = {}): Promise<Difference> {
    return this.#job(() => diff(sources, this.deps, options));
  }

  retract(paperId: string): Promise<ApplyCounts> {
    return this.#job(() => retract(paperId, this.deps));
  }

  /** The user's decisions that stand, oldest first. */
  decisions(): OverridesResponse['overrides'] {
    return this.deps.ledger.state.decisions().map(({ id, at, decision }) => ({ id, at, decision }));
  }

  recordDecision(decision: Decision): Promise<Decided> {
    return this.#job(() => recordDecision(decision, this.deps));
  }

  undoDecision(id: string): Promise<Decided> {
    return this.#job(() => undoDecision(id, this.deps));
  }

  /** Leaves out of the ledger what counts no more. The store stays as it is. */
  compact(): Promise<Compacted> {
    return this.#job(async () => {
      await catchUp(this.deps);
      return this.deps.ledger.compact();
    });
  }

  rebuild(options: JobOptions = {}): Promise<Filled> {
    return this.#job(() => rebuild(this.#with(options)));
  }

  /** Reads every cached text again with the reader of today. */
  reExtract(options: JobOptions = {}): Promise<ReExtracted> {
    return this.#job(() => reExtract(this.#with(options)));
  }

  catchUp(options: JobOptions & { readonly stale?: boolean } = {}): Promise<CaughtUp> {
    return this.#job(() => catchUp(this.#with(options), options));
  }

  /** Counts and fingerprint: those kept for this state of the ledger, else asked of the store. */
  async stats(): Promise<StoreStats> {
    const { ledger, store, reader } = this.deps;
    const key = `${ledger.id} ${ledger.head} ${PROJECTION_VERSION} ${reader.version}`;
    const kept = this.#busy === 0 ? this.#statsFile?.read(key) : undefined;
    if (kept) return kept;
    const stats = await store.stats();
    // A job that ran meanwhile has another key.
    if (this.#busy === 0 && key.startsWith(`${ledger.id} ${ledger.head} `)) this.#statsFile?.write(key, stats);
    return stats;
  }

  /** Lets the job that runs write what it has, then lets go of store and ledger. May be called twice. */
  close(): Promise<void> {
    this.#stop.abort();
    this.#closed ??= this.#lastJob.then(async () => {
      await this.deps.store.close();
      this.deps.ledger.close();
    });
    return this.#closed;
  }

  #with({ onProgress }: JobOptions): PipelineDeps {
    return onProgress ? { ...this.deps, onProgress } : this.deps;
  }

  #job<T>(work: () => Promise<T>): Promise<T> {
    this.#busy++;
    const next = this.#lastJob.then(work).finally(() => this.#busy--);
    this.#lastJob = next.catch(() => undefined);
    return next;
  }
}
