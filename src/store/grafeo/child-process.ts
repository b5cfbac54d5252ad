// The parent's side of the child: starts it, sends requests, kills it when a query runs too long, starts it again after a crash.
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { storeError, toError } from './errors.ts';
import { EXIT_MEMORY, type Operation, type Response } from './protocol.ts';

/** The compiled entry, from src/store/grafeo and from dist/store/grafeo alike. Node 20 cannot run TypeScript. */
const ENTRY = fileURLToPath(new URL('../../../dist/store/grafeo/child.js', import.meta.url));
const START_TRIES = 3;
/** Closing writes a checkpoint: seconds at 100,000 papers. */
const CLOSE_MS = 60_000;
const STDERR_KEPT = 2_000;

/** The request's process ended before it answered. Whoever asked decides whether asking again is safe. */
export class ChildGone extends Error {
  readonly outOfMemory: boolean;
  /** What the request was about to commit; it may or may not have happened. */
  readonly planned: unknown;
  constructor(outOfMemory: boolean, planned: unknown) {
    super('the child process ended');
    this.outOfMemory = outOfMemory;
    this.planned = planned;
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  planned?: unknown;
}

export interface ChildSettings {
  readonly path: string;
  readonly checkpointMs: number;
  readonly checkpointBytes: number;
  /** A file that nobody writes to any more. */
  readonly readOnly?: boolean;
}

export class GrafeoChild {
  readonly #settings: ChildSettings;
  readonly #waiting = new Map<number, Waiting>();
  #child: ChildProcess | null = null;
  #starting: Promise<ChildProcess> | null = null;
  #nextId = 1;
  #stderr = '';
  #isClosed = false;
  version = '';

  constructor(settings: ChildSettings) {
    this.#settings = settings;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts the child when it is not there. Rejects with ChildGone when the process ends before it answers. */
  async request(operation: Operation): Promise<unknown> {
    return this.#send(await this.start(), operation);
  }

  start(): Promise<ChildProcess> {
    if (this.#isClosed) return Promise.reject(storeError('store_unavailable', 'the store is closed'));
    if (this.#child !== null && this.#starting === null) return Promise.resolve(this.#child);
    this.#starting ??= this.#open().finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  /** Ends the child at once; committed data is safe. The next request starts it again. */
  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    const child = (await this.#starting?.catch(() => null)) ?? this.#child;
    this.#isClosed = true;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await this.#send(child, { op: 'close' }).catch(() => null);
    if (child.connected) child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS);
    await gone;
    clearTimeout(timer);
  }

  async #open(): Promise<ChildProcess> {
    if (!existsSync(ENTRY)) throw new Error(`${ENTRY} is missing: run \`npx tsc -b\` first`);
    for (let attempt = 1; ; attempt++) {
      const child = this.#spawn();
      try {
        this.version = String(await this.#send(child, { op: 'open', ...this.#settings }));
        return child;
      } catch (error) {
        child.kill('SIGKILL');
        if (!(error instanceof ChildGone)) throw error;
        if (attempt >= START_TRIES)
          throw storeError(
            'store_unavailable',
            `the store's process ended ${START_TRIES} times while starting. ${this.#stderr.trim()}`.trim(),
          );
      }
    }
  }

  #spawn(): ChildProcess {
    this.#stderr = '';
    // No execArgv of the parent: a test runner's or debugger's flags are not for the child.
    const child = fork(ENTRY, [], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'json' });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_KEPT);
    });
    const ids = new Set<number>();
    this.#idsOf.set(child, ids);
    child.on('message', (response: Response) => {
      const waiting = this.#waiting.get(response.id);
      if ('planned' in response) {
        if (waiting) waiting.planned = response.planned;
        return;
      }
      this.#waiting.delete(response.id);
      ids.delete(response.id);
      if ('failure' in response) waiting?.reject(toError(response.failure));
      else waiting?.resolve(response.value);
    });
    child.on('error', () => this.#gone(child, false));
    child.on('exit', (code) => this.#gone(child, code === EXIT_MEMORY));
    this.#child = child;
    return child;
  }

  readonly #idsOf = new WeakMap<ChildProcess, Set<number>>();

  #gone(child: ChildProcess, outOfMemory: boolean): void {
    if (this.#child === child) this.#child = null;
    const ids = this.#idsOf.get(child) ?? new Set();
    for (const id of ids) {
      const waiting = this.#waiting.get(id);
      waiting?.reject(new ChildGone(outOfMemory, waiting.planned));
      this.#waiting.delete(id);
    }
    ids.clear();
  }

  #send(child: ChildProcess, operation: Operation): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve, reject });
      this.#idsOf.get(child)?.add(id);
      if (!child.connected) return this.#gone(child, false);
      child.send({ id, ...operation }, (error) => {
        if (error) this.#gone(child, false);
      });
    });
  }
}
