// Tells the store about papers whose revisions changed, in batches, and remembers how far it has come.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { StandingDecision } from '../ledger/ledger-state.ts';
import type { ApplyCounts } from '../store/graph-store.ts';
import { type DecisionBook, makeDecisionBook } from './decision-book.ts';
import { DEFAULT_BATCH_PAPERS, type PipelineDeps } from './deps.ts';
import { makePatch, type PaperChange } from './make-patch.ts';
import { type PaperProjection, projectPaper } from './project-paper.ts';
import { StoreWriter } from './store-writer.ts';

export function bookOf({ ledger, resolver }: Pick<PipelineDeps, 'ledger' | 'resolver'>): DecisionBook {
  return makeDecisionBook(ledger.state.decisions(), resolver);
}

interface WriteOptions {
  /** The store may hold any earlier revision of these papers (after a crash); otherwise it finds what it holds by itself. */
  readonly history: boolean;
  /** The decisions that stood when the store was last told. */
  readonly decisionsThen?: readonly StandingDecision[];
  /** Papers that were written before these, for the progress. */
  readonly doneBefore?: number;
  onProjected?(projection: PaperProjection): void;
  /** The store has this paper and all before it. */
  onWritten?(lastId: string): Promise<void>;
}

/** Projects these papers as the ledger has them now and writes them. Ends early when `deps.signal` is aborted. */
export async function writePapers(paperIds: readonly string[], deps: PipelineDeps, options: WriteOptions): Promise<ApplyCounts> {
  const { ledger, resolver } = deps;
  const book = bookOf(deps);
  // Decisions may have come and gone in between: what was written before them had other names.
  const decisions = ledger.state.decisions();
  const then = options.decisionsThen ?? [];
  const books = [decisions, then, []].filter((some, i, all) => all.findIndex((other) => sameIds(some, other)) === i);
  const everBooks = books.map((some) => (some === decisions ? book : makeDecisionBook(some, resolver)));
  const size = deps.batchPapers ?? DEFAULT_BATCH_PAPERS;
  const doneBefore = options.doneBefore ?? 0;
  const writer = new StoreWriter(deps.store, ledger.id);
  try {
    for (let from = 0; from < paperIds.length && !deps.signal?.aborted; from += size) {
      const batch = paperIds.slice(from, from + size).map((id): PaperChange => {
        const after = projectPaper(ledger.revisionsOf(id), book);
        if (after) options.onProjected?.(after);
        return { paperId: `paper:${id}`, before: options.history ? everProjected(id, deps, everBooks) : [], after };
      });
      const last = paperIds[Math.min(from + size, paperIds.length) - 1];
      await writer.write(makePatch(batch), last === undefined ? undefined : () => options.onWritten?.(last));
      await letOthersRun();
      const done = doneBefore + Math.min(from + size, paperIds.length);
      deps.onProgress?.({ stage: 'write', done, total: doneBefore + paperIds.length, note: '' });
    }
  } finally {
    await writer.settle();
  }
  return writer.finish();
}

function sameIds(a: readonly StandingDecision[], b: readonly StandingDecision[]): boolean {
  return a.length === b.length && a.every(({ id }, i) => b[i]?.id === id);
}

/** What any earlier revision alone put into the graph: whatever the store still has of it is among these. */
function everProjected(id: string, deps: PipelineDeps, books: readonly DecisionBook[]): PaperProjection[] {
  const history = deps.ledger.state.historyOf(id);
  // The only revision there ever was, under the only names it ever had.
  if (history.length === 1 && books.length === 1 && deps.ledger.state.has(id)) return [];
  return history.flatMap((ref) => books.flatMap((book) => projectPaper([deps.ledger.read(ref)], book) ?? []));
}
