// The nodes and edges that stand in an answer, and where to draw them: only what was returned. Pure and without chance: the same answer looks the same.
import type { Json } from '../../../../src/shared/api/cypher.ts';
import { escapeXml } from '../../state/xml-text.ts';

export interface ResultNode {
  readonly id: string;
  readonly label: string;
  readonly name: string;
}
export interface ResultEdge {
  readonly from: string;
  readonly to: string;
  readonly type: string;
}
export interface ResultGraph {
  readonly nodes: readonly ResultNode[];
  readonly edges: readonly ResultEdge[];
}
type JsonMap = { readonly [key: string]: Json };
const isMap = (value: Json): value is { [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

export function graphIn(rows: readonly (readonly Json[])[]): ResultGraph {
  const nodes = new Map<string, ResultNode>();
  const edges = new Map<string, ResultEdge>();
  const look = (value: Json): void => {
    if (Array.isArray(value)) for (const part of value) look(part);
    else if (!isMap(value)) return;
    else if (typeof value['id'] === 'string' && Array.isArray(value['labels'])) addNode(value, value['labels']);
    else if (typeof value['from'] === 'string' && typeof value['to'] === 'string' && typeof value['type'] === 'string') {
      const edge = { from: value['from'], to: value['to'], type: value['type'] };
      edges.set(`${edge.from} ${edge.type} ${edge.to}`, edge);
    } else for (const part of Object.values(value)) look(part);
  };
  const addNode = (node: JsonMap, labels: readonly Json[]): void => {
    const id = textOf(node['id']);
    const label = textOf(labels.find((one) => one !== 'Entity'));
    nodes.set(id, { id, label, name: textOf(node['name']) || textOf(node['title']) || textOf(node['subject']) || id });
  };
  for (const row of rows) row.forEach(look);
  // An edge that was returned alone still has two ends.
  for (const { from, to } of edges.values()) for (const id of [from, to]) if (!nodes.has(id)) nodes.set(id, { id, label: '', name: id });
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

export interface Placed extends ResultNode {
  readonly x: number;
  readonly y: number;
}
const ROUNDS = 120;

/** Springs from a spiral, within -1 to 1. */
export function placeNodes({ nodes, edges }: ResultGraph): Placed[] {
  const at = nodes.map((_node, i) => {
    const angle = i * 2.399963;
    const radius = Math.sqrt((i + 0.5) / nodes.length);
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
  const index = new Map(nodes.map(({ id }, i) => [id, i]));
  const ideal = 1.6 / Math.sqrt(Math.max(1, nodes.length));
  for (let round = 0; round < ROUNDS; round++) {
    const moves = at.map(() => ({ x: 0, y: 0 }));
    const push = (i: number, j: number, force: number, dx: number, dy: number): void => {
      const [a, b] = [moves[i], moves[j]];
      if (!a || !b) return;
      a.x += dx * force;
      a.y += dy * force;
      b.x -= dx * force;
      b.y -= dy * force;
    };
    for (const [i, a] of at.entries())
      for (let j = i + 1; j < at.length; j++) {
        const b = at[j];
        if (!b) continue;
        const [dx, dy] = [a.x - b.x, a.y - b.y];
        const square = Math.max(1e-4, dx * dx + dy * dy);
        push(i, j, (ideal * ideal) / square, dx, dy);
      }
    for (const { from, to } of edges) {
      const [i, j] = [index.get(from), index.get(to)];
      const [a, b] = [at[i ?? -1], at[j ?? -1]];
      if (i === undefined || j === undefined || !a || !b || i === j) continue;
      const [dx, dy] = [a.x - b.x, a.y - b.y];
      push(i, j, -Math.hypot(dx, dy) / ideal, dx, dy);
    }
    const step = 0.1 * (1 - round / ROUNDS);
    for (const [i, place] of at.entries()) {
      const move = moves[i];
      if (!move) continue;
      const length = Math.max(1e-9, Math.hypot(move.x, move.y));
      place.x += (move.x / length) * Math.min(length, step) - place.x * 0.01;
      place.y += (move.y / length) * Math.min(length, step) - place.y * 0.01;
    }
  }
  const reach = Math.max(1e-9, ...at.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))));
  return nodes.map((node, i) => ({ ...node, x: (at[i]?.x ?? 0) / reach, y: (at[i]?.y ?? 0) / reach }));
}

export function resultGexf({ nodes, edges }: ResultGraph): string {
  const nodeLines = nodes.map(
    ({ id, name, label }) =>
      `<node id="${escapeXml(id)}" label="${escapeXml(name)}"><attvalues><attvalue for="label" value="${escapeXml(label)}"/></attvalues></node>\n`,
  );
  const edgeLines = edges.map(
    ({ from, to, type }, i) => `<edge id="${i}" source="${escapeXml(from)}" target="${escapeXml(to)}" label="${escapeXml(type)}"/>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n<graph defaultedgetype="directed">\n<attributes class="node"><attribute id="label" title="label" type="string"/></attributes>\n<nodes>\n${nodeLines.join('')}</nodes>\n<edges>\n${edgeLines.join('')}</edges>\n</graph>\n</gexf>\n`;
}
