// Sources to ledger entries: papers that are new, or that say something else than what the ledger has. Only these are read for mentions.
import type { Reader } from '../extract/types.ts';
import type { InputFormat } from '../ingest/format.ts';
import { readSource } from '../ingest/read-source.ts';
import type { PaperEntry, RevisionRef } from '../ledger/entry.ts';
import type { Diagnostic } from '../shared/diagnostics.ts';
import { AppError } from '../shared/errors.ts';
import type { PaperText } from '../shared/paper.ts';
import type { SourceInput } from './list-sources.ts';
import { paperHash } from './paper-hash.ts';

/** What is known of a paper's revisions: the ledger's, or the ledger's plus what a dry run would add. */
export type Known = Pick<RevisionRef, 'source' | 'sourceName' | 'date' | 'textHash' | 'reader'>;
export interface EntryReading {
  readonly reader: Reader;
  readonly format?: InputFormat;
  currentOf(paperId: string): readonly Known[];
  /** Papers that an earlier reading of this source had. */
  papersOfSource(key: string): readonly string[];
  onDiagnostic(diagnostic: Diagnostic): void;
  onPaper(outcome: 'added' | 'changed' | 'unchanged'): void;
}

/** Yields null now and then, so that the caller can let others run. */
export function* readEntries(sources: Iterable<SourceInput>, reading: EntryReading): Generator<PaperEntry | null> {
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

function toEntry(source: SourceInput, paper: PaperText, textHash: string, reading: EntryReading): PaperEntry | null {
  const current = reading.currentOf(paper.id);
  // The same words of the same day under another path: the file was moved or copied, and that is nothing new.
  const same =
    current.find((known) => known.source === source.key) ??
    current.find((known) => known.textHash === textHash && known.date === paper.date);
  if (same && same.textHash === textHash && same.reader === reading.reader.version) {
    reading.onPaper('unchanged');
    return null;
  }
  reading.onPaper(current.length === 0 ? 'added' : 'changed');
  const { mentions, results } = reading.reader.read(paper);
  const { key, name } = same ? { key: same.source, name: same.source === source.key ? source.name : same.sourceName } : source;
  return { kind: 'paper', source: key, sourceName: name, textHash, reader: reading.reader.version, paper, mentions, results };
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
