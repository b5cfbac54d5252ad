// What every format reader takes and gives.
import type { Diagnostic } from '../shared/diagnostics.ts';
import type { PaperText } from '../shared/paper.ts';

export const INPUT_FORMATS = ['report-markdown', 'markdown', 'hf-daily', 'jsonl', 'arxiv-kaggle', 'arxiv-atom'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

export interface SourceText {
  /** Name of the file or address, as diagnostics and evidence show it. */
  readonly source: string;
  readonly text: string;
}

export interface ReadPapers {
  readonly papers: PaperText[];
  readonly diagnostics: Diagnostic[];
}
