// Tells the store about papers whose revisions changed, in batches, and remembers how far it has come.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { ApplyCounts } from '../store/graph-store.ts';
import { type DecisionBook, makeDecisionBook } from './decision-book.ts';
import { DEFAULT_BATCH_PAPERS, type PipelineDeps } from './deps.ts';
import { makePatch, type PaperChange } from './make-patch.ts';
import { type PaperProjection, projectPaper } from './project-paper.ts';
import { StoreWriter } from './store-writer.ts';

export function bookOf({ ledger, resolver }: Pick<PipelineDeps, 'ledger' | 'resolver'>): DecisionBook {
  return makeDecisionBook(ledger.state.decisions(), resolver);
}

/**
 * Projects these papers as the ledger has them now and writes them. `history` says that the store may hold any earlier
 * revision of them (after a crash); otherwise the store finds what it holds by itself.
 */
export async function writePapers(
  paperIds: readonly string[],
  deps: PipelineDeps,
  options: { readonly history: boolean },
): Promise<ApplyCounts> {
  const book = bookOf(deps);
  // Decisions may have come in between as well: what was written before them had other names.
  const books = deps.ledger.state.decisions().length === 0 ? [book] : [book, makeDecisionBook([], deps.resolver)];
  const size = deps.batchPapers ?? DEFAULT_BATCH_PAPERS;
  const writer = new StoreWriter(deps.store, deps.ledger.id);
  try {
    for (let from = 0; from < paperIds.length; from += size) {
      const batch = paperIds.slice(from, from + size).map(
        (id): PaperChange => ({
          paperId: `paper:${id}`,
          before: options.history ? everProjected(id, deps, books) : [],
          after: projectPaper(deps.ledger.revisionsOf(id), book),
        }),
      );
      await writer.write(makePatch(batch));
      await letOthersRun();
      deps.onProgress?.({ stage: 'write', done: Math.min(from + size, paperIds.length), total: paperIds.length, note: '' });
    }
  } finally {
    await writer.settle();
  }
  return writer.finish();
}

/** What any earlier revision alone put into the graph: whatever the store still has of it is among these. */
function everProjected(id: string, deps: PipelineDeps, books: readonly DecisionBook[]): PaperProjection[] {
  return deps.ledger.state.historyOf(id).flatMap((ref) => books.flatMap((book) => projectPaper([deps.ledger.read(ref)], book) ?? []));
}
