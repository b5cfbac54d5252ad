// The reader's interface: a paper's text in, mentions and results out. Readers are pure and deterministic.
import type { Extraction, PaperText } from '../shared/paper.ts';
import type { ExplainedCandidate } from './explain.ts';

export interface Reader {
  /** Changes whenever the same text could be read differently: program, lexicon, weights. */
  readonly version: string;
  read(paper: PaperText): Extraction;
  /** The same reading, with every candidate and why it was kept or dropped. */
  explain(paper: PaperText): { readonly extraction: Extraction; readonly candidates: readonly ExplainedCandidate[] };
}
