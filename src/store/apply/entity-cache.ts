// Entities as the embedded store has them, kept by its only writer: the hubs of a field come back with every batch of papers.
import type { EntityRow } from '../../shared/graph-patch.ts';

/** About 500 bytes each. */
const MOST_ROWS = 50_000;

/** What a transaction reads from, and what it says the rows are when it commits. `undefined`: not there any more. */
export interface EntityView {
  get(id: string): EntityRow | undefined;
  note(id: string, row: EntityRow | undefined): void;
}

export class EntityCache {
  /** Least lately used first. */
  readonly #rows = new Map<string, EntityRow>();

  /** Nothing of what is noted counts before `commit`. */
  begin(): EntityView & { commit(): void } {
    const noted = new Map<string, EntityRow | undefined>();
    return {
      get: (id) => this.#rows.get(id),
      note: (id, row) => void noted.set(id, row),
      commit: () => {
        for (const [id, row] of noted) this.#set(id, row);
      },
    };
  }

  clear(): void {
    this.#rows.clear();
  }

  #set(id: string, row: EntityRow | undefined): void {
    this.#rows.delete(id);
    if (row === undefined) return;
    this.#rows.set(id, row);
    const [oldest] = this.#rows.keys();
    if (this.#rows.size > MOST_ROWS && oldest !== undefined) this.#rows.delete(oldest);
  }
}
