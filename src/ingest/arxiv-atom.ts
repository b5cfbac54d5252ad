// Answers of the arXiv API: an Atom feed with one entry a paper.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Diagnostic } from '../shared/diagnostics.ts';
import type { PaperText } from '../shared/paper.ts';
import type { ReadPapers, SourceText } from './format.ts';
import { arxivId, detectLang, paperId, unwrap } from './paper-facts.ts';

type Fields = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  processEntities: true,
  isArray: (name) => name === 'entry' || name === 'category',
});

export function readArxivAtom({ source, text }: SourceText): ReadPapers {
  const valid = XMLValidator.validate(text);
  const diagnostics: Diagnostic[] = [];
  if (valid !== true)
    diagnostics.push({
      severity: 'error',
      code: 'ingest/bad-xml',
      source,
      line: Math.max(1, valid.err.line),
      message: valid.err.msg,
      hint: 'what stands before is kept',
    });
  const complete = valid === true ? text : cutAfterLastEntry(text);
  const feed = complete ? (parser.parse(complete) as { feed?: { entry?: Fields[] } }).feed : undefined;
  const papers: PaperText[] = [];
  for (const entry of feed?.entry ?? []) {
    const paper = fromEntry(entry);
    if (typeof paper === 'string')
      diagnostics.push({
        severity: 'error',
        code: 'ingest/bad-record',
        source,
        line: 1,
        message: paper,
        hint: 'arXiv answers a wrong query with an entry like this',
      });
    else papers.push(paper);
  }
  if (papers.length === 0 && diagnostics.length === 0)
    diagnostics.push({
      severity: 'error',
      code: 'ingest/no-papers',
      source,
      line: 1,
      message: 'the feed has no entry',
      hint: 'check the query',
    });
  return { papers, diagnostics };
}

function cutAfterLastEntry(text: string): string {
  const end = text.lastIndexOf('</entry>');
  return end < 0 ? '' : `${text.slice(0, end)}</entry></feed>`;
}

function fromEntry(entry: Fields): PaperText | string {
  const str = (value: unknown): string => (typeof value === 'string' ? value : '');
  const link = str(entry['id']);
  const id = arxivId(link);
  const title = str(entry['title']).replace(/\s+/g, ' ').trim();
  const text = unwrap(str(entry['summary']));
  if (!id) return `an entry is no paper: ${title || link}: ${text.slice(0, 100)}`;
  if (!title || !text) return `entry ${id} lacks title or summary`;
  const date = str(entry['updated']).slice(0, 10);
  const publishedAt = str(entry['published']).slice(0, 10);
  const categories = (Array.isArray(entry['category']) ? entry['category'] : [])
    .map((c: unknown) => str((c as Fields)['term']))
    .filter(Boolean);
  return {
    id: paperId({ id, url: link, title, date }),
    title,
    date,
    url: `https://arxiv.org/abs/${id}`,
    lang: detectLang(text),
    text,
    ...(publishedAt ? { publishedAt } : {}),
    ...(categories.length > 0 ? { categories } : {}),
  };
}
