// A real Neo4j keeps the contract; and what only it promises: clear refusals on opening, a label prefix, and a shared database left alone.
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Neo4jConnection } from '../../src/store/neo4j/connection.ts';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import { fingerprintOf } from './expected-stats.ts';
import { graphStoreContract } from './graph-store-contract.ts';
import { makeSyntheticPatch } from './make-graph.ts';
import { makeTcpProxy } from './tcp-proxy.ts';

const server = inject('neo4j');

const proxy = await makeTcpProxy(Number(new URL(server.uri).port));
afterAll(() => proxy.close());

graphStoreContract('neo4j', {
  open: () => Neo4jStore.open({ ...server, uri: `bolt://127.0.0.1:${proxy.port}` }),
  breakConnection: async () => proxy.cut(),
});

describe('neo4j alone', () => {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
  beforeAll(async () => {
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
  });
  afterAll(() => driver.close());

  test('a wrong password, a wrong database and a wrong address are told apart', async () => {
    await expect(Neo4jStore.open({ ...server, password: 'not-the-password' })).rejects.toMatchObject({ code: 'store_auth' });
    await expect(Neo4jStore.open({ ...server, database: 'nosuch' })).rejects.toMatchObject({ code: 'store_database_missing' });
    await expect(Neo4jStore.open({ ...server, uri: 'bolt://127.0.0.1:1' })).rejects.toMatchObject({ code: 'store_unavailable' });
    await expect(Neo4jStore.open({ ...server, uri: 'http://127.0.0.1' })).rejects.toMatchObject({ code: 'bad_setting' });
    await expect(Neo4jStore.open({ ...server, labelPrefix: 'a-b' })).rejects.toMatchObject({ code: 'bad_setting' });
  });

  test('a server older than 5.13 is refused by its version', async () => {
    // A real server behind a proxy that lies about its version.
    const old = await makeTcpProxy(Number(new URL(server.uri).port), { from: 'Neo4j/5.26.', to: 'Neo4j/5.12.' });
    await expect(Neo4jStore.open({ ...server, uri: `bolt://127.0.0.1:${old.port}` })).rejects.toMatchObject({
      code: 'store_too_old',
      detail: expect.stringContaining('5.12.'),
    });
    await old.close();
  });

  test('a query of the registry that reads is sent where nothing can be written', async () => {
    const connection = new Neo4jConnection({
      ...server,
      database: '',
      labelPrefix: '',
      maxAnswerBytes: 1,
      connectTimeoutMs: 5_000,
      retryTimeMs: 1_000,
    });
    const rows = [['paper:x', 'T', '', null, '', 'en', []]];
    await expect(connection.read({ run: 'add-papers', params: { rows } })).rejects.toMatchObject({ code: 'write_refused' });
    await expect(connection.read({ run: 'lock-papers', params: { ids: ['paper:x'] } })).rejects.toMatchObject({ code: 'write_refused' });
    await connection.close();
  });

  test('it says what it is, without secrets', async () => {
    const store = await Neo4jStore.open({ ...server, database: 'neo4j' });
    const words = await store.describe();
    expect(words).toMatch(/^Neo4j 5\.\d+\.\d+, bolt:\/\/127\.0\.0\.1:\d+, database neo4j$/);
    expect(words).not.toContain(server.password);
    await store.close();
  });

  test('neo4j:// routing works as bolt:// does', async () => {
    const store = await Neo4jStore.open({ ...server, uri: server.uri.replace('bolt:', 'neo4j:') });
    await store.migrate();
    await store.apply(makeSyntheticPatch(0, 5, 3));
    expect((await store.stats()).papers).toBe(5);
    await store.clear();
    await store.close();
  });

  test('with a label prefix a second graph and a stranger share a database, and clearing one leaves the others', async () => {
    await driver.executeQuery("CREATE (:Customer {id: 'c'})-[:BOUGHT]->(:Model {id: 'model:car', name: 'Car'})");
    const prefixed = await Neo4jStore.open({ ...server, labelPrefix: 'A_' });
    const other = await Neo4jStore.open(server);
    await Promise.all([prefixed.migrate(), other.migrate()]);
    const graph = makeSyntheticPatch(0, 30, 5);
    await prefixed.apply(graph);
    await other.apply(graph);
    expect((await prefixed.stats()).fingerprint).toBe(fingerprintOf(graph));
    expect(
      (await prefixed.query({ query: 'MATCH (m:A_Model) RETURN m LIMIT 1', params: {}, limit: 1, timeoutMs: 5_000 })).rows[0],
    ).toMatchObject([{ labels: ['Entity', 'Model'] }]);
    await prefixed.clear();
    expect((await prefixed.stats()).papers).toBe(0);
    expect((await other.stats()).fingerprint).toBe(fingerprintOf(graph));
    await other.clear();
    const { records } = await driver.executeQuery('MATCH (a:Customer)-[:BOUGHT]->(b:Model) RETURN count(*) AS n');
    expect(Number(records[0]?.get('n'))).toBe(1);
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
    await Promise.all([prefixed.close(), other.close()]);
  });

  test('processes that open an empty database at once all find the schema made', async () => {
    const stores = await Promise.all([1, 2, 3, 4].map(() => Neo4jStore.open({ ...server, labelPrefix: 'Once_' })));
    await Promise.all(stores.map((store) => store.migrate()));
    await Promise.all(stores.map((store, i) => store.apply(makeSyntheticPatch(i, i + 1, 3))));
    expect((await stores[0]?.stats())?.fingerprint).toBe(fingerprintOf(makeSyntheticPatch(0, 4, 3)));
    await stores[0]?.clear();
    await Promise.all(stores.map((store) => store.close()));
  });

  test('whole numbers are stored as integers', async () => {
    const store = await Neo4jStore.open(server);
    await store.migrate();
    await store.apply(makeSyntheticPatch(0, 3, 3));
    const { records } = await driver.executeQuery(
      'MATCH ()-[r:USES|COMPARES_WITH|PROPOSES|BUILDS_ON|IN_FIELD]->() RETURN DISTINCT toString(r.start) AS s',
    );
    expect(records.map((record) => record.get('s'))).toEqual(['30']);
    await store.clear();
    await store.close();
  });
});
