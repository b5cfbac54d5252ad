// One JSON object a line: nodes first, then edges. `{"kind":"node","id","labels","properties"}`, `{"kind":"edge","id","from","type","to","properties"}`.
import type { GraphStore } from '../store/graph-store.ts';
import { readEdgePages, readNodePages } from './read-graph.ts';

export async function* jsonl(store: GraphStore): AsyncGenerator<string> {
  for await (const page of readNodePages(store))
    yield page.map(({ id, labels, properties }) => `${JSON.stringify({ kind: 'node', id, labels, properties })}\n`).join('');
  for await (const page of readEdgePages(store))
    yield page
      .map(({ id, from, type, to, properties }) => `${JSON.stringify({ kind: 'edge', id, from, type, to, properties })}\n`)
      .join('');
}
