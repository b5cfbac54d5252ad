// The reader's interface: a paper's text in, mentions and results out. Readers are pure and deterministic.
import type { Extraction, PaperText } from '../shared/paper.ts';

export interface Reader {
  /** Changes whenever the same text could be read differently: program, lexicon, weights. */
  readonly version: string;
  read(paper: PaperText): Extraction;
}
