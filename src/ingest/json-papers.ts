// Papers written as JSON: Hugging Face Daily Papers arrays, arXiv Kaggle lines and our own neutral lines.
import type { Diagnostic } from '../shared/diagnostics.ts';
import type { PaperText } from '../shared/paper.ts';
import type { ReadPapers, SourceText } from './format.ts';
import { type JsonElement, splitJsonArray, splitJsonLines } from './json-elements.ts';
import { arxivId, detectLang, findDate, paperId, unwrap } from './paper-facts.ts';
import { lineColumn } from './source-text.ts';

type Fields = Readonly<Record<string, unknown>>;
type ToPaper = (fields: Fields, source: string) => PaperText | string;

export const readHfDaily = (input: SourceText): ReadPapers => readElements(input, fromHfDaily);
export const readNeutralJson = (input: SourceText): ReadPapers => readElements(input, fromNeutral);
export const readArxivKaggle = (input: SourceText): ReadPapers => readElements(input, fromKaggle);

function readElements(input: SourceText, toPaper: ToPaper): ReadPapers {
  const { source, text } = input;
  const diagnostics: Diagnostic[] = [];
  const papers: PaperText[] = [];
  const isArray = text.trimStart().startsWith('[');
  const array = isArray ? splitJsonArray(text) : null;
  const elements: readonly JsonElement[] = array ? array.elements : splitJsonLines(text);
  const seen = new Set<string>();
  for (const element of elements) {
    const place = lineColumnOf(text, element.start);
    const fields = parseObject(element.text);
    if (typeof fields === 'string') {
      diagnostics.push({
        severity: 'error',
        code: 'ingest/bad-json',
        source,
        ...place,
        message: fields,
        hint: 'one JSON object a paper is needed',
      });
      continue;
    }
    const paper = toPaper(fields, source);
    if (typeof paper === 'string')
      diagnostics.push({
        severity: 'error',
        code: 'ingest/bad-record',
        source,
        ...place,
        message: paper,
        hint: 'see the input formats in the README',
      });
    else if (seen.has(paper.id))
      diagnostics.push({
        severity: 'warning',
        code: 'ingest/duplicate',
        source,
        ...place,
        message: `paper ${paper.id} stands in this file before; the first one is kept`,
      });
    else {
      seen.add(paper.id);
      papers.push(paper);
    }
  }
  if (array && !array.complete)
    diagnostics.push({
      severity: 'error',
      code: 'ingest/truncated',
      source,
      ...lineColumnOf(text, array.end),
      message: 'the array ends in the middle of this element; the ones before are kept',
      hint: 'fetch the file again',
    });
  if (papers.length === 0 && diagnostics.length === 0)
    diagnostics.push({
      severity: 'error',
      code: 'ingest/no-papers',
      source,
      line: 1,
      message: 'no paper found',
      hint: 'see the input formats in the README',
    });
  return { papers, diagnostics };
}

// Line counting from the start is linear; files come in order, so remember the last place.
let lastText = '';
let lastIndex = 0;
let lastLine = 1;
function lineColumnOf(text: string, index: number): { line: number; column: number } {
  if (text !== lastText || index < lastIndex) {
    lastText = text;
    lastIndex = 0;
    lastLine = 1;
  }
  const { line, column } = lineColumn(text.slice(lastIndex, index), index - lastIndex);
  lastLine += line - 1;
  const lineStart = text.lastIndexOf('\n', index - 1) + 1;
  lastIndex = index;
  return { line: lastLine, column: line > 1 ? column : index - lineStart + 1 };
}

function parseObject(text: string): Fields | string {
  try {
    const value: unknown = JSON.parse(text);
    if (value === null || typeof value !== 'object' || Array.isArray(value))
      return `a paper must be an object, not ${Array.isArray(value) ? 'an array' : value === null ? 'null' : `a ${typeof value}`}`;
    return value as Fields;
  } catch (error) {
    if (error instanceof SyntaxError) return 'this is not valid JSON';
    throw error;
  }
}

const str = (value: unknown): string => (typeof value === 'string' ? value : '');
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v) => typeof v === 'string') : []);

function fromHfDaily(fields: Fields, source: string): PaperText | string {
  const inner = fields['paper'];
  const paper = inner !== null && typeof inner === 'object' ? (inner as Fields) : fields;
  const title = str(paper['title'] ?? fields['title'])
    .replace(/\s+/g, ' ')
    .trim();
  const text = unwrap(str(paper['summary'] ?? fields['summary']));
  const id = arxivId(str(paper['id'])) ?? '';
  if (!title || !text) return `a paper needs title and summary${title ? `: "${title}"` : ''}`;
  const url = id ? `https://huggingface.co/papers/${id}` : '';
  const publishedAt = str(paper['publishedAt'] ?? fields['publishedAt']).slice(0, 10);
  const date = findDate(source.split(/[\\/]/).at(-1) ?? '') || str(paper['submittedOnDailyAt']).slice(0, 10) || publishedAt;
  const keywords = strings(paper['ai_keywords']);
  return {
    id: paperId({ id, url, title, date }),
    title,
    date,
    url,
    lang: detectLang(text),
    text,
    ...(publishedAt ? { publishedAt } : {}),
    ...(keywords.length > 0 ? { keywords } : {}),
  };
}

function fromNeutral(fields: Fields, source: string): PaperText | string {
  const title = str(fields['title']).replace(/\s+/g, ' ').trim();
  const text = str(fields['text']);
  if (!title || !text.trim()) return `a paper needs title and text${title ? `: "${title}"` : ''}`;
  const url = str(fields['url']);
  const date = findDate(str(fields['date'])) || findDate(source.split(/[\\/]/).at(-1) ?? '');
  const lang = fields['lang'] === 'zh' || fields['lang'] === 'en' ? fields['lang'] : detectLang(text);
  const keywords = strings(fields['keywords']);
  return {
    id: paperId({ id: str(fields['id']), url, title, date }),
    title,
    date,
    url,
    lang,
    text,
    ...(keywords.length > 0 ? { keywords } : {}),
  };
}

function fromKaggle(fields: Fields): PaperText | string {
  const title = str(fields['title']).replace(/\s+/g, ' ').trim();
  const text = unwrap(str(fields['abstract']));
  const id = str(fields['id']);
  if (!title || !text) return `a paper needs title and abstract${title ? `: "${title}"` : ''}`;
  const date = findDate(str(fields['update_date']));
  const categories = str(fields['categories']).split(/\s+/).filter(Boolean);
  return {
    id: paperId({ id, url: '', title, date }),
    title,
    date,
    url: `https://arxiv.org/abs/${id}`,
    lang: detectLang(text),
    text,
    ...(date ? { publishedAt: date } : {}),
    ...(categories.length > 0 ? { categories } : {}),
  };
}
