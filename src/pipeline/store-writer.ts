// Writes patches to the store one after the other, while the next is being prepared: reading and storing each have a processor.
import type { GraphPatch } from '../shared/graph-patch.ts';
import type { ApplyCounts, GraphStore } from '../store/graph-store.ts';

export const NO_COUNTS: ApplyCounts = { nodesAdded: 0, nodesRemoved: 0, edgesAdded: 0, edgesChanged: 0, edgesRemoved: 0 };

export function addCounts(a: ApplyCounts, b: ApplyCounts): ApplyCounts {
  return {
    nodesAdded: a.nodesAdded + b.nodesAdded,
    nodesRemoved: a.nodesRemoved + b.nodesRemoved,
    edgesAdded: a.edgesAdded + b.edgesAdded,
    edgesChanged: a.edgesChanged + b.edgesChanged,
    edgesRemoved: a.edgesRemoved + b.edgesRemoved,
  };
}

export class StoreWriter {
  readonly #store: GraphStore;
  readonly #ledgerId: string;
  #counts = NO_COUNTS;
  #writing: Promise<void> = Promise.resolve();

  constructor(store: GraphStore, ledgerId: string) {
    this.#store = store;
    this.#ledgerId = ledgerId;
  }

  /**
   * Waits for the patch before, then starts this one. `written`: how far the ledger is applied then, or what to do when it is there.
   * Throws what the patch before threw.
   */
  async write(patch: GraphPatch, written?: number | (() => Promise<void> | undefined)): Promise<void> {
    await this.#writing;
    this.#writing = this.#apply(patch, written);
    // Heard of by the next write or by `finish`.
    this.#writing.catch(() => undefined);
  }

  /** Waits for the last patch. */
  async finish(): Promise<ApplyCounts> {
    await this.#writing;
    return this.#counts;
  }

  /** Waits for the last patch whatever comes of it: nothing may still write when a job has failed. */
  async settle(): Promise<void> {
    await this.#writing.catch(() => undefined);
  }

  async #apply(patch: GraphPatch, written: number | (() => Promise<void> | undefined) | undefined): Promise<void> {
    this.#counts = addCounts(this.#counts, await this.#store.apply(patch));
    if (typeof written === 'number') await this.#store.setAppliedSeq(this.#ledgerId, written);
    else await written?.();
  }
}
