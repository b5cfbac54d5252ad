// GEXF 1.3 for Gephi and Gephi Lite. Lists are JSON texts: list attributes of GEXF cannot hold every character.
import type { GraphStore } from '../store/graph-store.ts';
import { type Column, EDGE_COLUMNS, NODE_COLUMNS } from './columns.ts';
import { type ExportedNode, readEdgePages, readNodePages, type Value } from './read-graph.ts';
import { toXml } from './xml-text.ts';

const STRUCTURE = new Set(['id', 'from', 'to']);

export async function* gexf(store: GraphStore): AsyncGenerator<string> {
  const nodeColumns = NODE_COLUMNS.filter(({ name }) => !STRUCTURE.has(name));
  const edgeColumns = EDGE_COLUMNS.filter(({ name }) => !STRUCTURE.has(name));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n<meta><creator>Paperloom</creator></meta>\n';
  yield '<graph defaultedgetype="directed" mode="static">\n';
  yield `${attributes('node', nodeColumns)}${attributes('edge', edgeColumns)}<nodes>\n`;
  for await (const page of readNodePages(store))
    yield page
      .map((node) => `<node id="${toXml(node.id)}" label="${toXml(labelOf(node))}">${valuesOf(nodeColumns, node)}</node>\n`)
      .join('');
  yield '</nodes>\n<edges>\n';
  for await (const page of readEdgePages(store))
    yield page
      .map(
        (edge) =>
          `<edge id="${toXml(edge.id)}" source="${toXml(edge.from)}" target="${toXml(edge.to)}" label="${toXml(edge.type)}">${valuesOf(edgeColumns, edge)}</edge>\n`,
      )
      .join('');
  yield '</edges>\n</graph>\n</gexf>\n';
}

function labelOf({ id, properties }: ExportedNode): string {
  return String(properties['name'] ?? properties['title'] ?? properties['value'] ?? id);
}

function attributes<T>(domain: 'node' | 'edge', columns: readonly Column<T>[]): string {
  const lines = columns.map(
    ({ name, type }, i) => `<attribute id="${i}" title="${name}" type="${type === 'number' ? 'double' : 'string'}"/>\n`,
  );
  return `<attributes class="${domain}">\n${lines.join('')}</attributes>\n`;
}

function valuesOf<T>(columns: readonly Column<T>[], row: T): string {
  const values = columns.flatMap((column, i) => {
    const value = column.of(row);
    return value === undefined ? [] : [`<attvalue for="${i}" value="${toXml(toText(value))}"/>`];
  });
  return `<attvalues>${values.join('')}</attvalues>`;
}

const toText = (value: Value): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
