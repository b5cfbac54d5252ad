// What the API answers about a graph of four papers: every endpoint, as the schemas that the pages share say.
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cypherResponseSchema } from '../../src/shared/api/cypher.ts';
import { edgeResponseSchema } from '../../src/shared/api/edges.ts';
import { entityResponseSchema, neighboursResponseSchema } from '../../src/shared/api/entities.ts';
import { clustersResponseSchema, graphResponseSchema } from '../../src/shared/api/graph.ts';
import { healthSchema, statsSchema } from '../../src/shared/api/health.ts';
import { paperResponseSchema, papersResponseSchema } from '../../src/shared/api/papers.ts';
import { searchResponseSchema } from '../../src/shared/api/search.ts';
import { goodAnswers, startApi } from './start-api.ts';

let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  expect(api.bugs).toEqual([]);
  await api.stop();
});
const good = goodAnswers(() => api);

test('health says which store, and the fingerprint that stats has', async () => {
  const health = await good('/api/health', healthSchema);
  const stats = await good('/api/stats', statsSchema);
  expect(health).toMatchObject({ ok: true, version: '0.0.0', store: { kind: 'grafeo', ready: true }, fingerprint: stats.fingerprint });
  expect(stats.papers).toBe(4);
});

describe('papers', () => {
  test('come newest first and page by page, each once', async () => {
    const first = await good('/api/papers?limit=3', papersResponseSchema);
    expect([first.papers.map(({ id }) => id), first.total, first.truncated, first.leftOut]).toEqual([
      ['2602.00002', '2602.00001', '2602.00003'],
      4,
      true,
      1,
    ]);
    const second = await good(`/api/papers?limit=3&cursor=${first.cursor}`, papersResponseSchema);
    expect([second.papers.map(({ id }) => id), second.cursor]).toEqual([['2602.00004'], null]);
  });

  test.each([
    ['entity=method:grpo', ['2602.00002', '2602.00003', '2602.00004']],
    ['entity=method:grpo&roles=USES,PROPOSES', ['2602.00002', '2602.00004']],
    ['from=2026-02-15', ['2602.00002']],
    ['to=2026-02-14&q=stars%20REWARDING', ['2602.00001']],
    ['q=视觉', ['2602.00003']],
    ['q=2602.00004', ['2602.00004']],
    ['q=nothing%20has%20this', []],
  ])('filtered by %s', async (query, ids) => {
    const page = await good(`/api/papers?${query}`, papersResponseSchema);
    expect([page.papers.map(({ id }) => id), page.total, page.truncated]).toEqual([ids, ids.length, false]);
  });

  test('one paper has its edges with the sentence, and its results', async () => {
    const { paper, edges, results } = await good('/api/papers/2602.00001', paperResponseSchema);
    expect(paper).toEqual({
      id: '2602.00001',
      title: 'Rewarding <b>Stars</b>',
      date: '2026-02-14',
      url: 'https://arxiv.org/abs/2602.00001',
      lang: 'en',
      publishedAt: null,
      sources: ['digest.jsonl'],
    });
    expect(edges.map(({ id, role, to }) => [id, role, to.name])).toEqual([
      ['2602.00001|BUILDS_ON|model:qwen2.5-vl-7b', 'model/base', 'Qwen2.5-VL-7B'],
      ['2602.00001|EVALUATES_ON|benchmark:aime', 'benchmark/evaluates', 'AIME'],
      ['2602.00001|PROPOSES|method:tfq-grpo', 'method/proposes', 'TFQ-GRPO'],
      ['2602.00001|PROPOSES|model:star-3b', 'model/proposes', 'Star-3B'],
    ]);
    expect(edges[0]?.evidence).toEqual([
      expect.objectContaining({
        quote: 'model/base Qwen2.5-VL-7B',
        source: 'digest.jsonl',
        date: '2026-02-14',
        confidence: 0.9,
        rule: 'model/toy',
      }),
    ]);
    expect(results).toEqual([
      expect.objectContaining({
        id: 'result:2602.00001:1',
        subjectId: 'model:star-3b',
        benchmarkId: 'benchmark:aime',
        value: '62',
        number: 62,
        unit: null,
      }),
    ]);
  });
});

