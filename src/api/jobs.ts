// Work that goes on after the answer: each job has an id that only its starter knows, a state, and listeners. Kept in memory; finished
// ones for a while, so that a page that was reloaded can still read how its ingest ended.
import { randomUUID } from 'node:crypto';
import type { Progress } from '../pipeline/deps.ts';
import type { ErrorBody } from '../shared/api/common.ts';
import type { Job } from '../shared/api/jobs.ts';
import { AppError } from '../shared/errors.ts';

const MAX_KEPT = 200;
const MAX_RUNNING = 20;
type Result = Pick<Job, 'report'> | Pick<Job, 'rebuilt'>;
/** What a job may hear and tell while it runs. */
interface Run {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}
type Listener = (job: Job) => void;

export class Jobs {
  readonly #jobs = new Map<string, Job>();
  readonly #aborts = new Map<string, AbortController>();
  readonly #listeners = new Map<string, Set<Listener>>();

  get running(): number {
    return [...this.#jobs.values()].filter((job) => job.state === 'running').length;
  }

  /** `toError` says a failure in the words of the API; bugs are told by it as well. */
  start(
    kind: Job['kind'],
    work: (run: Run) => Promise<Result & { readonly isCancelled: boolean }>,
    toError: (error: unknown) => ErrorBody['error'],
  ): Job {
    if (this.running >= MAX_RUNNING) throw new AppError('rate_limited', `at most ${MAX_RUNNING} jobs at once`);
    const id = randomUUID();
    const job: Job = {
      id,
      kind,
      state: 'running',
      startedAt: new Date().toISOString(),
      endedAt: null,
      progress: null,
      report: null,
      rebuilt: null,
      error: null,
    };
    this.#jobs.set(id, job);
    this.#forgetOld();
    const abort = new AbortController();
    this.#aborts.set(id, abort);
    const end = (change: Partial<Job>): void => {
      this.#aborts.delete(id);
      this.#change(id, { ...change, endedAt: new Date().toISOString() });
    };
    work({ onProgress: ({ stage, done, total }) => this.#change(id, { progress: { stage, done, total } }), signal: abort.signal }).then(
      ({ isCancelled, ...result }) => end({ state: isCancelled ? 'cancelled' : 'done', ...result }),
      (error: unknown) => end({ state: 'failed', error: toError(error) }),
    );
    return job;
  }

  /** Asks a running job to stop; its last event says whether it did. One that has ended stays as it ended. */
  cancel(id: string): void {
    this.#aborts.get(id)?.abort();
  }

  find(id: string): Job | undefined {
    return this.#jobs.get(id);
  }

  /** Hears of every change from now on; call the answer to stop. */
  listen(id: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(id);
    };
  }

  #change(id: string, change: Partial<Job>): void {
    const job = this.#jobs.get(id);
    if (!job) return;
    const changed = { ...job, ...change };
    this.#jobs.set(id, changed);
    for (const listener of [...(this.#listeners.get(id) ?? [])]) listener(changed);
  }

  #forgetOld(): void {
    for (const [id, job] of this.#jobs) {
      if (this.#jobs.size <= MAX_KEPT) return;
      if (job.state !== 'running') this.#jobs.delete(id);
    }
  }
}
