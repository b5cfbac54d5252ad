// Reads the texts that the ledger keeps once more, after the reader or its lexicon has changed. No source file is needed.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { PaperEntry } from '../ledger/entry.ts';
import type { ApplyCounts } from '../store/graph-store.ts';
import { catchUp } from './catch-up.ts';
import { DEFAULT_BATCH_PAPERS, type PipelineDeps } from './deps.ts';
import { makePatch } from './make-patch.ts';
import { projectPaper } from './project-paper.ts';
import { addCounts, NO_COUNTS } from './store-writer.ts';
import { bookOf } from './write-papers.ts';

export interface ReExtracted {
  /** Papers whose revisions were read again, and how many of those now say something else. */
  readonly papers: { readonly read: number; readonly moved: number; readonly unchanged: number };
  readonly counts: ApplyCounts;
}

export async function reExtract(deps: PipelineDeps): Promise<ReExtracted> {
  const { ledger, reader, store } = deps;
  await catchUp(deps);
  const papers = { read: 0, moved: 0, unchanged: 0 };
  let counts = NO_COUNTS;
  const ids = ledger.state.paperIds();
  const size = deps.batchPapers ?? DEFAULT_BATCH_PAPERS;
  for (let from = 0; from < ids.length; from += size) {
    const batch = ids.slice(from, from + size);
    const book = bookOf(deps);
    const entries: PaperEntry[] = [];
    const before = new Map(batch.map((id) => [id, projectPaper(ledger.revisionsOf(id), book)]));
    for (const id of batch) {
      const old = ledger.state.currentOf(id).filter((ref) => ref.reader !== reader.version);
      papers[old.length > 0 ? 'read' : 'unchanged']++;
      for (const ref of old) {
        const { seq: _seq, ...revision } = ledger.read(ref);
        entries.push({ ...revision, ...reader.read(revision.paper), reader: reader.version });
      }
      await letOthersRun();
    }
    if (entries.length === 0) continue;
    ledger.append(entries);
    const changes = batch.map((id) => {
      const old = before.get(id);
      const after = projectPaper(ledger.revisionsOf(id), book);
      if (JSON.stringify(old) !== JSON.stringify(after)) papers.moved++;
      return { paperId: `paper:${id}`, before: old ? [old] : [], after };
    });
    counts = addCounts(counts, await store.apply(makePatch(changes)));
    await store.setAppliedSeq(ledger.id, ledger.head);
    deps.onProgress?.({ stage: 'write', done: Math.min(from + size, ids.length), total: ids.length, note: '' });
  }
  return { papers, counts };
}
