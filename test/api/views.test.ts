// The views that sum up: matrix, timeline, comparison, schema; and jobs, metrics.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareResponseSchema } from '../../src/shared/api/compare.ts';
import { jobResponseSchema } from '../../src/shared/api/jobs.ts';
import { matrixResponseSchema } from '../../src/shared/api/matrix.ts';
import { schemaResponseSchema } from '../../src/shared/api/schema.ts';
import { timelineResponseSchema } from '../../src/shared/api/timeline.ts';
import { digest, goodAnswers, OWNER_TOKEN, startApi } from './start-api.ts';

let api: Awaited<ReturnType<typeof startApi>>;
const authorization = `Bearer ${OWNER_TOKEN}`;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  expect(api.bugs).toEqual([]);
  await api.stop();
});
const good = goodAnswers(() => api);

describe('the matrix', () => {
  test('counts papers for each technique and benchmark that meet', async () => {
    const { rows, columns, cells, total, truncated } = await good('/api/matrix', matrixResponseSchema);
    expect(rows.map(({ node, papers }) => [node.id, papers])).toEqual([
      ['method:grpo', 2],
      ['method:tfq-grpo', 1],
    ]);
    expect(columns.map(({ node, papers }) => [node.id, papers])).toEqual([['benchmark:aime', 2]]);
    expect([cells, total, truncated]).toEqual([
      [
        { row: 0, column: 0, papers: 1 },
        { row: 1, column: 0, papers: 1 },
      ],
      { rows: 2, columns: 1 },
      false,
    ]);
  });

  test.each<[string, string[], string[], number]>([
    ['rows=model&columns=method', ['model:qwen2.5-vl-7b', 'model:star-3b'], ['method:grpo', 'method:tfq-grpo'], 3],
    ['rows=method&columns=dataset&rowEdges=COMPARES_WITH', ['method:grpo'], ['benchmark:openthoughts'], 1],
    ['from=2026-02-15', ['method:grpo'], ['benchmark:aime'], 1],
    ['to=2025-01-01', [], [], 0],
    ['rows=method&columns=method', ['method:grpo', 'method:tfq-grpo'], ['method:grpo', 'method:tfq-grpo'], 0],
  ])('%s', async (query, rows, columns, cells) => {
    const matrix = await good(`/api/matrix?${query}`, matrixResponseSchema);
    expect([matrix.rows.map(({ node }) => node.id), matrix.columns.map(({ node }) => node.id), matrix.cells.length]).toEqual([
      rows,
      columns,
      cells,
    ]);
  });

  test('says what a cap left out', async () => {
    const { rows, total, truncated } = await good('/api/matrix?maxRows=1', matrixResponseSchema);
    expect([rows.length, total.rows, truncated]).toEqual([1, 2, true]);
  });
});

describe('the timeline', () => {
  test('has a line for each of the most common techniques', async () => {
    const { dates, rows, undated, total } = await good('/api/timeline', timelineResponseSchema);
    expect(dates).toEqual([
      { date: '2026-02-14', papers: 3 },
      { date: '2026-02-15', papers: 1 },
    ]);
    expect(rows.map(({ node, total: sum, counts }) => [node.id, sum, counts])).toEqual([
      ['method:grpo', 2, [1, 1]],
      ['method:tfq-grpo', 1, [1, 0]],
    ]);
    expect([undated, total]).toEqual([0, 2]);
  });

  test.each<[string, string[], (readonly [string, number[]])[]]>([
    [
      'by=week',
      ['2026-02-09'],
      [
        ['method:grpo', [2]],
        ['method:tfq-grpo', [1]],
      ],
    ],
    [
      'by=month&type=model',
      ['2026-02-01'],
      [
        ['model:qwen2.5-vl-7b', [2]],
        ['model:star-3b', [1]],
      ],
    ],
    ['ids=field:robotics,method:none,paper:2602.00001', ['2026-02-14', '2026-02-15'], [['field:robotics', [1, 0]]]],
    ['from=2026-02-15', ['2026-02-15'], [['method:grpo', [1]]]],
  ])('%s', async (query, dates, rows) => {
    const timeline = await good(`/api/timeline?${query}`, timelineResponseSchema);
    expect(timeline.dates.map(({ date }) => date)).toEqual(dates);
    expect(timeline.rows.map(({ node, counts }) => [node.id, counts])).toEqual(rows);
  });
});