describe('entities', () => {
  test('have their family and their papers by role', async () => {
    const { entity, parents, children, roles } = await good('/api/entities/method:grpo', entityResponseSchema);
    expect(entity).toMatchObject({
      id: 'method:grpo',
      type: 'method',
      labels: ['Method'],
      name: 'GRPO',
      nameZh: '组相对策略优化',
      papers: 3,
    });
    expect([parents.map(({ id }) => id), children.map(({ id }) => id)]).toEqual([['method:policy-optimisation'], ['method:tfq-grpo']]);
    expect(roles.map(({ role, total, items }) => [role, total, items.map(({ paper }) => paper.id)])).toEqual([
      ['method/uses', 2, ['2602.00002', '2602.00004']],
      ['method/compares', 1, ['2602.00003']],
    ]);
    expect(roles[0]?.items[1]?.edge.evidence[0]?.quote).toBe('method/uses Group Relative Policy Optimization');
  });

  test('a data set that nobody evaluates on is a data set', async () => {
    expect((await good('/api/entities/benchmark:openthoughts', entityResponseSchema)).entity).toMatchObject({
      type: 'dataset',
      labels: ['Dataset'],
    });
  });

  test('ancestors come nearest first', async () => {
    expect((await good('/api/entities/model:qwen2.5-vl-7b', entityResponseSchema)).parents.map(({ name }) => name)).toEqual([
      'Qwen2.5-VL',
      'Qwen',
    ]);
  });

  test('neighbours come in pages, both directions, with counts of all', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: ReturnType<typeof neighboursResponseSchema.parse> = await good(
        `/api/entities/model:qwen2.5-vl-7b/neighbours?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
        neighboursResponseSchema,
      );
      expect([page.total, page.counts]).toEqual([
        4,
        [
          { edgeType: 'MEMBER_OF', direction: 'out', total: 1 },
          { edgeType: 'BUILDS_ON', direction: 'in', total: 2 },
          { edgeType: 'DERIVED_FROM', direction: 'in', total: 1 },
        ],
      ]);
      seen.push(...page.neighbours.map(({ node, edge }) => `${edge.direction} ${edge.type} ${node.id}`));
      ({ cursor } = page);
    }
    expect(seen).toEqual([
      'out MEMBER_OF model:qwen2.5-vl',
      'in BUILDS_ON paper:2602.00001',
      'in BUILDS_ON paper:2602.00002',
      'in DERIVED_FROM model:star-3b',
    ]);
  });

  test('neighbours of a paper, of some types', async () => {
    const page = await good('/api/entities/paper:2602.00001/neighbours?types=PROPOSES', neighboursResponseSchema);
    expect(page.neighbours.map(({ edge }) => edge.id)).toEqual([
      '2602.00001|PROPOSES|method:tfq-grpo',
      '2602.00001|PROPOSES|model:star-3b',
    ]);
  });
});

describe('edges', () => {
  test.each([
    ['2602.00002|USES|method:grpo', { type: 'USES', role: 'method/uses', confidence: 0.9 }, '2602.00002'],
    ['model:star-3b|DERIVED_FROM|model:qwen2.5-vl-7b', { type: 'DERIVED_FROM', role: null, evidence: [] }, '2602.00001'],
    [
      'method:tfq-grpo|VARIANT_OF|method:grpo',
      { type: 'VARIANT_OF', from: { id: 'method:tfq-grpo', type: 'method', name: 'TFQ-GRPO', nameZh: null } },
      undefined,
    ],
  ])('%s', async (id, edge, paper) => {
    const answer = await good(`/api/edges/${encodeURIComponent(id)}`, edgeResponseSchema);
    expect(answer.edge).toMatchObject({ id, ...edge });
    expect(answer.paper?.id).toBe(paper);
  });
});

describe('search finds names in both languages, whatever case, spaces and hyphens', () => {
  test.each([
    ['grpo', ['method:grpo', 'method:tfq-grpo'], null],
    ['G R-P_O', ['method:grpo', 'method:tfq-grpo'], null],
    ['组相对', ['method:grpo'], null],
    ['group relative policy', ['method:grpo'], 'Group Relative Policy Optimization'],
    ['qwen2.5vl7b', ['model:qwen2.5-vl-7b'], null],
    ['视觉推理', ['paper:2602.00003'], null],
    ['2602.00004', ['paper:2602.00004'], null],
    ['   ', [], null],
  ])('%s', async (q, ids, matched) => {
    const { hits, total } = await good(`/api/search?q=${encodeURIComponent(q)}`, searchResponseSchema);
    expect([hits.map(({ id }) => id), total, hits[0]?.matched ?? null]).toEqual([ids, ids.length, matched]);
  });

  test('only the types asked for, and the count of all', async () => {
    const { hits, total, truncated } = await good('/api/search?q=e&types=dataset,benchmark&limit=1', searchResponseSchema);
    expect([hits.map(({ type }) => type), total, truncated]).toEqual([['benchmark'], 2, true]);
  });
});

describe('the map', () => {
  test('has every paper and thing with a place, the edges between them, and the cluster of GRPO', async () => {
    const graph = await good('/api/graph', graphResponseSchema);
    expect(graph.nodes.length).toBe(graph.total.nodes);
    expect(graph.edges.length).toBe(graph.total.edges);
    expect(new Set(graph.nodes.map(({ x, y }) => `${x},${y}`)).size).toBe(graph.nodes.length);
    const { clusters } = await good('/api/clusters', clustersResponseSchema);
    expect(clusters.filter(({ kind }) => kind === 'declared')).toMatchObject([
      { id: 'cluster:method:grpo', papers: ['2602.00001', '2602.00002', '2602.00004'], methods: ['method:grpo', 'method:tfq-grpo'] },
    ]);
    expect(graph.nodes.find(({ id }) => id === 'paper:2602.00003')?.clusters).toEqual([]);
  });

  test('fewer nodes are the best connected ones, and that is said', async () => {
    const graph = await good('/api/graph?maxNodes=10', graphResponseSchema);
    expect([graph.nodes.length, graph.truncated]).toEqual([10, true]);
    const shown = new Set(graph.nodes.map(({ id }) => id));
    expect(graph.edges.every(({ source, target }) => shown.has(source) && shown.has(target))).toBe(true);
  });

  test('is the same when asked again, and not sent again', async () => {
    const first = await api.get('/api/graph');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\//);
    // fetch() adds Cache-Control: no-cache to such a request, a browser does not.
    const status = await new Promise((resolve, reject) => {
      request(`${api.url}/api/graph`, { headers: { 'if-none-match': tag } }, (res) => resolve(res.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(304);
    expect((await api.get('/api/graph')).body).toEqual(first.body);
  });
});

test('a question in Cypher', async () => {
  const { status, body } = await api.send('POST', '/api/cypher', {
    query: 'MATCH (p:Paper)-[:BUILDS_ON]->(m:Model {id:$id}) RETURN p.id AS id ORDER BY id',
    params: { id: 'model:qwen2.5-vl-7b' },
  });
  expect(status).toBe(200);
  expect(cypherResponseSchema.parse(body)).toMatchObject({
    columns: ['id'],
    rows: [['paper:2602.00001'], ['paper:2602.00002']],
    truncated: false,
  });
});
