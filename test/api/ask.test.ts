// Questions in words over the bundled samples, through the API and the command line: what is understood is answered with rows and its Cypher,
// what is not is said, with near misses.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskResponse, askResponseSchema } from '../../src/shared/api/ask.ts';
import { readGallery } from '../../src/store/gallery.ts';
import { openSampleGraph, type SampleGraph } from '../sample-graph.ts';
import { startApi } from './start-api.ts';

let samples: SampleGraph;
let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  samples = await openSampleGraph();
  api = await startApi({ workspace: samples.workspace });
});
afterAll(async () => {
  await api?.stop();
  await samples?.close();
});

async function ask(question: string): Promise<AskResponse> {
  const { status, body } = await api.send('POST', '/api/ask', { question });
  expect(body).not.toHaveProperty('error');
  expect(status).toBe(200);
  return askResponseSchema.parse(body);
}

const UNDERSTOOD: readonly (readonly [question: string, gallery: string, params: Record<string, string>])[] = [
  ['哪些论文基于 Qwen2.5-VL-7B？', 'base-model-papers', { id: 'model:qwen2.5-vl-7b' }],
  ['Which papers build on Qwen-2.5-VL-7B?', 'base-model-papers', { id: 'model:qwen2.5-vl-7b' }],
  ['哪些论文基于通义千问', 'base-model-papers', { id: 'model:qwen' }],
  ['which methods were evaluated on AIME24', 'benchmark-techniques', { id: 'benchmark:aime-2024' }],
  ['哪些技术在 AIME 2024 上评测过', 'benchmark-techniques', { id: 'benchmark:aime-2024' }],
  ['leaderboard of the AIME 2024 benchmark', 'benchmark-leaderboard', { id: 'benchmark:aime-2024' }],
  ['which benchmarks were never tried with group relative policy optimization', 'technique-benchmarks-untried', { id: 'method:grpo' }],
  ['哪些模型被用作评审', 'models-assisting', {}],
  ['GRPO 最新的变体有哪些', 'technique-newest-variants', { id: 'method:grpo' }],
  ['what are the newest variants of GRPO?', 'technique-newest-variants', { id: 'method:grpo' }],
  ['哪些论文由罕见的技术联系起来', 'papers-rare-technique', {}],
  ['what did embodied AI adopt this month', 'field-adopted-since', { id: 'field:embodied-ai', since: '2026-02-01' }],
  ['具身智能本月采用了哪些技术', 'field-adopted-since', { id: 'field:embodied-ai', since: '2026-02-01' }],
  ['哪些论文同时使用 GRPO 和思维链', 'things-shared', { a: 'method:grpo', b: 'method:chain-of-thought' }],
  ['How is VLA connected to GRPO?', 'two-things-path', { from: 'method:vla', to: 'method:grpo' }],
  ['which papers share a base model', 'base-models-shared', {}],
  ['lineage of Qwen', 'model-lineage', { id: 'model:qwen' }],
  ['which papers use the GRPO algorithm', 'technique-family', { id: 'method:grpo' }],
  ['what does 2602.10575 use', 'paper-relations', { id: 'paper:2602.10575' }],
  ['与 2602.10575 相近的论文', 'papers-alike', { id: 'paper:2602.10575' }],
  // Not a method: read as any thing.
  ['which papers use Qwen3-8B', 'entity-papers', { id: 'model:qwen3-8b' }],
  ['GRPO', 'entity-papers', { id: 'method:grpo' }],
];

