// Brings a store to where the ledger is: after a crash between the two, on a new store, or when the program reads names otherwise.
import type { Diagnostic } from '../shared/diagnostics.ts';
import type { PipelineDeps } from './deps.ts';
import { type Filled, fillStore } from './fill-store.ts';
import { writePapers } from './write-papers.ts';

export interface CaughtUp {
  /** Papers written again. */
  readonly papers: number;
  /** When the whole store was written from the ledger. */
  readonly filled: Filled | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** `stale`: the store was written with other names than this program gives; everything is projected anew. */
export async function catchUp(deps: PipelineDeps, options: { readonly stale?: boolean } = {}): Promise<CaughtUp> {
  const { ledger, store } = deps;
  const applied = await store.appliedSeq(ledger.id);
  const behind = whyRebuild(applied, deps);
  if (behind) {
    const filled = await rebuild(deps);
    return { papers: filled.papers, filled, diagnostics: [behind] };
  }
  if (applied === ledger.head && !options.stale) return { papers: 0, filled: null, diagnostics: [] };
  if (applied === 0 && !options.stale) {
    const filled = await fillStore(deps, { history: true });
    return { papers: filled.papers, filled, diagnostics: [] };
  }
  const touched = options.stale ? 'all' : ledger.state.touchedSince(applied);
  const ids = touched === 'all' ? ledger.state.everSeen() : touched;
  await writePapers(ids, deps, { history: applied > 0, decisionsThen: ledger.state.decisionsAt(applied) });
  if (!deps.signal?.aborted) await store.setAppliedSeq(ledger.id, ledger.head);
  return { papers: ids.length, filled: null, diagnostics: [] };
}

/** Empties the store and writes everything the ledger holds. When it is stopped or dies, the next start goes on where it was. */
export async function rebuild(deps: PipelineDeps): Promise<Filled> {
  await deps.store.clear();
  await deps.store.migrate();
  return fillStore(deps, { history: false });
}

function whyRebuild(applied: number, { ledger }: PipelineDeps): Diagnostic | null {
  if (applied > ledger.head)
    return {
      severity: 'warning',
      code: 'ledger/behind-store',
      source: ledger.folder,
      message: `the ledger ends at line ${ledger.head}, the store had been told ${applied}; the store was rebuilt from the ledger`,
      hint: 'If ledger files were lost, restore them from a backup and run `paperloom rebuild`',
    };
  const { forgottenThrough } = ledger.state;
  if (applied === 0 || applied >= forgottenThrough) return null;
  return {
    severity: 'info',
    code: 'ledger/compacted-since',
    source: ledger.folder,
    message: `the store had been told line ${applied}, and the ledger was compacted at line ${forgottenThrough}; the store was rebuilt`,
  };
}
