// The graph on screen for other graph programs: GEXF 1.3 (Gephi) and GraphML. Pure; names are escaped, whatever they hold.
import type { GraphEdge, GraphNode } from '../../../src/shared/api/graph.ts';
import type { GraphModel } from './graph-model.ts';
import type { Visible } from './visible.ts';
import { escapeXml } from './xml-text.ts';

interface Column<T> {
  readonly id: string;
  readonly type: 'string' | 'int' | 'double';
  readonly value: (item: T) => string | number | null;
}
const NODE_COLUMNS: readonly Column<GraphNode>[] = [
  { id: 'type', type: 'string', value: (node) => node.type },
  { id: 'nameZh', type: 'string', value: (node) => node.nameZh },
  { id: 'weight', type: 'int', value: (node) => node.weight },
  { id: 'date', type: 'string', value: (node) => node.date || null },
];
const EDGE_COLUMNS: readonly Column<GraphEdge>[] = [
  { id: 'role', type: 'string', value: (edge) => edge.type },
  { id: 'confidence', type: 'double', value: (edge) => edge.confidence },
];
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

const shown = (model: GraphModel, visible: Visible): { nodes: GraphNode[]; edges: GraphEdge[] } => ({
  nodes: model.nodes.filter(({ id }) => visible.nodes.has(id)),
  edges: model.edges.filter(({ id }) => visible.edges.has(id)),
});
function values<T>(columns: readonly Column<T>[], item: T, write: (id: string, value: string) => string): string {
  return columns
    .flatMap(({ id, value }) => {
      const given = value(item);
      return given === null ? [] : [write(id, escapeXml(String(given)))];
    })
    .join('');
}

export function toGexf(model: GraphModel, visible: Visible): string {
  const { nodes, edges } = shown(model, visible);
  const declare = (kind: string, columns: readonly Column<never>[]): string =>
    `<attributes class="${kind}">${columns
      .map(({ id, type }) => `<attribute id="${id}" title="${id}" type="${type === 'int' ? 'integer' : type}"/>`)
      .join('')}</attributes>\n`;
  const attvalue = (id: string, value: string): string => `<attvalue for="${id}" value="${value}"/>`;
  const nodeLines = nodes.map(
    (node) =>
      `<node id="${escapeXml(node.id)}" label="${escapeXml(node.name)}"><attvalues>${values(NODE_COLUMNS, node, attvalue)}</attvalues><viz:position x="${node.x}" y="${node.y}"/></node>\n`,
  );
  const edgeLines = edges.map(
    (edge) =>
      `<edge id="${escapeXml(edge.id)}" source="${escapeXml(edge.source)}" target="${escapeXml(edge.target)}" label="${edge.type}" weight="${edge.confidence}"><attvalues>${values(EDGE_COLUMNS, edge, attvalue)}</attvalues></edge>\n`,
  );
  return `${HEAD}<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n<meta><description>Paperloom ${escapeXml(model.fingerprint)}</description></meta>\n<graph defaultedgetype="directed">\n${declare('node', NODE_COLUMNS)}${declare('edge', EDGE_COLUMNS)}<nodes>\n${nodeLines.join('')}</nodes>\n<edges>\n${edgeLines.join('')}</edges>\n</graph>\n</gexf>\n`;
}

export function toGraphMl(model: GraphModel, visible: Visible): string {
  const { nodes, edges } = shown(model, visible);
  const name: Column<GraphNode> = { id: 'name', type: 'string', value: (node) => node.name };
  const place: readonly Column<GraphNode>[] = [
    { id: 'x', type: 'double', value: (node) => node.x },
    { id: 'y', type: 'double', value: (node) => node.y },
  ];
  const columns = [name, ...NODE_COLUMNS, ...place];
  const declare = (kind: string, list: readonly Column<never>[]): string =>
    list.map(({ id, type }) => `<key id="${kind}-${id}" for="${kind}" attr.name="${id}" attr.type="${type}"/>\n`).join('');
  const data =
    (kind: string) =>
    (id: string, value: string): string =>
      `<data key="${kind}-${id}">${value}</data>`;
  const nodeLines = nodes.map((node) => `<node id="${escapeXml(node.id)}">${values(columns, node, data('node'))}</node>\n`);
  const edgeLines = edges.map(
    (edge) =>
      `<edge id="${escapeXml(edge.id)}" source="${escapeXml(edge.source)}" target="${escapeXml(edge.target)}">${values(EDGE_COLUMNS, edge, data('edge'))}</edge>\n`,
  );
  return `${HEAD}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${declare('node', columns)}${declare('edge', EDGE_COLUMNS)}<graph id="paperloom" edgedefault="directed">\n${nodeLines.join('')}${edgeLines.join('')}</graph>\n</graphml>\n`;
}
