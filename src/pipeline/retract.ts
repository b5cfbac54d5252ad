// Takes a paper back: its revisions count no more, and what it alone supported goes from the store.
import { AppError } from '../shared/errors.ts';
import type { ApplyCounts } from '../store/graph-store.ts';
import { catchUp } from './catch-up.ts';
import type { PipelineDeps } from './deps.ts';
import { makePatch } from './make-patch.ts';
import { projectPaper } from './project-paper.ts';
import { bookOf } from './write-papers.ts';

/** `paperId` with or without `paper:`. Throws not_found. A later ingest of the same source brings the paper back. */
export async function retract(paperId: string, deps: PipelineDeps): Promise<ApplyCounts> {
  const id = paperId.replace(/^paper:/, '');
  if (!deps.ledger.state.has(id)) throw new AppError('not_found', `paper ${id}`);
  await catchUp(deps);
  const before = projectPaper(deps.ledger.revisionsOf(id), bookOf(deps));
  deps.ledger.append([{ kind: 'retract', id }]);
  const counts = await deps.store.apply(makePatch([{ paperId: `paper:${id}`, before: before ? [before] : [], after: null }]));
  await deps.store.setAppliedSeq(deps.ledger.id, deps.ledger.head);
  return counts;
}
