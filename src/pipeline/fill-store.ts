// Writes everything the ledger holds into a store that has nothing of it yet, so that it can go on where it was stopped.
// Papers come in the order of their last ledger line. How far it is stands in the store, beside how far the ledger was applied.
import type { PipelineDeps } from './deps.ts';
import { StatsCounter } from './project-graph.ts';
import { projectPaper } from './project-paper.ts';
import { bookOf, writePapers } from './write-papers.ts';

export interface Filled {
  readonly papers: number;
  /** How many of them an earlier, broken-off run had written already. */
  readonly resumedAt: number;
  /** The store's, and what the ledger alone gives. Another writer's papers in a shared store make them differ. */
  readonly fingerprint: string;
  readonly ledgerFingerprint: string;
}

/** `history`: the store may hold earlier revisions, left by a crash in the very first write. */
export async function fillStore(deps: PipelineDeps, options: { readonly history: boolean }): Promise<Filled> {
  const { ledger, store } = deps;
  const { state } = ledger;
  const positionId = `${ledger.id}/filled`;
  const headId = `${ledger.id}/filling`;
  const begunAt = await store.appliedSeq(headId);
  // Lines that came since (through another store) may be about papers that stand in this one already.
  if (begunAt !== 0 && begunAt !== ledger.head) {
    await store.clear();
    await store.migrate();
  }
  const position = await store.appliedSeq(positionId);
  await store.setAppliedSeq(headId, ledger.head);
  const ids = state.paperIds().sort((a, b) => state.touchedSeqOf(a) - state.touchedSeqOf(b));
  const resumedAt = ids.findIndex((id) => state.touchedSeqOf(id) > position);
  const [done, todo] = resumedAt < 0 ? [ids, []] : [ids.slice(0, resumedAt), ids.slice(resumedAt)];
  const counter = new StatsCounter();
  const book = bookOf(deps);
  for (const id of done) {
    const projection = projectPaper(ledger.revisionsOf(id), book);
    if (projection) counter.add(projection);
  }
  await writePapers(todo, deps, {
    ...options,
    doneBefore: done.length,
    onProjected: (projection) => counter.add(projection),
    onWritten: (lastId) => store.setAppliedSeq(positionId, state.touchedSeqOf(lastId)),
  });
  if (!deps.signal?.aborted) {
    await store.setAppliedSeq(ledger.id, ledger.head);
    await store.setAppliedSeq(positionId, 0);
    await store.setAppliedSeq(headId, 0);
  }
  return {
    papers: ids.length,
    resumedAt: done.length,
    fingerprint: (await store.stats()).fingerprint,
    ledgerFingerprint: counter.stats().fingerprint,
  };
}
