// Copies of the graph for users' queries, each file with a read-only process of its own. A copy is made when the graph has changed since the
// last one and somebody asks; the one before goes when its last query is answered. A copy that nobody used for a while goes, too: it is memory.
// While one query runs the next gets a further process (the engine answers one after the other), as long as the graph is small enough.
import { copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { GrafeoChild } from './child-process.ts';

const UNUSED_MS = 60_000;
const MAX_WORKERS = 3;
/** Larger graphs have one process for all users' queries. */
const SMALL_BYTES = 64_000_000;

export interface CopyInUse {
  readonly child: GrafeoChild;
  /** Must be called once, when the query is answered. */
  done(): void;
}
interface Worker {
  readonly path: string;
  readonly child: GrafeoChild;
  users: number;
}
interface Copy {
  /** How many writes the graph had seen. */
  readonly writes: number;
  readonly workers: Worker[];
  isOld: boolean;
}
interface CopySettings {
  readonly path: string;
  readonly checkpointMs: number;
  readonly checkpointBytes: number;
}

export class QueryCopies {
  readonly #settings: CopySettings;
  /** Writes a copy there and answers how many writes it holds. */
  readonly #copyTo: (path: string) => Promise<number>;
  readonly #copies = new Set<Copy>();
  #newest: Copy | null = null;
  #making: Promise<Copy> | null = null;
  #count = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(settings: CopySettings, copyTo: (path: string) => Promise<number>) {
    this.#settings = settings;
    this.#copyTo = copyTo;
    removeLeft(settings.path);
  }

  /** `writes`: how many there are by now; an older copy is not good enough. */
  async use(writes: () => number): Promise<CopyInUse> {
    const asked = writes();
    let copy = this.#newest;
    while (!copy || copy.writes < asked) {
      this.#making ??= this.#make().finally(() => {
        this.#making = null;
      });
      copy = await this.#making;
    }
    const used = copy;
    const worker = this.#pick(used);
    worker.users++;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    return {
      child: worker.child,
      done: () => {
        worker.users--;
        if (used.isOld) this.#drop(used);
        else if (usersOf(used) === 0) this.#dropWhenUnused();
      },
    };
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await this.#making?.catch(() => null);
    for (const copy of this.#copies) {
      for (const worker of copy.workers) worker.users = 0;
      this.#drop(copy);
    }
  }

  async #make(): Promise<Copy> {
    const path = this.#nextPath();
    const writes = await this.#copyTo(path);
    const copy: Copy = { writes, workers: [this.#makeWorker(path)], isOld: false };
    const before = this.#newest;
    this.#newest = copy;
    this.#copies.add(copy);
    if (before) {
      before.isOld = true;
      this.#drop(before);
    }
    return copy;
  }

  /** The least used; a further one when all are at work. */
  #pick({ workers }: Copy): Worker {
    const [least] = [...workers].sort((a, b) => a.users - b.users);
    if (!least) throw new Error('a copy without a process');
    if (least.users === 0 || workers.length >= MAX_WORKERS || statSync(least.path).size > SMALL_BYTES) return least;
    const path = this.#nextPath();
    copyFileSync(least.path, path);
    const worker = this.#makeWorker(path);
    workers.push(worker);
    return worker;
  }

  #makeWorker(path: string): Worker {
    const { checkpointMs, checkpointBytes } = this.#settings;
    return { path, child: new GrafeoChild({ path, checkpointMs, checkpointBytes, readOnly: true }), users: 0 };
  }

  /** A name of its own each: the one before may still be in use. */
  #nextPath(): string {
    return `${this.#settings.path}.query-${process.pid}-${this.#count++}`;
  }

  /** Nothing is lost with a copy: its processes are ended, its files removed. */
  #drop(copy: Copy): void {
    if (usersOf(copy) > 0 || !this.#copies.delete(copy)) return;
    if (this.#newest === copy) this.#newest = null;
    for (const { child, path } of copy.workers) {
      child.kill();
      rmSync(path, { force: true, recursive: true });
    }
  }

  #dropWhenUnused(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#newest) this.#drop(this.#newest);
    }, UNUSED_MS);
    this.#timer.unref();
  }
}

const usersOf = ({ workers }: Copy): number => workers.reduce((sum, { users }) => sum + users, 0);

/** Copies that a process which was killed left behind; whoever opens the graph is its only owner. */
function removeLeft(main: string): void {
  const folder = dirname(main);
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (name.startsWith(`${basename(main)}.query-`)) rmSync(join(folder, name), { force: true, recursive: true });
}
