// The papers as BibTeX, for LaTeX with UTF-8 (biber, or any modern BibTeX). Digests name no authors, so entries have none; keys are arXiv ids.
import type { GraphStore } from '../store/graph-store.ts';
import { type ExportedNode, readNodePages } from './read-graph.ts';

const ARXIV = /^\d{4}\.\d{4,5}$|^[a-z-]+(?:\.[A-Z]{2})?\/\d{7}$/;
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

export async function* bibtex(store: GraphStore): AsyncGenerator<string> {
  for await (const page of readNodePages(store, { kinds: ['Paper'] })) yield page.map(toEntry).join('');
}

function toEntry({ id, properties }: ExportedNode): string {
  const bare = id.replace(/^paper:/, '');
  const text = (name: string): string => String(properties[name] ?? '');
  const date = text('publishedAt').slice(0, 10) || dateOfArxiv(bare) || text('date');
  const fields: [string, string][] = [
    // Double braces keep the capitals.
    ['title', `{${toTex(text('title'))}}`],
    ['year', date.slice(0, 4)],
    ['month', date.slice(5, 7).replace(/^0/, '')],
    ['url', text('url').replace(/[{}\\\s]/g, encodeURIComponent)],
    ...(ARXIV.test(bare)
      ? ([
          ['eprint', bare],
          ['archiveprefix', 'arXiv'],
        ] satisfies [string, string][])
      : []),
    ['langid', text('lang') === 'zh' ? 'chinese' : 'english'],
    ['note', properties['sources'] === undefined ? '' : toTex(`Digest: ${[properties['sources']].flat().join(', ')}`)],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${bare.replace(/[^\w.:/-]/g, '-')},\n${lines.join(',\n')}\n}\n\n`;
}

/** `2602.10575` is of February 2026; the day is not in it. */
function dateOfArxiv(id: string): string {
  const [, year, month] = /^(\d{2})(\d{2})\.\d{4,5}$/.exec(id) ?? [];
  return year && month && Number(month) >= 1 && Number(month) <= 12 ? `20${year}-${month}` : '';
}

function toTex(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}$&%#_~^]/g, (character) => SPECIAL[character] ?? character);
}
