// What a store promises about a user's own queries: read-only, capped, timed, in one shape.
import { expect } from 'vitest';
import type { CypherResponse, Json } from '../../src/shared/api/cypher.ts';
import type { ErrorCode } from '../../src/shared/errors.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { ContractCase } from './graph-store-contract.ts';
import { makeEdge, makeEntity, makePaper, makePatch, makeSyntheticPatch } from './make-graph.ts';

const ask = (
  store: GraphStore,
  query: string,
  params: Record<string, Json> = {},
  more: { limit?: number; timeoutMs?: number; signal?: AbortSignal } = {},
): Promise<CypherResponse> => store.query({ query, params, limit: 100, timeoutMs: 10_000, ...more });

const grpo = makeEntity('method:grpo', ['Method'], { name: 'GRPO' });
const graph = makePatch({ papers: [makePaper('1')], entities: [grpo], paperEdges: [makeEdge('1', 'method/uses', grpo)] });

/** Never let through, by whichever layer: text and the codes it may fail with. */
const HOSTILE: readonly (readonly [query: string, ...codes: ErrorCode[]])[] = [
  ['CREATE (n:X)', 'write_refused'],
  ['MERGE (n:Paper {id: 1}) RETURN n', 'write_refused'],
  ['MATCH (n) SET n.x = 1', 'write_refused'],
  ['MATCH (n) REMOVE n:Paper', 'write_refused'],
  ['MATCH (n) DETACH DELETE n', 'write_refused'],
  ['MATCH (n)\n/* x */ DELETE n', 'write_refused'],
  ['MATCH (n) FOREACH (x IN [1] | SET n.y = 1)', 'write_refused'],
  ['CALL { CREATE (n:X) RETURN n } RETURN n', 'write_refused'],
  ["LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r", 'write_refused'],
  ["LOAD/**/CSV FROM 'file:///etc/passwd' AS r RETURN r", 'write_refused'],
  [
    "MATCH (n) RETURN CASE WHEN true THEN COLLECT { LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r[0] } ELSE [] END AS x",
    'write_refused',
  ],
  ["\\u004cOAD CSV FROM 'file:///etc/passwd' AS r RETURN r", 'syntax'],
  ["RETURN 'a\\u0027 AS x MATCH (n) DETACH DELETE n //'", 'syntax'],
  ['CALL dbms.listConfig() YIELD name RETURN name', 'write_refused'],
  ['CALL db.labels() YIELD label RETURN label', 'write_refused'],
  ["RETURN apoc.cypher.runFirstColumnSingle('MATCH (n) RETURN n', {}) AS x", 'write_refused'],
  ['SHOW TRANSACTIONS', 'write_refused'],
  ["TERMINATE TRANSACTIONS 'x'", 'write_refused'],
  ['USE system MATCH (n) RETURN n', 'write_refused'],
  ['DROP INDEX foo', 'write_refused'],
  ['CREATE INDEX foo FOR (n:X) ON (n.id)', 'write_refused'],
  ['RETURN 1 AS x; MATCH (n) DETACH DELETE n', 'write_refused', 'syntax'],
  ['RETURN 1 AS x; RETURN 2 AS x', 'syntax'],
  [`RETURN ${'('.repeat(600)}1${')'.repeat(600)} AS x`, 'too_large'],
  [`RETURN ${'NOT '.repeat(600)}true AS x`, 'too_large'],
  [`RETURN ${'true OR '.repeat(1_000)}true AS x`, 'too_large'],
  [`RETURN '${'x'.repeat(30_000)}' AS x`, 'too_large'],
  ["RETURN 'open", 'syntax'],
  ['', 'syntax'],
  ['   // nothing', 'syntax'],
];

