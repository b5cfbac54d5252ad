// Sources to ledger entries: papers that are new, or that say something else than what the ledger has. Only these are read for mentions.
import type { Reader } from '../extract/types.ts';
import type { InputFormat } from '../ingest/format.ts';
import { readSource } from '../ingest/read-source.ts';
import type { PaperEntry, RevisionRef } from '../ledger/entry.ts';
import type { Diagnostic } from '../shared/diagnostics.ts';
import { AppError } from '../shared/errors.ts';
import type { PaperText } from '../shared/paper.ts';
import type { ReadMany } from './deps.ts';
import type { SourceInput } from './list-sources.ts';
import { paperHash } from './paper-hash.ts';

/** What is known of a paper's revisions: the ledger's, or the ledger's plus what a dry run would add. */
export type Known = Pick<RevisionRef, 'source' | 'sourceName' | 'date' | 'textHash' | 'reader'>;
/** A paper that is to be read for mentions and results. */
export type UnreadEntry = Omit<PaperEntry, 'mentions' | 'results'>;
export interface EntryReading {
  readonly readerVersion: string;
  readonly format?: InputFormat;
  currentOf(paperId: string): readonly Known[];
  /** Papers that an earlier reading of this source had. */
  papersOfSource(key: string): readonly string[];
  onDiagnostic(diagnostic: Diagnostic): void;
  onPaper(outcome: 'added' | 'changed' | 'unchanged'): void;
}

/** Yields null for what need not be read, so that the caller can let others run. */
export function* findUnread(sources: Iterable<SourceInput>, reading: EntryReading): Generator<UnreadEntry | null> {
  for (const source of sources) {
    const papers = readPapers(source, reading);
    if (!papers) continue;
    const seen = new Map<string, string>();
    for (const paper of papers) {
      const textHash = paperHash(paper);
      const before = seen.get(paper.id);
      if (before !== undefined) {
        if (before !== textHash) reading.onDiagnostic(twice(source, paper));
        continue;
      }
      seen.set(paper.id, textHash);
      const entry = toEntry(source, paper, textHash, reading);
      yield entry;
    }
    const gone = seen.size === 0 ? [] : reading.papersOfSource(source.key).filter((id) => !seen.has(id));
    if (gone.length > 0) reading.onDiagnostic(left(source, gone));
    yield null;
  }
}

function readPapers(source: SourceInput, reading: EntryReading): readonly PaperText[] | null {
  try {
    const { papers, diagnostics } = readSource(source.name, source.read(), reading.format ? { format: reading.format } : {});
    for (const diagnostic of diagnostics) reading.onDiagnostic(diagnostic);
    return papers;
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'not_readable' && error.code !== 'too_large')) throw error;
    reading.onDiagnostic({
      severity: 'error',
      code: 'ingest/not-readable',
      source: source.name,
      message: error.message,
      hint: 'Check the path, its permissions and its size',
    });
    return null;
  }
}

function toEntry(source: SourceInput, paper: PaperText, textHash: string, reading: EntryReading): UnreadEntry | null {
  const current = reading.currentOf(paper.id);
  // The same words of the same day under another path: the file was moved or copied, and that is nothing new.
  const same =
    current.find((known) => known.source === source.key) ??
    current.find((known) => known.textHash === textHash && known.date === paper.date);
  if (same && same.textHash === textHash && same.reader === reading.readerVersion) {
    reading.onPaper('unchanged');
    return null;
  }
  reading.onPaper(current.length === 0 ? 'added' : 'changed');
  const { key, name } = same ? { key: same.source, name: same.source === source.key ? source.name : same.sourceName } : source;
  return { kind: 'paper', source: key, sourceName: name, textHash, reader: reading.readerVersion, paper };
}

function twice(source: SourceInput, paper: PaperText): Diagnostic {
  return {
    severity: 'warning',
    code: 'ingest/paper-twice',
    source: source.name,
    message: `paper ${paper.id} stands in this source twice with different words; the first is kept`,
    hint: 'Remove one of them',
  };
}

function left(source: SourceInput, gone: readonly string[]): Diagnostic {
  return {
    severity: 'info',
    code: 'ingest/paper-gone',
    source: source.name,
    message: `${gone.length === 1 ? 'a paper' : `${gone.length} papers`} of an earlier reading of this source stand in it no more and were kept: ${gone.slice(0, 5).join(', ')}${gone.length > 5 ? ', ...' : ''}`,
    hint: 'Remove them with `paperloom retract`',
  };
}

/** Papers that are read in this thread first: opening a reader costs another thread what some hundred papers do. */
const WORTH_THREADS = 200;

/** Finds mentions and results. The first papers here; when there are many, the rest by `readMany`, in the same order. */
export async function* readEntries(
  unread: Iterable<UnreadEntry | null>,
  { reader, readMany }: { readonly reader: Reader; readonly readMany?: ReadMany },
): AsyncGenerator<PaperEntry | null> {
  const rest = unread[Symbol.iterator]();
  let here = 0;
  for (let next = rest.next(); !next.done; next = rest.next()) {
    yield next.value && { ...next.value, ...reader.read(next.value.paper) };
    if (next.value) here++;
    if (readMany && here >= WORTH_THREADS) break;
  }
  if (!readMany) return;
  const sent: UnreadEntry[] = [];
  const papers = function* (): Generator<PaperText> {
    for (let next = rest.next(); !next.done; next = rest.next()) {
      if (!next.value) continue;
      sent.push(next.value);
      yield next.value.paper;
    }
  };
  for await (const [, extraction] of readMany(papers())) {
    const entry = sent.shift();
    if (entry) yield { ...entry, ...extraction };
  }
}
