// Leaderboards, lineage and paths on the small graph: numbers with their sentence, families with their papers, ways with evidence.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leaderboardResponseSchema, leaderboardsResponseSchema } from '../../src/shared/api/leaderboards.ts';
import { lineageResponseSchema } from '../../src/shared/api/lineage.ts';
import { paperResponseSchema } from '../../src/shared/api/papers.ts';
import { pathResponseSchema } from '../../src/shared/api/path.ts';
import { startApi } from './start-api.ts';

let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe('leaderboards', () => {
  test('the list names every benchmark with numbers', async () => {
    const { status, body } = await api.get('/api/leaderboards');
    expect(status).toBe(200);
    expect(leaderboardsResponseSchema.parse(body).benchmarks).toEqual([
      { benchmark: { id: 'benchmark:aime', type: 'benchmark', name: 'AIME', nameZh: null }, results: 1, papers: 1 },
    ]);
  });
  test('a board has metric, value as written, subject, paper and the sentence', async () => {
    const { status, body } = await api.get('/api/leaderboards/benchmark:aime');
    expect(status).toBe(200);
    const { boards, total, truncated } = leaderboardResponseSchema.parse(body);
    expect([total, truncated, boards.length]).toEqual([1, false, 1]);
    const [row] = boards[0]?.rows ?? [];
    expect(row).toMatchObject({ subject: 'Star-3B', entity: { id: 'model:star-3b' }, paper: { id: '2602.00001' } });
    expect(row?.evidence.sentence).toContain('Star-3B');
    expect(row?.relation).toEqual({
      id: '2602.00001|EVALUATES_ON|benchmark:aime',
      type: 'EVALUATES_ON',
      confidence: 0.9,
      rule: 'benchmark/toy',
    });
    const { results } = paperResponseSchema.parse((await api.get('/api/papers/2602.00001')).body);
    expect(results.map(({ relation }) => relation)).toEqual([row?.relation]);
  });
  test('a benchmark without numbers has no boards; what is not there is 404', async () => {
    expect((await api.get('/api/leaderboards/method:grpo')).body).toMatchObject({ boards: [], total: 0 });
    for (const id of ['benchmark:none', encodeURIComponent(`'"}) DETACH DELETE n //`)])
      expect((await api.get(`/api/leaderboards/${id}`)).status).toBe(404);
    expect((await api.get('/api/leaderboards?limit=0')).status).toBe(400);
  });
});

describe('lineage', () => {
  test('family, derived model, papers by role with their techniques', async () => {
    const { status, body } = await api.get('/api/lineage/model:qwen2.5-vl-7b');
    expect(status).toBe(200);
    const { model, tree, papers } = lineageResponseSchema.parse(body);
    expect(model.id).toBe('model:qwen2.5-vl-7b');
    const own = tree.find(({ node }) => node.id === model.id);
    expect(own?.papers).toEqual({ BUILDS_ON: 2, ASSISTED_BY: 0, COMPARES_WITH: 0, PROPOSES: 0 });
    expect(tree.find(({ node }) => node.id === 'model:star-3b')).toMatchObject({
      parent: model.id,
      via: 'DERIVED_FROM',
      statedBy: ['2602.00001'],
    });
    const base = papers.filter(({ edge }) => edge.type === 'BUILDS_ON');
    expect(base.map(({ paper }) => paper.id).sort()).toEqual(['2602.00001', '2602.00002']);
    expect(base.find(({ paper }) => paper.id === '2602.00002')?.techniques.map(({ node, type }) => [node.id, type])).toEqual([
      ['method:grpo', 'USES'],
    ]);
    expect(base[0]?.edge.evidence[0]?.quote).not.toBe('');
  });
  test('what is no model has no lineage', async () => {
    for (const id of ['method:grpo', 'model:none', 'paper:2602.00001']) expect((await api.get(`/api/lineage/${id}`)).status).toBe(404);
  });
});

describe('paths', () => {
  test('two things meet in a paper: two hops, each with its sentence', async () => {
    const { status, body } = await api.get('/api/path?from=method:grpo&to=model:qwen2.5-vl-7b');
    expect(status).toBe(200);
    const { paths } = pathResponseSchema.parse(body);
    expect(paths[0]?.nodes.map(({ id }) => id)).toEqual(['method:grpo', 'paper:2602.00002', 'model:qwen2.5-vl-7b']);
    expect(paths[0]?.hops.map(({ type }) => type)).toEqual(['USES', 'BUILDS_ON']);
    for (const hop of paths[0]?.hops ?? []) expect(hop.evidence[0]?.quote).not.toBe('');
    const lengths = paths.map(({ hops }) => hops.length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  });
  test('too far apart within the hops asked for is no path; the same thing twice neither', async () => {
    expect((await api.get('/api/path?from=field:robotics&to=model:qwen2.5-vl-7b&maxHops=1')).body).toMatchObject({ paths: [] });
    expect((await api.get('/api/path?from=method:grpo&to=method:grpo')).body).toMatchObject({ paths: [] });
  });
  test('unknown ends are 404, wrong questions 400', async () => {
    for (const query of ['from=method:grpo&to=method:none', 'from=paper:none&to=method:grpo'])
      expect((await api.get(`/api/path?${query}`)).status).toBe(404);
    for (const query of ['', 'from=method:grpo', 'from=a&to=b&k=0', 'from=a&to=b&maxHops=99'])
      expect((await api.get(`/api/path?${query}`)).status).toBe(400);
  });
});
