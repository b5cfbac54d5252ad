// The library, `paperloom`: reading digests and resolving names without a store, a server or a data folder.
import { readSource } from './ingest/read-source.ts';
import { openReader } from './pipeline/open-reader.ts';
import type { Diagnostic } from './shared/diagnostics.ts';
import type { InputFormat } from './shared/input-formats.ts';
import type { MentionType } from './shared/ontology.ts';
import type { Mention, PaperText, Result } from './shared/paper.ts';

export type { Diagnostic } from './shared/diagnostics.ts';
export type { Evidence } from './shared/evidence.ts';
export { INPUT_FORMATS, type InputFormat } from './shared/input-formats.ts';
export { MENTION_KINDS, MENTION_TYPES, type MentionKind, type MentionType } from './shared/ontology.ts';
export type { Mention, PaperText, Result } from './shared/paper.ts';

export interface ExtractOptions {
  /** Name of the source in diagnostics. */
  readonly name?: string;
  /** When it is not to be detected. */
  readonly format?: InputFormat;
  /** `rules` is faster and finds less. */
  readonly reader?: 'full' | 'rules';
}
export interface ExtractedPaper {
  readonly paper: PaperText;
  /** What the paper proposes, uses, builds on and is measured on: `paper.text.slice(start, end)` is the quote of each. */
  readonly mentions: readonly Mention[];
  readonly results: readonly Result[];
}
export interface Extracted {
  readonly papers: readonly ExtractedPaper[];
  /** What could not be read, and where. */
  readonly diagnostics: readonly Diagnostic[];
}
export interface ResolvedName {
  readonly type: MentionType;
  /** Equal ids mean the same thing. */
  readonly id: string;
  readonly canonical: string;
  readonly nameZh: string | null;
  readonly aliases: readonly string[];
  /** What it is a variant, member or part of, nearest first. */
  readonly parents: readonly { readonly id: string; readonly canonical: string }[];
}

type Opened = ReturnType<typeof openReader>;
const opened = new Map<string, Opened>();

/** The lexicon and the weights are read from the package once, at the first call. */
function open(mode: 'full' | 'rules'): Opened {
  const known = opened.get(mode) ?? openReader({ mode });
  opened.set(mode, known);
  return known;
}

/** A digest (Markdown, JSON, JSON lines or Atom, as text or bytes), or papers that were read already. */
export function extractPapers(input: string | Uint8Array | readonly PaperText[], options: ExtractOptions = {}): Extracted {
  const { reader } = open(options.reader ?? 'full');
  const { papers, diagnostics } =
    typeof input === 'string' || input instanceof Uint8Array
      ? readSource(
          options.name ?? 'input',
          typeof input === 'string' ? new TextEncoder().encode(input) : input,
          options.format ? { format: options.format } : {},
        )
      : { papers: input, diagnostics: [] };
  return { papers: papers.map((paper) => ({ paper, ...reader.read(paper) })), diagnostics };
}

/** What a name means. */
export function resolveName(type: MentionType, name: string): ResolvedName {
  const resolved = open('rules').resolver.resolve(type, name);
  const parents: { id: string; canonical: string }[] = [];
  for (let above = resolved.parent; above && !parents.some(({ id }) => id === above?.id); above = above.parent)
    parents.push({ id: above.id, canonical: above.name });
  const { id, name: canonical, nameZh, aliases } = resolved;
  return { type, id, canonical, nameZh, aliases, parents };
}
