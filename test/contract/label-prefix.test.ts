// A shared Neo4j with a label prefix: gallery, questions in words, tools for agents and the console answer what they answer without one.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { TOOLS } from '../../src/mcp/create-mcp-server.ts';
import { ask } from '../../src/pipeline/ask.ts';
import type { CypherResponse, Json } from '../../src/shared/api/cypher.ts';
import { readGallery } from '../../src/store/gallery.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import { prefixUserLabels } from '../../src/store/neo4j/prefix-user-labels.ts';
import { openSampleGraph, type SampleGraph } from '../sample-graph.ts';

let samples: SampleGraph;
let store: GraphStore;
beforeAll(async () => {
  store = await Neo4jStore.open({ ...inject('neo4j'), labelPrefix: 'Lab7_' });
  await store.migrate();
  await store.clear();
  samples = await openSampleGraph();
  await samples.copyTo(store);
});
afterAll(async () => {
  await store?.clear();
  await store?.close();
  await samples?.close();
});

const query = (graph: GraphStore, text: string, params: Record<string, Json> = {}): Promise<CypherResponse> =>
  graph.query({ query: text, params, limit: 1_000, timeoutMs: 30_000 });
/** What `collect` gathers has no order, and what `labels` answers is the database's own. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const parts = value.map(plain);
    return parts.every((part) => typeof part === 'string') ? parts.sort() : parts;
  }
  if (typeof value === 'string') return value.replace(/^Lab7_/, '');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === 'ms' ? 0 : plain(part)]));
};

test('the labels of this database have the prefix', async () => {
  const { rows } = await query(store, "MATCH (n:Lab7_Entity {id: 'method:grpo'}) RETURN labels(n) AS labels");
  expect([rows[0]?.[0]].flat().sort()).toEqual(['Lab7_Entity', 'Lab7_Method']);
});

test.each(readGallery())('gallery: $id', async ({ query: text, params }) => {
  const given = Object.fromEntries(params.map(({ name, example }) => [name, example]));
  const [without, prefixed] = [await query(samples.store, text, given), await query(store, text, given)];
  expect(prefixed.rows.length).toBeGreaterThan(0);
  expect(plain(prefixed)).toEqual(plain(without));
});

test.each(['which papers build on Qwen2.5-VL-7B?', '哪些论文用了 GRPO', 'which methods were evaluated on AIME 2024'])(
  'in words: %s',
  async (question) => {
    const answers = await Promise.all(
      [samples.store, store].map((graph) => ask({ question, limit: 100 }, { graph, resolver: samples.workspace.deps.resolver })),
    );
    expect(answers[1]?.understood).toBe(true);
    expect(answers[1]?.answer?.rows.length).toBeGreaterThan(0);
    expect(plain(answers[1])).toEqual(plain(answers[0]));
  },
);

const CALLS: Readonly<Record<string, Record<string, unknown>>> = {
  search: { query: 'qwen' },
  paper: { id: '2602.10575' },
  entity: { id: 'GRPO' },
  papers_sharing: { things: ['GRPO', 'method:chain-of-thought'] },
  path: { from: 'method:vla', to: 'method:grpo', limit: 10 },
  matrix: {},
  leaderboard: { benchmark: 'AIME 2024' },
  run_cypher: { query: 'MATCH (p:Paper) RETURN p.id AS id, p.title AS title ORDER BY id', limit: 5 },
};
test.each(TOOLS.map((tool) => ({ name: tool.name, tool })))('for agents: $name', async ({ name, tool }) => {
  const args = tool.input.parse(CALLS[name]);
  const [without, prefixed] = await Promise.all(
    [samples.store, store].map((graph) => tool.run(args, { graph, signal: AbortSignal.timeout(60_000) })),
  );
  expect(JSON.stringify(prefixed).length).toBeGreaterThan(200);
  expect(plain(prefixed)).toEqual(plain(without));
});

describe('the console', () => {
  test('a mistake stands where the user wrote it, on a run and on a check', async () => {
    const wrong = 'MATCH (p:Paper)-[:USES]->(m:Method) RETRUN p';
    const at = { code: 'syntax', line: 1, column: wrong.indexOf('RETRUN') + 1 };
    await expect(query(store, wrong)).rejects.toMatchObject(at);
    await expect(store.check({ query: wrong, params: {}, timeoutMs: 5_000 })).rejects.toMatchObject(at);
    await expect(store.check({ query: 'MATCH (p:Paper) RETURN p', params: {}, timeoutMs: 5_000 })).resolves.toBeUndefined();
    await expect(store.check({ query: 'MATCH (p:Paper) DELETE p', params: {}, timeoutMs: 5_000 })).rejects.toMatchObject({
      code: 'write_refused',
    });
  });

  test.each([
    ['MATCH (p:Paper)-[:USES]->(m:Method|Model) RETURN p', 'MATCH (p:X_Paper)-[:USES]->(m:X_Method|X_Model) RETURN p'],
    ['MATCH (n:Entity&!(Field|Benchmark)) RETURN n', 'MATCH (n:X_Entity&!(X_Field|X_Benchmark)) RETURN n'],
    [
      'MATCH (n) WHERE n:Paper AND EXISTS { MATCH (n)-->(m:Field) } RETURN n',
      'MATCH (n) WHERE n:X_Paper AND EXISTS { MATCH (n)-->(m:X_Field) } RETURN n',
    ],
    ["RETURN ':Paper' AS x, {a: Paper, b: Method} AS y // :Paper", "RETURN ':Paper' AS x, {a: Paper, b: Method} AS y // :Paper"],
    ['MATCH (n:Other {id: $Paper}) RETURN n.Paper AS Method', 'MATCH (n:Other {id: $Paper}) RETURN n.Paper AS Method'],
    ['MATCH (n:X_Paper:Field) RETURN n', 'MATCH (n:X_Paper:X_Field) RETURN n'],
  ])('%s', (own, sent) => {
    expect(prefixUserLabels(own, 'X_').text).toBe(sent);
    expect(prefixUserLabels(own, '').text).toBe(own);
  });
});
