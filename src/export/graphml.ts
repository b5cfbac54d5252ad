// GraphML for networkx, igraph, yEd, Gephi. Lists are JSON texts, since GraphML has no lists.
import type { GraphStore } from '../store/graph-store.ts';
import { type Column, EDGE_COLUMNS, NODE_COLUMNS } from './columns.ts';
import { readEdgePages, readNodePages, type Value } from './read-graph.ts';
import { toXml } from './xml-text.ts';

/** Stand in attributes of the elements themselves. */
const STRUCTURE = new Set(['id', 'from', 'to']);

export async function* graphml(store: GraphStore): AsyncGenerator<string> {
  const nodeColumns = NODE_COLUMNS.filter(({ name }) => !STRUCTURE.has(name));
  const edgeColumns = EDGE_COLUMNS.filter(({ name }) => !STRUCTURE.has(name));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield nodeColumns.map((column) => keyOf('node', column)).join('') + edgeColumns.map((column) => keyOf('edge', column)).join('');
  yield '<graph id="paperloom" edgedefault="directed">\n';
  for await (const page of readNodePages(store))
    yield page.map((node) => `<node id="${toXml(node.id)}">${dataOf('n', nodeColumns, node)}</node>\n`).join('');
  for await (const page of readEdgePages(store))
    yield page
      .map(
        (edge) =>
          `<edge id="${toXml(edge.id)}" source="${toXml(edge.from)}" target="${toXml(edge.to)}">${dataOf('e', edgeColumns, edge)}</edge>\n`,
      )
      .join('');
  yield '</graph>\n</graphml>\n';
}

function keyOf<T>(domain: 'node' | 'edge', { name, type }: Column<T>): string {
  return `<key id="${domain[0]}_${name}" for="${domain}" attr.name="${name}" attr.type="${type === 'number' ? 'double' : 'string'}"/>\n`;
}

function dataOf<T>(prefix: string, columns: readonly Column<T>[], row: T): string {
  return columns
    .map((column) => {
      const value = column.of(row);
      return value === undefined ? '' : `<data key="${prefix}_${column.name}">${toXml(toText(value))}</data>`;
    })
    .join('');
}

const toText = (value: Value): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
