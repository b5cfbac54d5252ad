// Entries that are read but not yet in the ledger, laid over what the ledger has: the same paper may come again in the next source.
import type { PaperEntry, Revision } from '../ledger/entry.ts';
import type { Ledger } from '../ledger/open-ledger.ts';
import type { Known } from './read-entries.ts';

export class Pending {
  readonly #ledger: Ledger;
  readonly #entries = new Map<string, PaperEntry[]>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  add(entry: PaperEntry): void {
    const known = this.#entries.get(entry.paper.id);
    if (known) known.push(entry);
    else this.#entries.set(entry.paper.id, [entry]);
  }

  get paperIds(): string[] {
    return [...this.#entries.keys()];
  }

  get paperCount(): number {
    return this.#entries.size;
  }

  entries(): PaperEntry[] {
    return [...this.#entries.values()].flat();
  }

  currentOf(paperId: string): readonly Known[] {
    const current = this.#ledger.state.currentOf(paperId);
    const pending = this.#entries.get(paperId);
    if (!pending) return current;
    const bySource = new Map<string, Known>(current.map((known) => [known.source, known]));
    for (const entry of pending) bySource.set(entry.source, { ...entry, date: entry.paper.date });
    return [...bySource.values()];
  }

  /** The revisions that would count if the entries were in the ledger. */
  revisionsOf(paperId: string): Revision[] {
    const bySource = new Map(this.#ledger.revisionsOf(paperId).map((revision) => [revision.source, revision]));
    for (const entry of this.#entries.get(paperId) ?? []) bySource.set(entry.source, { ...entry, seq: this.#ledger.head + 1 });
    return [...bySource.values()];
  }
}
