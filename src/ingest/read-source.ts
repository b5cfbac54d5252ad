// Bytes of a digest to papers. Never throws for bad data: what could be read comes back, with diagnostics for the rest.
import type { Diagnostic } from '../shared/diagnostics.ts';
import type { PaperText } from '../shared/paper.ts';
import { readArxivAtom } from './arxiv-atom.ts';
import type { InputFormat, ReadPapers, SourceText } from './format.ts';
import { readArxivKaggle, readHfDaily, readNeutralJson } from './json-papers.ts';
import { readMarkdownDigest } from './markdown-digest.ts';
import { isReportMarkdown, readReportMarkdown } from './report-markdown.ts';
import { decodeSource } from './source-text.ts';

export interface ReadSource {
  readonly format: InputFormat | null;
  readonly papers: PaperText[];
  readonly diagnostics: Diagnostic[];
}

const READERS: Readonly<Record<InputFormat, (input: SourceText) => ReadPapers>> = {
  'report-markdown': readReportMarkdown,
  markdown: readMarkdownDigest,
  'hf-daily': readHfDaily,
  jsonl: readNeutralJson,
  'arxiv-kaggle': readArxivKaggle,
  'arxiv-atom': readArxivAtom,
};

export function readSource(source: string, bytes: Uint8Array, options: { readonly format?: InputFormat } = {}): ReadSource {
  const decoded = decodeSource(source, bytes);
  if (decoded.text === null) return { format: null, papers: [], diagnostics: [...decoded.diagnostics] };
  const format = options.format ?? detectFormat(decoded.text);
  const read = READERS[format]({ source, text: decoded.text.replace(/\r\n?/g, '\n') });
  return { format, papers: read.papers, diagnostics: [...decoded.diagnostics, ...read.diagnostics] };
}

/** By content alone: names of files say little. */
export function detectFormat(text: string): InputFormat {
  const start = text.trimStart();
  if (start.startsWith('<?xml') || start.startsWith('<feed')) return 'arxiv-atom';
  if (start.startsWith('[') && !/^\[[^\]\n]*\]\(/.test(start))
    return /"text"\s*:/.test(text) && !/"summary"\s*:/.test(text) ? 'jsonl' : 'hf-daily';
  if (start.startsWith('{')) {
    const line = start.slice(0, start.indexOf('\n') < 0 ? undefined : start.indexOf('\n'));
    if (/"abstract"\s*:/.test(line) && !/"text"\s*:/.test(line)) return 'arxiv-kaggle';
    return /"paper"\s*:\s*\{|"summary"\s*:/.test(line) && !/"text"\s*:/.test(line) ? 'hf-daily' : 'jsonl';
  }
  return isReportMarkdown(text) ? 'report-markdown' : 'markdown';
}