describe('a comparison', () => {
  test('of two papers puts what they share first', async () => {
    const { things, groups } = await good('/api/compare?ids=paper:2602.00001,paper:2602.00002', compareResponseSchema);
    expect(things.map(({ name }) => name)).toEqual(['Rewarding <b>Stars</b>', 'Paper 2602.00002']);
    const models = groups.find(({ type }) => type === 'model');
    expect(models?.items.map(({ node, shared }) => [node.id, shared])).toEqual([
      ['model:qwen2.5-vl-7b', 2],
      ['model:star-3b', 1],
    ]);
    expect(models?.items[0]?.cells).toEqual([
      { relations: 1, types: ['BUILDS_ON'] },
      { relations: 1, types: ['BUILDS_ON'] },
    ]);
  });

  test('of a technique and a model goes through their papers', async () => {
    const { groups } = await good('/api/compare?ids=method:grpo,model:star-3b', compareResponseSchema);
    const shared = groups.flatMap(({ items }) => items.filter((item) => item.shared === 2).map(({ node }) => node.id));
    expect(shared).toEqual(['method:tfq-grpo', 'model:qwen2.5-vl-7b', 'benchmark:aime']);
  });

  test('says what a cap left out', async () => {
    const { groups } = await good('/api/compare?ids=paper:2602.00001,paper:2602.00002&limit=1', compareResponseSchema);
    expect(groups.find(({ type }) => type === 'model')).toMatchObject({ total: 2, truncated: true, leftOut: 1 });
  });

  test.each([
    ['ids=method:grpo', 400],
    ['ids=method:grpo,method:grpo', 400],
    ['ids=a:1,b:2,c:3,d:4,e:5', 400],
    ['ids=method:grpo,method:none', 404],
  ])('%s is refused', async (query, status) => {
    expect((await api.get(`/api/compare?${query}`)).status).toBe(status);
  });
});

test('the schema has counts, ends and properties', async () => {
  const { labels, edges } = await good('/api/schema', schemaResponseSchema);
  expect(labels.find(({ label }) => label === 'Paper')).toMatchObject({ nodes: 4 });
  expect(edges.find(({ type }) => type === 'COMPARES_WITH')).toMatchObject({ edges: 1, from: ['Paper'], to: ['Method', 'Model'] });
  expect(edges.find(({ type }) => type === 'INTRODUCES')?.to).toEqual(['Benchmark', 'Dataset']);
});

describe('an ingest as a job', () => {
  const start = async (query: string, body: Uint8Array) => {
    const answer = await api.send('POST', `/api/ingest?job=true&${query}`, body, { authorization });
    expect([answer.status, answer.headers.get('location')]).toEqual([202, `/api/jobs/${answer.body.job.id}`]);
    return jobResponseSchema.parse(answer.body).job;
  };

  test('tells its end by events, and still knows it afterwards', async () => {
    const { id } = await start('name=digest.jsonl&key=/d/digest.jsonl', digest.read());
    const response = await fetch(`${api.url}/api/jobs/${id}/events`);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const events = (await response.text()).trimEnd().split('\n\n');
    const last = events.at(-1)?.split('\n') ?? [];
    expect(last[0]).toBe('event: done');
    const job = JSON.parse(last[1]?.slice('data: '.length) ?? '');
    expect(job).toMatchObject({ id, state: 'done', report: { papers: { unchanged: 4 } }, error: null });
    expect((await good(`/api/jobs/${id}`, jobResponseSchema)).job).toEqual(job);
  });

  test('what cannot be read is in its report', async () => {
    const { id } = await start('name=bad.jsonl&format=jsonl', Buffer.from('{"id":'));
    await (await fetch(`${api.url}/api/jobs/${id}/events`)).text();
    const { job } = await good(`/api/jobs/${id}`, jobResponseSchema);
    expect([job.state, job.report?.diagnostics.map(({ severity }) => severity)]).toEqual(['done', ['error']]);
  });

  test.each(['/api/jobs/none', '/api/jobs/none/events'])('%s is unknown', async (path) => {
    expect((await api.get(path)).status).toBe(404);
  });
});

test('metrics are text that Prometheus reads: no ids, no queries', async () => {
  await api.get('/api/papers/2602.00001');
  await api.get('/api/search?q=a-very-private-question');
  await api.get('/api/nothing/of-this-name');
  const { body, headers } = await api.get('/api/metrics');
  expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const line = /^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{[a-z_]+="[^"]*"(?:,[a-z_]+="[^"]*")*\})? -?[\d.e+-]+)$/;
  expect(
    body
      .trimEnd()
      .split('\n')
      .filter((text: string) => !line.test(text)),
  ).toEqual([]);
  expect(body).toContain('paperloom_http_requests_total{route="/api/papers/:id",method="GET",status="200"} 1');
  expect(body).toContain('route="unmatched",method="GET",status="404"} ');
  expect(body).toContain('paperloom_nodes{label="Paper"} 4');
  expect(body).toMatch(/paperloom_http_request_duration_seconds_bucket\{route="\/api\/search",method="GET",le="\+Inf"\} 1/);
  expect(body).not.toMatch(/private|2602\.|of-this-name/);
});
