// Both stores, the same patches, the same answers: fingerprint, counts and rows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { GrafeoStore } from '../../src/store/grafeo/grafeo-store.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import { fingerprintOf } from './expected-stats.ts';
import { makeSyntheticPatch } from './make-graph.ts';
import { makeHistory } from './make-history.ts';

const folder = mkdtempSync(join(tmpdir(), 'paperloom-agreement-'));
let stores: GraphStore[];

beforeAll(async () => {
  stores = [await GrafeoStore.open({ path: join(folder, 'graph.grafeo') }), await Neo4jStore.open(inject('neo4j'))];
  for (const store of stores) {
    await store.migrate();
    await store.clear();
  }
});
afterAll(async () => {
  for (const store of stores) await store.clear().finally(() => store.close());
  rmSync(folder, { recursive: true, force: true });
});

const onBoth = async <T>(work: (store: GraphStore) => Promise<T>): Promise<[T, T]> => {
  const [a, b] = stores;
  if (!a || !b) throw new Error('two stores are needed');
  return Promise.all([work(a), work(b)]);
};

test('a random history of adding, changing and retracting ends alike, and the kept counts are what counting finds', async () => {
  for (const [step, patch] of makeHistory(7, 24).entries()) {
    const [a, b] = await onBoth((store) => store.apply(patch));
    expect(a, `step ${step}`).toEqual(b);
    const [x, y] = await onBoth((store) => store.stats());
    expect(x, `step ${step}`).toEqual(y);
    if (step % 6 !== 5) continue;
    const [counted, other] = await onBoth((store) => store.stats({ verify: true }));
    expect(counted, `step ${step}`).toEqual(x);
    expect(other, `step ${step}`).toEqual(x);
  }
});

test('the same rows for the common subset of Cypher', async () => {
  await onBoth((store) => store.clear());
  const graph = makeSyntheticPatch(0, 150);
  await onBoth((store) => store.apply(graph));
  const [stats, other] = await onBoth((store) => store.stats());
  expect(stats).toEqual(other);
  expect(stats.fingerprint).toBe(fingerprintOf(graph));
  const queries = [
    'MATCH (p:Paper)-[:BUILDS_ON]->(m:Model) RETURN m.id, count(p) ORDER BY count(p) DESC, m.id LIMIT 10',
    'MATCH (m:Method)<-[:USES|PROPOSES]-(p:Paper) RETURN m, count(*) AS n ORDER BY n DESC, m.id LIMIT 5',
    "MATCH (m:Method {id: 'method:method-12'})-[:VARIANT_OF*0..]->(root) RETURN root.id AS id ORDER BY id",
    "MATCH p = shortestPath((a:Paper {id: 'paper:2601.000001'})-[*..4]-(b:Paper {id: 'paper:2601.000002'})) RETURN length(p) AS n",
    'MATCH (p:Paper) OPTIONAL MATCH (p)-[r:ASSISTED_BY]->(m) WITH p, collect(m.id) AS models RETURN p.id, size(models) AS n ORDER BY n DESC, p.id LIMIT 5',
    'MATCH (e:Entity) WHERE EXISTS { (e)<-[:TRAINS_ON]-() } RETURN count(e) AS n',
    'MATCH (e:Entity) WHERE e.searchKey CONTAINS $q RETURN e.id AS id ORDER BY id LIMIT 5',
    'MATCH (p:Paper)-[:REPORTS]->(r:Result)-[:ON]->(b) RETURN b.id AS id, max(r.number) AS best ORDER BY id LIMIT 5',
    "MATCH (n) WHERE n.id STARTS WITH 'method:' RETURN CASE WHEN size(n.aliases) > 1 THEN 'many' ELSE 'one' END AS k, count(*) AS n ORDER BY k",
    'CALL { MATCH (p:Paper) RETURN p ORDER BY p.id LIMIT 2 } RETURN p.id AS id ORDER BY id',
    'MATCH (p:Paper) RETURN p.lang AS lang, min(p.date) AS a, avg(size(p.title)) AS b UNION MATCH (p:Paper) RETURN p.lang AS lang, max(p.date) AS a, 1.5 AS b',
  ];
  for (const query of queries) {
    const [a, b] = await onBoth((store) => store.query({ query, params: { q: 'model1' }, limit: 100, timeoutMs: 20_000 }));
    expect({ ...a, ms: 0 }, query).toEqual({ ...b, ms: 0 });
    expect(a.rows.length, query).toBeGreaterThan(0);
  }
});
