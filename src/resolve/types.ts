// What resolving a name gives, and the lexicon lines it stands on.
import type { MentionType } from '../shared/ontology.ts';

/** A line of `src/extract/lexicon/*.jsonl`, with the type its file stands for. */
export interface LexiconEntry {
  readonly type: MentionType;
  readonly name: string;
  readonly zh?: string;
  readonly aliases?: readonly string[];
  readonly parent?: string;
  readonly area?: string;
  readonly kind?: 'benchmark' | 'dataset' | 'both';
  readonly vendor?: string;
  readonly guard?: LexiconGuard;
}
export interface LexiconGuard {
  /** A form counts only in exactly the written case. */
  readonly case?: boolean;
  /** Counts only when one of these words stands in the same paper text. */
  readonly near?: readonly string[];
  readonly not?: readonly string[];
  /** Forms the guard does not apply to. */
  readonly safe?: readonly string[];
}

/** A name with its meaning settled. Equal ids mean the same thing. */
export interface Resolved {
  readonly type: MentionType;
  /** `model:qwen2.5-vl-7b` */
  readonly id: string;
  /** Canonical name, English where an English name is in common use. */
  readonly name: string;
  readonly nameZh: string | null;
  /** The lexicon's forms, both languages; empty for names no lexicon line has. */
  readonly aliases: readonly string[];
  /** What it is directly a variant, member or part of. */
  readonly parent: Resolved | null;
  /** How the name was read: pairs of part and value, for `resolve --explain`. */
  readonly parse: Readonly<Record<string, string>>;
}

export interface Resolver {
  resolve(type: MentionType, name: string): Resolved;
}
