// What the user decides: each kind takes effect at once in every answer, stands in the list, and undoing it gives the old graph back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorBodySchema } from '../../src/shared/api/common.ts';
import { overrideChangeSchema, overridesResponseSchema } from '../../src/shared/api/overrides.ts';
import { OWNER_TOKEN, startApi } from './start-api.ts';

let api: Awaited<ReturnType<typeof startApi>>;
const authorization = `Bearer ${OWNER_TOKEN}`;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  expect(api.bugs).toEqual([]);
  await api.stop();
});
const decide = async (decision: unknown) => {
  const { status, body } = await api.send('POST', '/api/overrides', decision, { authorization });
  expect([status, body]).toEqual([200, expect.anything()]);
  return overrideChangeSchema.parse(body);
};
const undo = async (id: string) =>
  overrideChangeSchema.parse((await api.send('DELETE', `/api/overrides/${id}`, {}, { authorization })).body);
const entity = async (id: string) => (await api.get(`/api/entities/${encodeURIComponent(id)}`)).status;

describe.each<[string, unknown, Record<string, number>]>([
  [
    'an alias makes two things one',
    { kind: 'alias', type: 'model', name: 'Star-3B', target: 'Qwen2.5-VL-7B' },
    { 'model:star-3b': 404, 'model:qwen2.5-vl-7b': 200 },
  ],
  ['never-merge gives a name a thing of its own', { kind: 'never-merge', type: 'method', name: 'GRPO' }, { 'method:grpo': 200 }],
  [
    'a corrected role moves the edge',
    { kind: 'correct', paper: '2602.00004', entity: 'field:robotics', role: 'method/uses' },
    { 'field:robotics': 404, 'method:robotics': 200 },
  ],
  ['a hidden edge is gone', { kind: 'hide', edge: '2602.00003|TRAINS_ON|benchmark:openthoughts' }, { 'benchmark:openthoughts': 404 }],
])('%s', (_title, decision, expected) => {
  test('at once, in the list, and not after it is undone', async () => {
    const before = await api.workspace.stats();
    const made = await decide(decision);
    expect(made.fingerprint).toBe((await api.workspace.stats()).fingerprint);
    for (const [id, status] of Object.entries(expected)) expect([id, await entity(id)]).toEqual([id, status]);
    // The map is drawn from the same graph.
    const graph = (await api.get('/api/graph')).body;
    expect(graph.fingerprint).toBe(made.fingerprint);
    const onMap = new Set(graph.nodes.map(({ id }: { id: string }) => id));
    for (const [id, status] of Object.entries(expected)) expect([id, onMap.has(id)]).toEqual([id, status === 200]);
    const list = overridesResponseSchema.parse((await api.get('/api/overrides')).body);
    expect([list.overrides[0]?.id, list.overrides[0]?.decision, list.total]).toEqual([made.id, decision, 1]);
    const taken = await undo(made.id);
    expect(taken.fingerprint).toBe(before.fingerprint);
    expect((await api.get('/api/overrides')).body.overrides).toEqual([]);
  });
});

test('the list comes newest first and page by page, each once', async () => {
  const ids = [];
  for (const name of ['A', 'B', 'C']) ids.unshift((await decide({ kind: 'never-merge', type: 'method', name })).id);
  const first = overridesResponseSchema.parse((await api.get('/api/overrides?limit=2')).body);
  expect([first.overrides.map(({ id }) => id), first.total, first.leftOut]).toEqual([ids.slice(0, 2), 3, 1]);
  const second = overridesResponseSchema.parse((await api.get(`/api/overrides?limit=2&cursor=${first.cursor}`)).body);
  expect([second.overrides.map(({ id }) => id), second.cursor]).toEqual([ids.slice(2), null]);
  for (const id of ids) await undo(id);
});

describe('refused', () => {
  test.each<[string, unknown, number, string]>([
    ['nothing', {}, 400, 'bad_request'],
    ['an unknown kind', { kind: 'drop-everything' }, 400, 'bad_request'],
    ['an unknown key', { kind: 'hide', edge: 'x|USES|method:y', also: 1 }, 400, 'bad_request'],
    ['a correction of nothing', { kind: 'correct', paper: '2602.00004', entity: 'field:robotics' }, 400, 'bad_request'],
    ['an unknown role', { kind: 'correct', paper: '2602.00004', entity: 'field:robotics', role: 'field/uses' }, 400, 'bad_request'],
    ['an alias of itself', { kind: 'alias', type: 'method', name: 'GRPO', target: 'grpo' }, 400, 'bad_request'],
    ['an unknown edge', { kind: 'hide', edge: '2602.00003|USES|method:none' }, 404, 'not_found'],
    ['an unknown paper', { kind: 'correct', paper: '9', entity: 'field:robotics', name: 'x' }, 404, 'not_found'],
    ['a very long name', { kind: 'never-merge', type: 'method', name: 'x'.repeat(17_000) }, 413, 'too_large'],
  ])('%s', async (_title, decision, status, code) => {
    const answer = await api.send('POST', '/api/overrides', decision, { authorization });
    expect([answer.status, errorBodySchema.parse(answer.body).error.code]).toEqual([status, code]);
    expect((await api.get('/api/overrides')).body.total).toBe(0);
  });

  test('undoing what does not stand', async () => {
    const { status, body } = await api.send('DELETE', '/api/overrides/d999', {}, { authorization });
    expect([status, body.error.code]).toEqual([404, 'not_found']);
  });

  test.each<[string, Record<string, string>, number]>([
    ['without token from a program', {}, 401],
    ['from a page of another site', { origin: 'https://evil.example' }, 403],
    ['from our own page', { origin: 'self' }, 200],
  ])('%s', async (_title, headers, status) => {
    const own = headers['origin'] === 'self' ? { origin: api.url } : headers;
    const answer = await api.send('POST', '/api/overrides', { kind: 'never-merge', type: 'method', name: 'Z' }, own);
    expect(answer.status).toBe(status);
    if (status === 200) expect((await undo(answer.body.id)).papers).toBe(0);
  });

  test('with a TOKEN set our own page needs it too', async () => {
    const guarded = await startApi({ token: 'secret' });
    const decision = { kind: 'never-merge', type: 'method', name: 'Z' };
    expect((await guarded.send('POST', '/api/overrides', decision, { origin: guarded.url })).status).toBe(401);
    expect((await guarded.send('POST', '/api/overrides', decision, { authorization: 'Bearer secret' })).status).toBe(200);
    await guarded.stop();
  });
});
