// The ingest job: sources in, ledger lines on the disk, then the store. A second run of the same sources changes nothing.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { InputFormat } from '../ingest/format.ts';
import type { IngestReport } from '../shared/api/ingest.ts';
import type { Diagnostic } from '../shared/diagnostics.ts';
import { catchUp } from './catch-up.ts';
import { DEFAULT_BATCH_PAPERS, type PipelineDeps } from './deps.ts';
import type { SourceInput } from './list-sources.ts';
import { makePatch } from './make-patch.ts';
import { Pending } from './pending.ts';
import { projectPaper } from './project-paper.ts';
import { findUnread, type Known, readEntries, type UnreadEntry } from './read-entries.ts';
import { StoreWriter } from './store-writer.ts';
import { bookOf } from './write-papers.ts';

export interface IngestOptions {
  readonly format?: InputFormat;
  /** Stops this job alone: what was read so far is written and stays. */
  readonly signal?: AbortSignal;
}
export const PAUSE_EVERY_MS = 20;
/** In the report of a job that was stopped. */
export const STOPPED: Diagnostic = {
  severity: 'error',
  code: 'ingest/stopped',
  source: 'ingest',
  message: 'stopped before the end; what was read so far is kept',
  hint: 'Run it again: it goes on where it stopped',
};

export async function ingest(sources: readonly SourceInput[], deps: PipelineDeps, options: IngestOptions = {}): Promise<IngestReport> {
  const began = performance.now();
  const { ledger, store } = deps;
  const diagnostics: Diagnostic[] = [...(await catchUp(deps)).diagnostics];
  const papers = { added: 0, changed: 0, unchanged: 0 };
  const size = deps.batchPapers ?? DEFAULT_BATCH_PAPERS;
  let pending = new Pending(ledger);
  const writer = new StoreWriter(store, ledger.id);
  let done = 0;
  const isStopped = (): boolean => deps.signal?.aborted === true || options.signal?.aborted === true;

  const write = async (): Promise<void> => {
    const ids = pending.paperIds;
    if (ids.length === 0) return;
    const book = bookOf(deps);
    const changes = ids.map((id) => {
      const before = projectPaper(ledger.revisionsOf(id), book);
      return { paperId: `paper:${id}`, before: before ? [before] : [], after: projectPaper(pending.revisionsOf(id), book) };
    });
    const head = ledger.append(pending.entries());
    pending = new Pending(ledger);
    await writer.write(makePatch(changes), head);
  };

  const announced = new Announced();
  const unread = findUnread(sources, {
    readerVersion: deps.reader.version,
    ...(options.format ? { format: options.format } : {}),
    currentOf: (id) => announced.over(id, pending.currentOf(id)),
    papersOfSource: (key) => ledger.state.papersOfSource(key),
    onDiagnostic: (diagnostic) => diagnostics.push(diagnostic),
    onPaper: (outcome) => {
      papers[outcome]++;
      done++;
    },
  });
  let isCut = isStopped();
  let pausedAt = performance.now();
  try {
    for await (const entry of isCut ? [] : readEntries(announced.from(unread), deps)) {
      if (entry) {
        announced.remove(entry);
        pending.add(entry);
      }
      if (pending.paperCount >= size) await write();
      if (isStopped()) {
        isCut = true;
        break;
      }
      if (performance.now() - pausedAt > PAUSE_EVERY_MS) {
        deps.onProgress?.({ stage: 'read', done, total: null, note: '' });
        await letOthersRun();
        pausedAt = performance.now();
      }
    }
    if (isCut) {
      diagnostics.push(STOPPED);
      for (const { paper, isFirst } of announced.left())
        papers[isFirst && pending.currentOf(paper.id).length === 0 ? 'added' : 'changed']--;
    }
    await write();
  } finally {
    await writer.settle();
  }
  const counts = await writer.finish();
  const failed = diagnostics.filter((diagnostic) => diagnostic.severity === 'error' && diagnostic !== STOPPED).length;
  return {
    papers: { ...papers, failed },
    nodes: { added: counts.nodesAdded, removed: counts.nodesRemoved },
    edges: { added: counts.edgesAdded, changed: counts.edgesChanged, removed: counts.edgesRemoved },
    diagnostics,
    ms: Math.round(performance.now() - began),
  };
}

/** What is being read in other threads: the same paper may come again in the next source before it is there. */
class Announced {
  readonly #entries = new Map<string, UnreadEntry[]>();

  *from(unread: Iterable<UnreadEntry | null>): Generator<UnreadEntry | null> {
    for (const entry of unread) {
      if (entry) this.#entries.set(entry.paper.id, [...(this.#entries.get(entry.paper.id) ?? []), entry]);
      yield entry;
    }
  }

  remove({ paper, source }: UnreadEntry): void {
    const left = (this.#entries.get(paper.id) ?? []).filter((entry) => entry.source !== source);
    if (left.length > 0) this.#entries.set(paper.id, left);
    else this.#entries.delete(paper.id);
  }

  /** What was counted but not read when the job was stopped. */
  left(): { readonly paper: UnreadEntry['paper']; readonly isFirst: boolean }[] {
    return [...this.#entries.values()].flatMap((entries) => entries.map(({ paper }, i) => ({ paper, isFirst: i === 0 })));
  }

  over(paperId: string, known: readonly Known[]): readonly Known[] {
    const entries = this.#entries.get(paperId);
    if (!entries) return known;
    const bySource = new Map(known.map((one) => [one.source, one]));
    for (const entry of entries) bySource.set(entry.source, { ...entry, date: entry.paper.date });
    return [...bySource.values()];
  }
}
