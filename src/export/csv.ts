// CSV of all nodes or all edges, for spreadsheets and data frames: UTF-8 with a byte order mark, RFC 4180, formula-safe. Lists are joined by " | ".
import { toCsvCell } from '../shared/csv-cell.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { type Column, EDGE_COLUMNS, NODE_COLUMNS } from './columns.ts';
import { readEdgePages, readNodePages, type Value } from './read-graph.ts';

export const csvNodes = (store: GraphStore): AsyncGenerator<string> => toCsv(NODE_COLUMNS, readNodePages(store));
export const csvEdges = (store: GraphStore): AsyncGenerator<string> => toCsv(EDGE_COLUMNS, readEdgePages(store));

async function* toCsv<T>(columns: readonly Column<T>[], pages: AsyncIterable<readonly T[]>): AsyncGenerator<string> {
  // Without the mark Excel reads Chinese as Latin-1.
  yield `\ufeff${columns.map((column) => column.name).join(',')}\r\n`;
  for await (const page of pages) yield page.map((row) => `${columns.map((column) => toCell(column.of(row))).join(',')}\r\n`).join('');
}

function toCell(value: Value | undefined): string {
  if (value === undefined) return '';
  return toCsvCell(typeof value === 'string' || typeof value === 'number' ? value : value.join(' | '));
}
