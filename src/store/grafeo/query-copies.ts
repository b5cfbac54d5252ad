// Copies of the graph for users' queries, each with a read-only process of its own. A copy is made when the graph has changed since the last
// one and somebody asks; the one before goes when its last query is answered. A copy that nobody used for a while goes, too: it is memory.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { GrafeoChild } from './child-process.ts';

const UNUSED_MS = 60_000;

export interface CopyInUse {
  readonly child: GrafeoChild;
  /** Must be called once, when the query is answered. */
  done(): void;
}
interface Copy {
  readonly path: string;
  readonly child: GrafeoChild;
  /** How many writes the graph had seen. */
  readonly writes: number;
  users: number;
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
    used.users++;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    return {
      child: used.child,
      done: () => {
        used.users--;
        if (used.isOld) this.#drop(used);
        else if (used.users === 0) this.#dropWhenUnused();
      },
    };
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await this.#making?.catch(() => null);
    for (const copy of this.#copies) {
      copy.users = 0;
      this.#drop(copy);
    }
  }

  async #make(): Promise<Copy> {
    const { path: main, checkpointMs, checkpointBytes } = this.#settings;
    // A name of its own each: the one before may still be in use.
    const path = `${main}.query-${process.pid}-${this.#count++}`;
    const writes = await this.#copyTo(path);
    const child = new GrafeoChild({ path, checkpointMs, checkpointBytes, readOnly: true });
    const copy: Copy = { path, child, writes, users: 0, isOld: false };
    const before = this.#newest;
    this.#newest = copy;
    this.#copies.add(copy);
    if (before) {
      before.isOld = true;
      this.#drop(before);
    }
    return copy;
  }

  /** Nothing is lost with a copy: its process is ended, its file removed. */
  #drop(copy: Copy): void {
    if (copy.users > 0 || !this.#copies.delete(copy)) return;
    if (this.#newest === copy) this.#newest = null;
    copy.child.kill();
    rmSync(copy.path, { force: true, recursive: true });
  }

  #dropWhenUnused(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const copy = this.#newest;
      if (copy && copy.users === 0) this.#drop(copy);
    }, UNUSED_MS);
    this.#timer.unref();
  }
}

/** Copies that a process which was killed left behind; whoever opens the graph is its only owner. */
function removeLeft(main: string): void {
  const folder = dirname(main);
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (name.startsWith(`${basename(main)}.query-`)) rmSync(join(folder, name), { force: true, recursive: true });
}