describe('what is understood', () => {
  test.each(UNDERSTOOD.map(([question, gallery, params]) => ({ question, gallery, params })))(
    '$question',
    async ({ question, gallery, params }) => {
      const { understood, reading, answer, message } = await ask(question);
      expect(understood).toBe(true);
      expect(reading).toMatchObject({ gallery, params });
      expect(reading?.query).toBe(readGallery().find(({ id }) => id === gallery)?.query);
      expect(answer?.rows.length).toBeGreaterThan(0);
      expect([message.en.length > 5, /\p{Script=Han}/u.test(message.zh)]).toEqual([true, true]);
      // The Cypher that is shown is the Cypher that was run.
      const { body } = await api.send('POST', '/api/cypher', { query: reading?.query, params: reading?.params, limit: 200 });
      expect(body.rows).toEqual(answer?.rows);
    },
  );
});

describe('what is not', () => {
  test.each([
    ['which papers build on Frobnicator-9000', 'Frobnicator-9000'],
    ['哪些论文基于不存在的模型 Zeta-9B', 'Zeta-9B'],
    ['which methods were evaluated on Nopebench', 'Nopebench'],
  ])('%s: says which name it does not know', async (question, name) => {
    const { understood, reading, answer, message, near } = await ask(question);
    expect([understood, reading, answer]).toEqual([false, null, null]);
    expect(message.en).toContain(name);
    expect(near.questions.length).toBeGreaterThan(0);
  });

  test('a name that is nearly one has that one as a near miss', async () => {
    for (const [question, id] of [
      ['which papers build on Qwen2.5-VLL', 'model:qwen2.5-vl-7b'],
      ['哪些论文使用了 GRPPO', 'method:grpo'],
      ['leaderboard of AIME 2035', 'benchmark:aime-2024'],
    ] as const) {
      const { understood, near } = await ask(question);
      expect(understood, question).toBe(false);
      expect(
        near.things.map((thing) => thing.id),
        question,
      ).toContain(id);
    }
  });

  test.each(['why is the sky blue', '为什么天是蓝的', '???', 'DETACH DELETE n', `'"\`}) DETACH DELETE n //`, '\\u0027'])(
    '%s: is not understood',
    async (question) => {
      const { understood, message, near } = await ask(question);
      expect(understood).toBe(false);
      expect(message).toEqual({ en: 'This question was not understood. Questions like these are:', zh: '没有理解这个问题。可以这样问：' });
      expect(near.questions.length).toBeGreaterThan(2);
    },
  );

  test('no question, one that is too long and other shapes are refused', async () => {
    for (const body of [
      {},
      { question: '' },
      { question: 'x'.repeat(301) },
      { question: 1 },
      { question: 'GRPO', limit: 0 },
      '{"question":',
    ])
      expect((await api.send('POST', '/api/ask', body)).body.error.code).toBe('bad_request');
  });

  test('nothing was changed, nothing was a bug', async () => {
    expect(await samples.store.stats({ verify: true })).toEqual(await samples.workspace.stats());
    expect(api.bugs).toEqual([]);
  });
});

describe('paperloom ask', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paperloom-ask-'));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['dist/cli/main.js', ...args, '--data-dir', join(folder, 'data')], { encoding: 'utf8' });
  beforeAll(() => {
    expect(run('ingest', 'samples').status).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('prints rows, with --cypher the query, with --json everything', () => {
    const table = run('ask', '哪些论文基于', 'Qwen2.5-VL-7B', '--cypher');
    expect([table.status, table.stdout.includes('MATCH (m:Model)'), table.stdout.includes('// $id = model:qwen2.5-vl-7b')]).toEqual([
      0,
      true,
      true,
    ]);
    expect(table.stderr).toContain('Qwen2.5-VL-7B');
    const json = run('ask', 'which papers share a base model', '--json');
    expect(askResponseSchema.parse(JSON.parse(json.stdout))).toMatchObject({
      understood: true,
      reading: { gallery: 'base-models-shared' },
    });
  });

  test('fails when it does not understand, and says what it would', () => {
    const { status, stdout } = run('ask', 'why is the sky blue');
    expect([status, stdout.split('\n').length > 3]).toEqual([1, true]);
    expect(run('ask', 'x'.repeat(400)).status).toBe(2);
  });
});
