// What is on screen as text for other programs. Pure; names stay text whatever they hold.
import type { GraphNode } from '../../../src/shared/api/graph.ts';
import type { GraphModel } from './graph-model.ts';
import type { Visible } from './visible.ts';

/** A cell that a spreadsheet would take for a formula gets an apostrophe; quotes and line breaks are kept inside quotes. */
function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
export const toCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

export function linksCsv(model: GraphModel, visible: Visible): string {
  const nameOf = (id: string): string => model.nodeById.get(id)?.name ?? id;
  const rows = model.edges
    .filter((edge) => visible.edges.has(edge.id))
    .map((edge) => [edge.source, nameOf(edge.source), edge.type, edge.target, nameOf(edge.target), edge.confidence, edge.id]);
  return toCsv([['from', 'fromName', 'type', 'to', 'toName', 'confidence', 'id'], ...rows]);
}

export function graphJson(model: GraphModel, visible: Visible): string {
  const { fingerprint } = model;
  const nodes = model.nodes.filter((node) => visible.nodes.has(node.id));
  const edges = model.edges.filter((edge) => visible.edges.has(edge.id));
  return `${JSON.stringify({ fingerprint, nodes, edges }, null, 1)}\n`;
}

const ARXIV = /^paper:(\d{4}\.\d{4,5})$/;
const SPECIAL = /[\\{}$&#^_%~]/g;
const escapeTex = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(SPECIAL, (sign) => (sign === '\\' ? '\\textbackslash{}' : sign === '^' || sign === '~' ? `\\${sign}{}` : `\\${sign}`));

function bibEntry(paper: GraphNode): string {
  const arxiv = ARXIV.exec(paper.id)?.[1];
  const fields = [
    ['title', `{${escapeTex(paper.name)}}`],
    ...(arxiv
      ? [
          ['eprint', arxiv],
          ['archivePrefix', 'arXiv'],
          ['url', `https://arxiv.org/abs/${arxiv}`],
          ['year', `20${arxiv.slice(0, 2)}`],
        ]
      : []),
    ['note', `In the digest of ${paper.date || 'no date'}`],
  ];
  return `@misc{${paper.id.replace(/[^\w.-]/g, '-')},\n${fields.map(([key, value]) => `  ${key} = {${value}}`).join(',\n')}\n}\n`;
}

export const papersBibtex = (model: GraphModel, visible: Visible): string =>
  model.nodes
    .filter((node) => node.type === 'paper' && visible.nodes.has(node.id))
    .map(bibEntry)
    .join('\n');
