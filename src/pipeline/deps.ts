// What the jobs of the pipeline work with; the composition root supplies it.
import type { Reader } from '../extract/types.ts';
import type { Ledger } from '../ledger/open-ledger.ts';
import type { Resolver } from '../resolve/types.ts';
import type { Extraction, PaperText } from '../shared/paper.ts';
import type { GraphStore } from '../store/graph-store.ts';

export interface Progress {
  readonly stage: 'read' | 'write';
  /** Papers done so far, and of how many when that is known. */
  readonly done: number;
  readonly total: number | null;
  readonly note: string;
}
/** Reads papers in several threads, in their order; with the same reader as `reader`. */
export type ReadMany = (papers: Iterable<PaperText>) => AsyncIterable<readonly [PaperText, Extraction]>;
export interface PipelineDeps {
  readonly ledger: Ledger;
  readonly store: GraphStore;
  readonly reader: Reader;
  readonly resolver: Resolver;
  readonly readMany?: ReadMany;
  /** Papers in one write to the store. */
  readonly batchPapers?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Aborted when the process is to end: a job then writes what it has and stops. */
  readonly signal?: AbortSignal;
}
export const DEFAULT_BATCH_PAPERS = 250;
