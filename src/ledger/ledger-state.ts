// What the lines so far add up to, without texts: which revisions of each paper count, and which decisions stand.
import { type Decision, paperOfDecision } from './decision.ts';
import type { Place, RevisionRef } from './entry.ts';
import type { Head } from './line.ts';

interface PaperHistory {
  /** Every paper line ever, in order: an earlier revision says what a store may still hold. */
  readonly all: RevisionRef[];
  /** The last revision of each source that counts. */
  readonly current: Map<string, RevisionRef>;
  /** Seq of the last line about this paper. */
  touchedSeq: number;
}
interface Made extends StandingDecision {
  /** Seq of the line that took it back; 0 while it stands. */
  undoneSeq: number;
}
export interface StandingDecision {
  readonly id: string;
  readonly seq: number;
  readonly at: string;
  readonly decision: Decision;
}
/** Papers whose projection may differ from what it was; 'all' when a decision reaches any paper. */
export type Touched = 'all' | readonly string[];

export class LedgerState {
  head = 0;
  /** What counted no more up to this line is forgotten; 0 when nothing is. */
  readonly forgottenThrough: number;
  readonly #papers = new Map<string, PaperHistory>();
  /** Every decision ever made, by id, in order. */
  readonly #decisions = new Map<string, Made>();
  /** Sources and versions repeat thousands of times; one string each is enough. */
  readonly #interned = new Map<string, string>();

  constructor(forgottenThrough = 0) {
    this.forgottenThrough = forgottenThrough;
  }

  record(head: Head, place: Place): void {
    this.head = head.seq;
    if (head.kind === 'paper') {
      const history = this.#historyOf(head.id);
      const ref: RevisionRef = {
        seq: head.seq,
        paperId: head.id,
        source: this.#intern(head.source ?? ''),
        sourceName: this.#intern(head.sourceName ?? ''),
        date: this.#intern(head.date ?? ''),
        textHash: head.textHash ?? '',
        reader: this.#intern(head.reader ?? ''),
        place: { ...place, file: this.#intern(place.file) },
      };
      history.all.push(ref);
      // In the order of their lines, so that a compaction changes nothing.
      history.current.delete(ref.source);
      history.current.set(ref.source, ref);
      history.touchedSeq = head.seq;
    } else if (head.kind === 'retract') {
      const history = this.#historyOf(head.id);
      history.current.clear();
      history.touchedSeq = head.seq;
    } else if (head.kind === 'decision' && head.decision) {
      this.#decisions.set(head.id, { id: head.id, seq: head.seq, at: head.at, decision: head.decision, undoneSeq: 0 });
    } else if (head.kind === 'undo') {
      const undone = this.#decisions.get(head.id);
      if (undone && undone.undoneSeq === 0) undone.undoneSeq = head.seq;
    }
  }

  /** Bare ids of the papers that have a revision, in the order they first came. */
  paperIds(): string[] {
    return [...this.#papers].filter(([, history]) => history.current.size > 0).map(([id]) => id);
  }

  get paperCount(): number {
    let count = 0;
    for (const history of this.#papers.values()) if (history.current.size > 0) count++;
    return count;
  }

  has(paperId: string): boolean {
    return (this.#papers.get(paperId)?.current.size ?? 0) > 0;
  }

  /** The revisions that count, one a source. */
  currentOf(paperId: string): RevisionRef[] {
    return [...(this.#papers.get(paperId)?.current.values() ?? [])];
  }

  revisionOf(paperId: string, source: string): RevisionRef | undefined {
    return this.#papers.get(paperId)?.current.get(source);
  }

  /** Every revision there ever was. */
  historyOf(paperId: string): readonly RevisionRef[] {
    return this.#papers.get(paperId)?.all ?? [];
  }

  /** Papers that count now and stand in this source. */
  papersOfSource(source: string): string[] {
    return [...this.#papers].filter(([, history]) => history.current.has(source)).map(([id]) => id);
  }

  decisions(): StandingDecision[] {
    return this.decisionsAt(Number.POSITIVE_INFINITY);
  }

  /** Those that stood after line `seq`. */
  decisionsAt(seq: number): StandingDecision[] {
    return [...this.#decisions.values()]
      .filter((made) => made.seq <= seq && (made.undoneSeq === 0 || made.undoneSeq > seq))
      .map(({ undoneSeq: _undoneSeq, ...standing }) => standing);
  }

  /** Lines that still say something. Of a retracted paper that is its retraction: a store that is behind must hear of it. */
  countingSeqs(): Set<number> {
    const seqs = new Set<number>();
    for (const { current, touchedSeq } of this.#papers.values()) {
      for (const ref of current.values()) seqs.add(ref.seq);
      if (current.size === 0) seqs.add(touchedSeq);
    }
    for (const { seq } of this.decisions()) seqs.add(seq);
    return seqs;
  }

  /** Seq of the last line about a paper; 0 for none. */
  touchedSeqOf(paperId: string): number {
    return this.#papers.get(paperId)?.touchedSeq ?? 0;
  }

  touchedSince(seq: number): Touched {
    if (seq < this.forgottenThrough) return 'all';
    const papers = new Set<string>();
    for (const { decision, seq: madeSeq, undoneSeq } of this.#decisions.values()) {
      if (madeSeq <= seq && undoneSeq <= seq) continue;
      const paper = paperOfDecision(decision);
      if (paper === null) return 'all';
      papers.add(paper);
    }
    for (const [id, history] of this.#papers) if (history.touchedSeq > seq) papers.add(id);
    return [...papers];
  }

  /** Every paper id any line was about, retracted ones too. */
  everSeen(): string[] {
    return [...this.#papers.keys()];
  }

  #historyOf(paperId: string): PaperHistory {
    const known = this.#papers.get(paperId);
    if (known) return known;
    const history: PaperHistory = { all: [], current: new Map(), touchedSeq: 0 };
    this.#papers.set(paperId, history);
    return history;
  }

  #intern(text: string): string {
    const known = this.#interned.get(text);
    if (known !== undefined) return known;
    this.#interned.set(text, text);
    return text;
  }
}
