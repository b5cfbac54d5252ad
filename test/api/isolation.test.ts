// A server's embedded store: users' queries run on a copy in another process, see what was written before them, and harm nobody else.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GrafeoStore } from '../../src/store/grafeo/grafeo-store.ts';
import { makeSyntheticPatch } from '../contract/make-graph.ts';

const folder = mkdtempSync(join(tmpdir(), 'isolation-'));
const RUNAWAY =
  'UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 300) AS c WITH a, b, c WHERE a + b + c = -1 RETURN count(a) AS n';
let store: GrafeoStore;
const count = async (): Promise<unknown> =>
  (await store.query({ query: 'MATCH (p:Paper) RETURN count(p) AS papers', params: {}, limit: 10, timeoutMs: 20_000 })).rows[0]?.[0];
const copies = (): string[] => readdirSync(folder).filter((name) => name.includes('.query-'));

beforeAll(async () => {
  // Left by a process that was killed.
  writeFileSync(join(folder, 'graph.grafeo.query-1-0'), 'half a copy');
  store = await GrafeoStore.open({ path: join(folder, 'graph.grafeo'), isolateQueries: true });
  await store.migrate();
  await store.apply(makeSyntheticPatch(0, 30));
});
afterAll(async () => {
  await store.close();
  expect(copies()).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});

test('a query sees every write that was acknowledged before it, and old copies go', async () => {
  expect(copies()).toEqual([]);
  expect(await count()).toBe(30);
  await store.apply(makeSyntheticPatch(30, 40));
  expect(await Promise.all([count(), count(), count()])).toEqual([40, 40, 40]);
  // Three at once were answered by three processes of one copy.
  expect(copies()).toHaveLength(3);
  await store.apply(makeSyntheticPatch(0, 1));
  expect(await count()).toBe(40);
  expect(copies()).toHaveLength(1);
});

test('a runaway query is stopped by its clock; reads and writes go on meanwhile, in the process they were in', async () => {
  const { pid } = store;
  const runaway = store.query({ query: RUNAWAY, params: {}, limit: 10, timeoutMs: 3_000 }).catch((error: unknown) => error);
  let reads = 0;
  let isOver = false;
  void runaway.then(() => {
    isOver = true;
  });
  while (!isOver) {
    await store.run('papers-count', { from: '', to: '', word: '', more: [], inIds: false });
    reads++;
    if (reads === 2) expect(await count()).toBe(40);
    if (reads === 3) await store.apply(makeSyntheticPatch(40, 42));
  }
  expect(await runaway).toMatchObject({ code: 'timeout' });
  expect([store.pid, reads > 5]).toEqual([pid, true]);
  expect(await count()).toBe(42);
});

test('what would write is refused there as everywhere', async () => {
  const before = await store.stats();
  await expect(store.query({ query: 'CREATE (n:Paper {id: "x"}) RETURN n', params: {}, limit: 1, timeoutMs: 5_000 })).rejects.toMatchObject(
    {
      code: 'write_refused',
    },
  );
  expect(await store.stats()).toEqual(before);
});

test('a check tells what running would say, runs nothing, and neither waits for nor ends a runaway', async () => {
  const check = (query: string, params = {}): Promise<unknown> =>
    store.check({ query, params, timeoutMs: 2_000 }).then(
      () => null,
      (error: unknown) => error,
    );
  const runaways = [1, 2].map(() =>
    store.query({ query: RUNAWAY, params: {}, limit: 10, timeoutMs: 3_000 }).catch((error: unknown) => error),
  );
  expect(await check('MATCH (p:Paper {id: $id}) RETURN p.title AS title', { id: 'paper:none' })).toBeNull();
  expect(await check(RUNAWAY)).toBeNull();
  expect(await check('MATCH (p:Paper)\nRETRUN p')).toMatchObject({ code: 'syntax', line: 2, column: 1 });
  expect(await check('MATCH (p:Paper {id: $id}) RETURN p')).toMatchObject({ code: 'missing_parameter' });
  expect(await check('MATCH (p:Paper) DELETE p')).toMatchObject({ code: 'write_refused', line: 1, column: 17 });
  expect((await Promise.all(runaways)).map((error) => (error as { code: string }).code)).toEqual(['timeout', 'timeout']);
});
