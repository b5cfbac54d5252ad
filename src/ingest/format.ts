// What every format reader takes and gives.
import type { Diagnostic } from '../shared/diagnostics.ts';
import type { PaperText } from '../shared/paper.ts';

export { INPUT_FORMATS, type InputFormat } from '../shared/input-formats.ts';

export interface SourceText {
  /** Name of the file or address, as diagnostics and evidence show it. */
  readonly source: string;
  readonly text: string;
}

export interface ReadPapers {
  readonly papers: PaperText[];
  readonly diagnostics: Diagnostic[];
}
