// The graph as a Cypher script for `cypher-shell` or any Neo4j 5: statements end with a semicolon at the end of a line, and running it twice
// changes nothing. This is the one place that writes Cypher out of data: there is no parameter in a script. Every text goes through
// `toCypherText`; labels and types come from the ontology. A Paperloom that is started on the result finds its graph there.
import type { GraphStore } from '../store/graph-store.ts';
import { type ExportedEdge, type ExportedNode, type NodeKind, readEdgePages, readNodePages, type Value } from './read-graph.ts';

// Measured: the server plans every statement anew; 25 rows cost least a row.
const ROWS_PER_STATEMENT = 25;
const KIND_OF_PREFIX: Readonly<Record<string, NodeKind>> = { paper: 'Paper', result: 'Result' };

export async function* cypherScript(store: GraphStore): AsyncGenerator<string> {
  yield '// A Paperloom graph. Run it with: cypher-shell -f FILE\n';
  for (const kind of ['Paper', 'Entity', 'Result'])
    yield `CREATE CONSTRAINT paperloom_export_${kind.toLowerCase()} IF NOT EXISTS FOR (n:${kind}) REQUIRE n.id IS UNIQUE;\n`;
  for await (const page of readNodePages(store, { keepInternal: true })) yield* statements(page, nodeHead, nodeRow, nodeTail);
  for await (const page of readEdgePages(store)) yield* statements(page, edgeHead, edgeRow, edgeTail);
}

/** Rows of one shape go into one statement. */
function* statements<T>(
  page: readonly T[],
  head: (row: T) => string,
  toRow: (row: T) => string,
  tail: (row: T) => string,
): Generator<string> {
  const groups = new Map<string, T[]>();
  for (const row of page) groups.set(head(row), [...(groups.get(head(row)) ?? []), row]);
  for (const rows of groups.values()) {
    for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT) {
      const part = rows.slice(i, i + ROWS_PER_STATEMENT);
      const first = part[0];
      if (first) yield `UNWIND [\n${part.map(toRow).join(',\n')}\n] AS row\n${tail(first)};\n`;
    }
  }
}

const nodeHead = ({ kind, labels }: ExportedNode): string => `${kind} ${labels.join(' ')}`;
const nodeRow = ({ id, properties }: ExportedNode): string => `{id:${toCypherText(id)},p:${toMap(properties)}}`;
function nodeTail({ kind, labels }: ExportedNode): string {
  const more = kind === 'Entity' ? `, n:${labels.join(':')}` : '';
  return `MERGE (n:${kind} {id: row.id})\nSET n += row.p${more}`;
}

const kindOf = (id: string): NodeKind => KIND_OF_PREFIX[id.slice(0, id.indexOf(':'))] ?? 'Entity';
const edgeHead = ({ fromKind, type, to, properties }: ExportedEdge): string =>
  `${fromKind} ${type} ${kindOf(to)} ${properties['paperId'] === undefined}`;
/** Edges of papers carry their id; the others have none of their own. */
const edgeRow = ({ id, from, fromKind, to, properties, type }: ExportedEdge): string =>
  `{f:${toCypherText(from)},t:${toCypherText(to)},p:${toMap(fromKind === 'Paper' && type !== 'REPORTS' ? { id, ...properties } : properties)}}`;
function edgeTail({ fromKind, type, to, properties }: ExportedEdge): string {
  const key = properties['paperId'] === undefined ? '' : ' {paperId: row.p.paperId}';
  return `MATCH (a:${fromKind} {id: row.f})\nMATCH (b:${kindOf(to)} {id: row.t})\nMERGE (a)-[r:${type}${key}]->(b)\nSET r += row.p`;
}

function toMap(properties: Readonly<Record<string, Value>>): string {
  return `{${Object.entries(properties)
    .map(([name, value]) => `${name}:${toLiteral(value)}`)
    .join(',')}}`;
}

function toLiteral(value: Value): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? toCypherText(value) : `[${value.map(toCypherText).join(',')}]`;
}

/** Quotes, backslashes, control characters, line and paragraph separators are written as escapes; everything else stays as it is. */
function toCypherText(text: string): string {
  return `'${text.replace(/['\\\p{Cc}\u2028\u2029]/gu, escaped)}'`;
}

function escaped(character: string): string {
  if (character === "'") return "\\'";
  if (character === '\\') return '\\\\';
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
