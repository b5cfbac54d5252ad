// Every question of the gallery runs as it is shown, is proved a read, and answers something on a small graph or says nothing without failing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cypherResponseSchema } from '../../src/shared/api/cypher.ts';
import { galleryResponseSchema } from '../../src/shared/api/gallery.ts';
import { parseGalleryItem, readGallery } from '../../src/store/gallery.ts';
import { startApi } from './start-api.ts';

const ITEMS = readGallery();
/** Values of the small graph that the tests start with, by the name of the parameter. */
const HERE: Readonly<Record<string, string>> = {
  from: 'paper:2602.00002',
  type: 'USES',
  to: 'method:grpo',
  since: '2026-01-01',
  a: 'method:grpo',
  b: 'benchmark:aime',
  role: 'USES',
};
const ID_OF: Readonly<Record<string, string>> = {
  'paper-relations': 'paper:2602.00001',
  'benchmark-leaderboard': 'benchmark:aime',
  'techniques-never-tried': 'benchmark:nothing',
  'base-model-papers': 'model:qwen2.5-vl-7b',
  'benchmark-models': 'benchmark:aime',
  'benchmark-techniques': 'benchmark:aime',
  'model-ancestors': 'model:qwen2.5-vl-7b',
  'model-lineage': 'model:qwen2.5-vl',
  'papers-alike': 'paper:2602.00001',
};
const FIELD = 'field:robotics';
/** What the small graph has no example of; test/contract asks all of them about the samples, on both stores. */
const MAY_BE_EMPTY = new Set([
  'baselines-most-compared',
  'benchmarks-introduced',
  'field-base-models',
  'field-benchmarks',
  'improvements-claimed',
  'models-assisting',
  'technique-benchmarks-untried',
  'techniques-together',
  'two-things-path',
]);

let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe('the gallery', () => {
  test('is served as the files say', async () => {
    const { status, body } = await api.get('/api/gallery');
    expect(status).toBe(200);
    expect(galleryResponseSchema.parse(body).items).toEqual(ITEMS);
  });

  test('has at least twenty questions, no two alike', () => {
    expect(ITEMS.length).toBeGreaterThanOrEqual(20);
    for (const lang of ['en', 'zh'] as const) expect(new Set(ITEMS.map(({ title }) => title[lang])).size).toBe(ITEMS.length);
    expect(new Set(ITEMS.map(({ query }) => query)).size).toBe(ITEMS.length);
  });

  test.each(ITEMS)('$id has a title in both languages, a limit, and names every parameter it uses', ({ title, query, params }) => {
    expect(title.en).toMatch(/[a-z]/);
    expect(title.zh).toMatch(/\p{Script=Han}/u);
    expect(query).toMatch(/LIMIT \d+$/);
    expect([...new Set([...query.matchAll(/\$(\w+)/g)].map((match) => match[1]))].sort()).toEqual(params.map(({ name }) => name).sort());
  });

  test.each(ITEMS)('$id runs', async ({ id, query, params }) => {
    const values = Object.fromEntries(
      params.map(({ name }) => [
        name,
        name === 'id' ? (ID_OF[id] ?? (id.startsWith('field-') ? FIELD : 'method:grpo')) : (HERE[name] ?? ''),
      ]),
    );
    const { status, body } = await api.send('POST', '/api/cypher', { query, params: values });
    expect(body).not.toHaveProperty('error');
    expect(status).toBe(200);
    const { rows, columns } = cypherResponseSchema.parse(body);
    expect(columns.length).toBeGreaterThan(0);
    if (!MAY_BE_EMPTY.has(id)) expect(rows.length).toBeGreaterThan(0);
  });

  test('a file without its header still has a name', () => {
    expect(parseGalleryItem('x', 'RETURN 1 AS one LIMIT 1\n')).toEqual({
      id: 'x',
      title: { en: 'x', zh: 'x' },
      query: 'RETURN 1 AS one LIMIT 1',
      params: [],
    });
  });
});