export const QUERY_CASES: readonly ContractCase[] = [
  {
    name: 'nodes, edges and paths are shown under our ids',
    run: async ({ store }) => {
      await store.apply(graph);
      const { columns, rows } = await ask(store, 'MATCH p = (a:Paper)-[r:USES]->(m:Method {id: $id}) RETURN m, r, p, labels(m) AS l', {
        id: grpo.id,
      });
      expect(columns).toEqual(['m', 'r', 'p', 'l']);
      const [m, r, p] = rows[0] as Record<string, Json>[];
      expect(m).toEqual({
        id: grpo.id,
        labels: ['Entity', 'Method'],
        name: 'GRPO',
        aliases: ['GRPO'],
        firstSeen: '2026-01-01',
        lastSeen: '2026-01-01',
      });
      expect(r).toMatchObject({ from: 'paper:1', to: grpo.id, type: 'USES', role: 'method/uses', confidence: 0.9, start: 30 });
      expect(p).toMatchObject({ nodes: [{ id: 'paper:1' }, { id: grpo.id }], edges: [{ from: 'paper:1', to: grpo.id }] });
    },
  },
  {
    name: 'an edge alone still names both its ends',
    run: async ({ store }) => {
      await store.apply(graph);
      const { rows } = await ask(store, 'MATCH ()-[r:USES]->() RETURN r');
      expect(rows[0]?.[0]).toMatchObject({ from: 'paper:1', to: grpo.id });
    },
  },
  {
    name: 'a node beside an unnamed count stays a node',
    run: async ({ store }) => {
      await store.apply(graph);
      const { columns, rows } = await ask(store, 'MATCH (m:Method)<-[:USES]-(p) RETURN m, count(*) ORDER BY count(*) DESC LIMIT 1;');
      expect(columns).toEqual(['m', 'count(*)']);
      expect(rows[0]).toMatchObject([{ id: grpo.id }, 1]);
    },
  },
  {
    name: 'numbers, dates and lists arrive as JSON, large integers as text',
    run: async ({ store }) => {
      const { rows } = await ask(
        store,
        "RETURN 2017 AS a, 7 / 2 AS b, 9007199254740993 AS c, date('2026-01-31') AS d, 0.5 AS e, [1, null, 'x'] AS f, {k: {l: true}} AS g, null AS h",
      );
      expect(rows).toEqual([[2017, 3, '9007199254740993', '2026-01-31', 0.5, [1, null, 'x'], { k: { l: true } }, null]]);
    },
  },
  {
    name: 'whole numbers in parameters are integers',
    run: async ({ store }) => {
      const { rows } = await ask(store, 'UNWIND $list AS x WITH x ORDER BY x SKIP $skip LIMIT $limit RETURN x, x / 2 AS half', {
        list: [1, 2, 3, 4, 5],
        skip: 1,
        limit: 2,
      });
      expect(rows).toEqual([
        [2, 1],
        [3, 1],
      ]);
    },
  },
  {
    name: 'parameters come back unchanged, whatever they hold',
    run: async ({ store }) => {
      const value = { text: `'"\`\\ $x {y} \n 中文 🧠`, deep: [[{ a: [1, 2.5, -0.25, true, null] }]], 'odd key': '' };
      expect((await ask(store, 'RETURN $value AS v', { value })).rows).toEqual([[value]]);
    },
  },
  {
    name: 'answers are capped by rows, and say so',
    run: async ({ store }) => {
      expect(await ask(store, 'UNWIND range(1, 10) AS i RETURN i', {}, { limit: 10 })).toMatchObject({ truncated: false });
      const capped = await ask(store, 'UNWIND range(1, 11) AS i RETURN i', {}, { limit: 10 });
      expect([capped.rows.length, capped.truncated]).toEqual([10, true]);
    },
  },
  {
    name: 'answers are capped by bytes',
    run: async ({ store }) => {
      const kilo = 'x'.repeat(1_000);
      const { rows, truncated } = await ask(
        store,
        'UNWIND range(1, 1000) AS i RETURN [j IN range(1, 40) | $kilo] AS a',
        { kilo },
        { limit: 1_000 },
      );
      expect(truncated).toBe(true);
      expect(JSON.stringify(rows).length).toBeLessThan(20_000_000);
      await expect(ask(store, 'RETURN [j IN range(1, 20000) | $kilo] AS a', { kilo })).rejects.toMatchObject({ code: 'too_large' });
    },
  },
  {
    name: 'a result of very many rows is cut without being held in memory',
    run: async ({ store }) => {
      const before = process.memoryUsage().heapUsed;
      const query = "UNWIND range(1, 300000) AS i RETURN i, 'some text that makes a row longer than a number' AS t, [i, i, i] AS l";
      const { rows, truncated } = await ask(store, query, {}, { limit: 10, timeoutMs: 60_000 });
      expect([rows.length, truncated]).toEqual([10, true]);
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000);
    },
  },
  {
    name: 'no hostile text gets through, and the graph is as before',
    run: async ({ store }) => {
      await store.apply(graph);
      const before = await store.stats();
      for (const [query, ...codes] of HOSTILE) {
        const outcome = await ask(store, query).then(
          () => 'let through',
          (error: { code?: string }) => error.code,
        );
        expect(codes, query.slice(0, 80)).toContain(outcome);
      }
      expect(await store.stats()).toEqual(before);
    },
  },
  {
    name: 'names that look like keywords are names',
    run: async ({ store }) => {
      await store.apply(graph);
      const { rows } = await ask(
        store,
        "MATCH ()-[r:USES]->(n) RETURN r.start AS start, {set: 1, delete: 2} AS m, 'CREATE (n)' AS s, n.create AS c // DELETE n",
      );
      expect(rows).toEqual([[30, { set: 1, delete: 2 }, 'CREATE (n)', null]]);
    },
  },
  {
    name: 'a syntax error says where',
    run: async ({ store }) => {
      await expect(ask(store, 'MATCH (n:Paper)\nRETRUN n')).rejects.toMatchObject({ code: 'syntax', line: 2 });
      await expect(ask(store, 'RETURN nothing_such(1) AS x')).rejects.toMatchObject({ code: 'syntax' });
      await expect(ask(store, 'MATCH (n) RETURN m')).rejects.toMatchObject({ code: 'syntax' });
    },
  },
  {
    name: 'a missing parameter is named',
    run: async ({ store }) => {
      await expect(ask(store, 'RETURN $absent AS x')).rejects.toMatchObject({ code: 'missing_parameter', detail: '$absent' });
    },
  },
  {
    name: 'parameters that nest too deep are refused',
    run: async ({ store }) => {
      let deep: Json = 1;
      for (let i = 0; i < 5_000; i++) deep = [deep];
      await expect(ask(store, 'RETURN $deep AS x', { deep })).rejects.toMatchObject({ code: 'bad_request' });
    },
  },
  {
    name: 'a query that takes too long is stopped, and the store goes on',
    run: async ({ store }) => {
      await store.apply(graph);
      const before = await store.stats();
      for (const query of [
        'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 1000) AS c RETURN count(*) AS n',
        'RETURN reduce(s = 0, x IN range(1, 400000000) | s + x) AS n',
      ]) {
        const start = performance.now();
        await expect(ask(store, query, {}, { timeoutMs: 500 })).rejects.toMatchObject({
          code: expect.stringMatching(/^(timeout|too_large)$/),
        });
        expect(performance.now() - start).toBeLessThan(5_000);
        expect((await ask(store, 'MATCH (p:Paper) RETURN count(p) AS n')).rows).toEqual([[1]]);
      }
      expect(await store.stats()).toEqual(before);
    },
  },
  {
    name: 'a query can be cancelled',
    run: async ({ store }) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 200);
      const start = performance.now();
      const query = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 1000) AS c RETURN count(*) AS n';
      await expect(ask(store, query, {}, { timeoutMs: 30_000, signal: controller.signal })).rejects.toMatchObject({ code: 'timeout' });
      expect(performance.now() - start).toBeLessThan(5_000);
      await expect(ask(store, 'RETURN 1 AS x', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'timeout' });
    },
  },
  {
    name: 'reading and writing go on side by side while a query is stopped',
    run: async ({ store }) => {
      const slow = ask(
        store,
        'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 1000) AS c RETURN count(*) AS n',
        {},
        { timeoutMs: 400 },
      ).catch((error: { code: string }) => error.code);
      const writes = [0, 10, 20, 30].map((i) => store.apply(makeSyntheticPatch(i, i + 10, 5)));
      const reads = Array.from({ length: 20 }, () => store.run('node-ids-page', { label: 'Paper', after: '', limit: 5 }));
      await Promise.all([...writes, ...reads]);
      expect(await slow).toBe('timeout');
      expect((await store.stats()).papers).toBe(40);
    },
  },
  {
    name: 'a registry query refuses parameters that are not in its schema',
    run: async ({ store }) => {
      await expect(store.run('nodes-by-ids', { label: 'Paper; DROP' as 'Paper', ids: [] })).rejects.toThrow();
      await expect(store.run('ledger-seq', { id: 1 as unknown as string })).rejects.toThrow();
    },
  },
];
