// Every question of the gallery, as it is shown, on both stores over the bundled samples: each answers something, and both answer the same.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { TOOLS } from '../../src/mcp/create-mcp-server.ts';
import type { CypherResponse, Json } from '../../src/shared/api/cypher.ts';
import type { GalleryItem } from '../../src/shared/api/gallery.ts';
import { readGallery } from '../../src/store/gallery.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import { openSampleGraph, type SampleGraph } from '../sample-graph.ts';

let samples: SampleGraph;
let neo4j: GraphStore;
beforeAll(async () => {
  neo4j = await Neo4jStore.open(inject('neo4j'));
  await neo4j.migrate();
  await neo4j.clear();
  samples = await openSampleGraph();
  await samples.copyTo(neo4j);
});
afterAll(async () => {
  await neo4j?.clear();
  await neo4j?.close();
  await samples?.close();
});

const ask = (store: GraphStore, { query, params }: GalleryItem, values: Record<string, string> = {}): Promise<CypherResponse> =>
  store.query({
    query,
    params: { ...Object.fromEntries(params.map(({ name, example }) => [name, example])), ...values },
    limit: 1_000,
    timeoutMs: 30_000,
  });

/** What `collect` gathers has no order. */
const sorted = (value: Json): Json =>
  Array.isArray(value) ? [...value].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value;
const rowsOf = ({ rows }: CypherResponse): Json[][] => rows.map((row) => row.map(sorted));

test('both stores hold the same samples', async () => {
  expect((await neo4j.stats()).fingerprint).toBe((await samples.store.stats()).fingerprint);
});

test('there are at least twenty questions', () => {
  expect(readGallery().length).toBeGreaterThanOrEqual(20);
});

describe.each(readGallery())('$id', (item) => {
  test('answers the same rows in the same order on both stores, and some', async () => {
    const [embedded, large] = [await ask(samples.store, item), await ask(neo4j, item)];
    expect(embedded.columns).toEqual(large.columns);
    expect(embedded.rows.length).toBeGreaterThan(0);
    expect(rowsOf(embedded)).toEqual(rowsOf(large));
  });

  test('shows no integer or object where a reader expects words', async () => {
    const { columns, rows } = await ask(samples.store, item);
    const nested = rows.flatMap((row) => row.flatMap((value, i) => (isPlain(value) ? [] : [[columns[i], value]])));
    expect(nested).toEqual([]);
  });

  if (item.params.some(({ name }) => name === 'id' || name === 'from')) {
    test('answers nothing, not an error, for a thing that is not there and for a hostile one', async () => {
      for (const id of ['method:none', `'"\`}) DETACH DELETE n //`]) {
        const values = Object.fromEntries(item.params.map(({ name }) => [name, id]));
        for (const store of [samples.store, neo4j]) {
          const { rows } = await ask(store, item, values);
          // "Never tried with a thing that is not there" is everything.
          if (!/never/i.test(item.title.en)) expect(rows).toEqual([]);
        }
      }
    });
  }
});

function isPlain(value: Json): boolean {
  if (Array.isArray(value)) return value.every((part) => typeof part === 'string');
  return value === null || typeof value !== 'object';
}

describe('the tools for agents answer the same on both stores', () => {
  const calls: Readonly<Record<string, Record<string, unknown>>> = {
    search: { query: 'qwen' },
    paper: { id: '2602.10575' },
    entity: { id: 'method:grpo' },
    papers_sharing: { things: ['method:grpo', 'method:chain-of-thought'] },
    path: { from: 'method:vla', to: 'method:grpo', limit: 10 },
    matrix: {},
    leaderboard: { benchmark: 'benchmark:aime-2024' },
    run_cypher: { query: 'MATCH (p:Paper) RETURN p.id AS id, p.title AS title ORDER BY id', limit: 5 },
  };
  test.each(TOOLS.map((tool) => ({ name: tool.name, tool })))('$name', async ({ name, tool }) => {
    const args = tool.input.parse(calls[name]);
    const answers = await Promise.all(
      [samples.store, neo4j].map((graph) => tool.run(args, { graph, signal: AbortSignal.timeout(60_000) })),
    );
    const [embedded, large] = answers.map((answer) => sortedLists(tool.output.parse({ ...answer, ...('ms' in answer ? { ms: 0 } : {}) })));
    expect(JSON.stringify(embedded).length).toBeGreaterThan(200);
    expect(embedded).toEqual(large);
  });
});

/** Aliases come in the order in which they were first seen, which a store need not keep. */
function sortedLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((part) => typeof part === 'string') ? [...value].sort() : value.map(sortedLists);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, sortedLists(part)]));
}

/** Answers that can be worked out another way. */
describe('what the questions answer is true', () => {
  const column = ({ columns, rows }: CypherResponse, name: string): Json[] => rows.map((row) => row[columns.indexOf(name)] ?? null);
  const item = (id: string): GalleryItem => {
    const found = readGallery().find((candidate) => candidate.id === id);
    if (!found) throw new Error(`no question ${id}`);
    return found;
  };
  const free = (query: string, params: Record<string, Json> = {}): Promise<CypherResponse> =>
    samples.store.query({ query, params, limit: 1_000, timeoutMs: 10_000 });

  test('benchmarks untried with a technique are those of the graph less those tried', async () => {
    const tried = column(await ask(samples.store, item('technique-measured-on')), 'benchmark');
    const untried = column(await ask(samples.store, item('technique-benchmarks-untried')), 'benchmark');
    const all = column(await free('MATCH (b:Benchmark)<-[:EVALUATES_ON]-(p:Paper) RETURN DISTINCT b.name AS name'), 'name');
    expect([...new Set([...tried, ...untried])].sort()).toEqual([...all].sort());
    expect(untried.filter((name) => tried.includes(name))).toEqual([]);
  });

  test('papers that share a base model are every pair of its papers, once', async () => {
    const pairs = column(await ask(samples.store, item('base-models-shared')), 'model').length;
    const counts = column(await free('MATCH (p:Paper)-[:BUILDS_ON]->(m:Model) WITH m, count(DISTINCT p) AS n RETURN n'), 'n') as number[];
    expect(pairs).toBe(counts.reduce((sum, n) => sum + (n * (n - 1)) / 2, 0));
  });

  test('the newest variants stand in order of their date, and the technique itself is none', async () => {
    const answer = await ask(samples.store, item('technique-newest-variants'));
    const dates = column(answer, 'firstSeen') as string[];
    expect(dates).toEqual([...dates].sort().reverse());
    expect(column(answer, 'variant')).not.toContain('GRPO');
  });

  test('what a field adopted since a date was not used in it before', async () => {
    const answer = await ask(samples.store, item('field-adopted-since'));
    const used = await free(
      "MATCH (m:Method)<-[:PROPOSES|USES]-(p:Paper)-[:IN_FIELD]->(:Field)-[:PART_OF*0..4]->(:Field {id: 'field:embodied-ai'}) WHERE p.date < '2026-02-01' RETURN DISTINCT m.id AS id",
    );
    const before = new Set(column(used, 'id'));
    expect(before.size).toBeGreaterThan(0);
    expect(column(answer, 'id').filter((id) => before.has(id))).toEqual([]);
  });
});
