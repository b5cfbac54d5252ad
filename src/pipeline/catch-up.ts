// Brings a store to where the ledger is: after a crash between the two, on a new store, or when the program reads names otherwise.
import type { Diagnostic } from '../shared/diagnostics.ts';
import type { PipelineDeps } from './deps.ts';
import { writePapers } from './write-papers.ts';

export interface CaughtUp {
  /** Papers written again. */
  readonly papers: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** `stale`: the store was written with other names than this program gives; everything is projected anew. */
export async function catchUp(deps: PipelineDeps, options: { readonly stale?: boolean } = {}): Promise<CaughtUp> {
  const { ledger, store } = deps;
  const applied = await store.appliedSeq(ledger.id);
  if (applied > ledger.head) {
    const papers = await rebuild(deps);
    return {
      papers,
      diagnostics: [
        {
          severity: 'warning',
          code: 'ledger/behind-store',
          source: ledger.folder,
          message: `the ledger ends at line ${ledger.head}, the store had been told ${applied}; the store was rebuilt from the ledger`,
          hint: 'If ledger files were lost, restore them from a backup and run `paperloom rebuild`',
        },
      ],
    };
  }
  if (applied === ledger.head && !options.stale) return { papers: 0, diagnostics: [] };
  const touched = options.stale ? 'all' : ledger.state.touchedSince(applied);
  const ids = touched === 'all' ? ledger.state.everSeen() : touched;
  await writePapers(ids, deps, { history: applied > 0 });
  await store.setAppliedSeq(ledger.id, ledger.head);
  return { papers: ids.length, diagnostics: [] };
}

/** Empties the store and writes everything the ledger holds. Says how many papers. */
export async function rebuild(deps: PipelineDeps): Promise<number> {
  await deps.store.clear();
  await deps.store.migrate();
  const ids = deps.ledger.state.paperIds();
  await writePapers(ids, deps, { history: false });
  await deps.store.setAppliedSeq(deps.ledger.id, deps.ledger.head);
  return ids.length;
}
