// What a ledger line says: a paper as one source tells it, a paper that goes, a user's decision, a decision undone.
import type { Mention, PaperText, Result } from '../shared/paper.ts';
import type { Decision } from './decision.ts';

export interface PaperEntry {
  readonly kind: 'paper';
  /** Key of the source, never shown: absolute path of the file, or `upload:<name>`. */
  readonly source: string;
  /** Name of the source as people see it. */
  readonly sourceName: string;
  /** Hash over the whole paper: text and metadata. */
  readonly textHash: string;
  /** Version of the reader that found mentions and results. */
  readonly reader: string;
  readonly paper: PaperText;
  readonly mentions: readonly Mention[];
  readonly results: readonly Result[];
}
export interface RetractEntry {
  readonly kind: 'retract';
  /** Bare paper id. Every revision before this line counts no more. */
  readonly id: string;
}
export interface DecisionEntry {
  readonly kind: 'decision';
  readonly id: string;
  readonly decision: Decision;
}
export interface UndoEntry {
  readonly kind: 'undo';
  /** Id of the decision that counts no more. */
  readonly id: string;
}
export type Entry = PaperEntry | RetractEntry | DecisionEntry | UndoEntry;

/** A revision without its texts: what stays in memory, and where the rest stands. */
export interface RevisionRef {
  readonly seq: number;
  readonly paperId: string;
  readonly source: string;
  readonly sourceName: string;
  readonly date: string;
  readonly textHash: string;
  readonly reader: string;
  readonly place: Place;
}
export interface Place {
  readonly file: string;
  readonly offset: number;
  readonly sizeBytes: number;
}
/** A paper revision read back in full. */
export interface Revision extends PaperEntry {
  readonly seq: number;
}
