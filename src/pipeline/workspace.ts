// Everything one process does with one data folder: jobs one after the other, reads at any time.
import type { IngestReport } from '../shared/api/ingest.ts';
import type { ApplyCounts, GraphStore, StoreStats } from '../store/graph-store.ts';
import { type CaughtUp, catchUp, rebuild } from './catch-up.ts';
import type { PipelineDeps, Progress } from './deps.ts';
import { type Difference, diff } from './diff.ts';
import { ingest, type IngestOptions } from './ingest.ts';
import type { SourceInput } from './list-sources.ts';
import { type ReExtracted, reExtract } from './re-extract.ts';
import { retract } from './retract.ts';

export interface JobOptions extends IngestOptions {
  readonly onProgress?: (progress: Progress) => void;
}

export class Workspace {
  readonly deps: PipelineDeps;
  #lastJob: Promise<unknown> = Promise.resolve();
  #closed: Promise<void> | null = null;

  constructor(deps: PipelineDeps) {
    this.deps = deps;
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

  rebuild(options: JobOptions = {}): Promise<number> {
    return this.#job(() => rebuild(this.#with(options)));
  }

  /** Reads every cached text again with the reader of today. */
  reExtract(options: JobOptions = {}): Promise<ReExtracted> {
    return this.#job(() => reExtract(this.#with(options)));
  }

  catchUp(options: { readonly stale?: boolean } = {}): Promise<CaughtUp> {
    return this.#job(() => catchUp(this.deps, options));
  }

  stats(): Promise<StoreStats> {
    return this.deps.store.stats();
  }

  /** Waits for the job that runs, then lets go of store and ledger. May be called twice. */
  close(): Promise<void> {
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
    const next = this.#lastJob.then(work);
    this.#lastJob = next.catch(() => undefined);
    return next;
  }
}
