// Counts and fingerprint of the last state, kept so that a large graph need not be read through at every start.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StoreStats } from '../store/graph-store.ts';

interface Kept {
  readonly key: string;
  readonly stats: StoreStats;
}

export class StatsFile {
  readonly #path: string;
  #kept: Kept | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** `key`: the state of the ledger, and the rules it was projected with. */
  read(key: string): StoreStats | undefined {
    this.#kept ??= this.#load();
    return this.#kept?.key === key ? this.#kept.stats : undefined;
  }

  write(key: string, stats: StoreStats): void {
    this.#kept = { key, stats };
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(`${this.#path}.new`, JSON.stringify(this.#kept));
    renameSync(`${this.#path}.new`, this.#path);
  }

  #load(): Kept | null {
    if (!existsSync(this.#path)) return null;
    try {
      return JSON.parse(readFileSync(this.#path, 'utf8')) as Kept;
    } catch (error) {
      // Half a file says nothing: the store is asked.
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  }
}
