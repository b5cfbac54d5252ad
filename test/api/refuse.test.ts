// What the API refuses: bad, hostile and oversized requests each get their code, and nothing of the inside.
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorBodySchema } from '../../src/shared/api/common.ts';
import { digest, OWNER_TOKEN, startApi } from './start-api.ts';

let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  expect(api.bugs).toEqual([]);
  await api.stop();
});
const codeOf = ({ status, body }: { status: number; body: unknown }): [number, string] => [status, errorBodySchema.parse(body).error.code];

test.each([
  ['/api/nothing', 404, 'not_found'],
  ['/api/papers/9999.99999', 404, 'not_found'],
  ['/api/papers/..%2f..%2fetc%2fpasswd', 404, 'not_found'],
  ['/api/entities/method:none', 404, 'not_found'],
  ["/api/entities/x'%20OR%201=1%20//", 404, 'not_found'],
  ['/api/entities/method:none/neighbours', 404, 'not_found'],
  ['/api/edges/2602.00001|USES', 404, 'not_found'],
  ['/api/edges/2602.00001|DETACH|method:grpo', 404, 'not_found'],
  ['/api/papers?limit=0', 400, 'bad_request'],
  ['/api/papers?limit=501', 400, 'bad_request'],
  ['/api/papers?from=yesterday', 400, 'bad_request'],
  ['/api/papers?cursor=garbage', 400, 'bad_cursor'],
  ['/api/papers?cursor=WyJ4IiwiYSIsImIiXQ', 400, 'bad_cursor'],
  ['/api/graph?maxNodes=1e9', 400, 'bad_request'],
  ['/api/search', 400, 'bad_request'],
  [`/api/search?q=${'x'.repeat(201)}`, 400, 'bad_request'],
  ['/api/search?q=a&types=nonsense', 400, 'bad_request'],
  ['/api/papers?roles=nonsense', 400, 'bad_request'],
  ['/api/matrix?rowEdges=DETACH', 400, 'bad_request'],
  ['/api/papers/%E0%A4%A', 400, 'bad_request'],
])('GET %s', async (path, status, code) => {
  expect(codeOf(await api.get(path))).toEqual([status, code]);
});

test.each([
  ['PUT', '/api/stats', 'GET, HEAD'],
  ['PATCH', '/api/papers/2602.00001', 'GET, HEAD, DELETE'],
  ['GET', '/api/cypher', 'POST'],
])('%s %s is told what the address takes', async (method, path, allow) => {
  const { status, headers, body } = await api.send(method, path, method === 'GET' ? undefined : {});
  expect([status, headers.get('allow'), body.error.code]).toEqual([405, allow, 'method_not_allowed']);
});

test('an upload without a body is refused, an empty file is not', async () => {
  const authorization = `Bearer ${OWNER_TOKEN}`;
  const without = await new Promise<number>((resolve, reject) => {
    const req = httpRequest(`${api.url}/api/ingest?name=x.md`, { method: 'POST', headers: { authorization } }, (res) => {
      res.resume();
      resolve(res.statusCode ?? 0);
    });
    req.removeHeader('content-length');
    req.useChunkedEncodingByDefault = false;
    req.on('error', reject).end();
  });
  const empty = await api.send('POST', '/api/ingest?name=x.md&dryRun=true', new Uint8Array(0), { authorization });
  expect([without, empty.status, empty.body.report.papers.failed]).toEqual([400, 200, 1]);
});

test('says it in the language that is asked for, with the id of the request', async () => {
  const { body, headers } = await api.get('/api/papers/9999.99999', { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5' });
  expect(body.error).toEqual({
    code: 'not_found',
    message: '没有此 id: paper:9999.99999',
    hint: '请用 /api/search 查找',
    requestId: headers.get('x-request-id'),
  });
});

describe('Cypher', () => {
  test.each<[string, unknown, number, string]>([
    ['no query', {}, 400, 'bad_request'],
    ['too long', { query: 'x'.repeat(20_001) }, 400, 'bad_request'],
    ['no JSON', '{"query":', 400, 'bad_request'],
    ['larger than a megabyte', { query: 'RETURN 1', params: { x: 'x'.repeat(1_100_000) } }, 413, 'too_large'],
    ['bad syntax', { query: 'MATCH (n RETURN n' }, 400, 'syntax'],
    ['a write', { query: 'CREATE (n:Paper {id: "x"}) RETURN n' }, 403, 'write_refused'],
    ['a removal', { query: 'MATCH (n) DETACH DELETE n' }, 403, 'write_refused'],
  ])('%s', async (_title, request, status, code) => {
    const before = await api.workspace.stats();
    expect(codeOf(await api.send('POST', '/api/cypher', request))).toEqual([status, code]);
    expect((await api.workspace.stats()).fingerprint).toBe(before.fingerprint);
  });
});

describe('writing', () => {
  test.each([
    ['POST', '/api/ingest?name=x.md', 'no token', {}],
    ['POST', '/api/ingest?name=x.md', 'a wrong token', { authorization: 'Bearer wrong' }],
    ['DELETE', '/api/papers/2602.00001', 'no token', {}],
    ['POST', '/api/rebuild', 'no token', {}],
  ])('%s %s with %s', async (method, path, _title, headers) => {
    expect(codeOf(await api.send(method, path, Buffer.from('x'), headers))).toEqual([401, 'unauthorized']);
  });

  test('an upload that is too large', async () => {
    expect(
      codeOf(await api.send('POST', '/api/ingest?name=x.md', Buffer.alloc(200_000), { authorization: `Bearer ${OWNER_TOKEN}` })),
    ).toEqual([413, 'too_large']);
  });

  test('the owner may: ingest, dry run, retract; nothing is told twice', async () => {
    const authorization = `Bearer ${OWNER_TOKEN}`;
    const again = await api.send('POST', '/api/ingest?name=digest.jsonl&key=/d/digest.jsonl', digest.read(), { authorization });
    expect(again.body.papers).toEqual({ added: 0, changed: 0, unchanged: 4, failed: 0 });
    const paper = Buffer.from(
      JSON.stringify({ id: '2602.00009', title: 'Nine', date: '2026-02-14', url: '', lang: 'en', text: 'method/uses DPO' }),
    );
    const before = await api.workspace.stats();
    const dry = await api.send('POST', '/api/ingest?name=..%2F..%2Fnine.jsonl&dryRun=true', paper, { authorization });
    expect([dry.body.report.papers.added, dry.body.edges]).toEqual([
      1,
      [{ change: 'added', type: 'USES', from: 'paper:2602.00009', to: 'method:dpo' }],
    ]);
    expect((await api.workspace.stats()).fingerprint).toBe(before.fingerprint);
    expect((await api.send('POST', '/api/ingest?name=..%2F..%2Fnine.jsonl', paper, { authorization })).body.papers.added).toBe(1);
    expect((await api.get('/api/papers/2602.00009')).body.paper.sources).toEqual(['nine.jsonl']);
    expect((await api.send('DELETE', '/api/papers/2602.00009', {}, { authorization })).body).toMatchObject({
      nodesRemoved: 2,
      edgesRemoved: 1,
    });
    expect((await api.workspace.stats()).fingerprint).toBe(before.fingerprint);
  });
});

describe('who asks', () => {
  const raw = (path: string, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      httpRequest(api.url + path, { headers }, (res) => {
        res.resume();
        resolve(res.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  test.each([
    ['another name for this address (DNS rebinding)', { host: 'evil.example' }, 403],
    ['localhost', { host: 'localhost:4780' }, 200],
    ['IPv6 loopback', { host: '[::1]:4780' }, 200],
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    ['a page of no site', { origin: 'null' }, 403],
    ['a picture in a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 200],
  ])('%s', async (_title, headers, status) => {
    expect(await raw('/api/stats', headers)).toBe(status);
  });

  test('headers that keep pages safe', async () => {
    const { headers } = await api.get('/api/stats');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain("script-src 'self' 'unsafe");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test('too many requests', async () => {
    const limited = await startApi({ requestsPerMinute: 3 });
    for (let i = 0; i < 3; i++) expect((await limited.get('/api/stats')).status).toBe(200);
    expect(codeOf(await limited.get('/api/stats'))).toEqual([429, 'rate_limited']);
    await limited.stop();
  });
});

describe('with a token', () => {
  let guarded: Awaited<ReturnType<typeof startApi>>;
  beforeAll(async () => {
    guarded = await startApi({ token: 'secret', hosts: ['*'] });
  });
  afterAll(() => guarded.stop());

  test.each([
    [{}, 401],
    [{ authorization: 'Bearer wrong' }, 401],
    [{ authorization: 'Bearer secret' }, 200],
    [{ authorization: `Bearer ${OWNER_TOKEN}` }, 200],
  ])('%o', async (headers, status) => {
    expect((await guarded.get('/api/stats', headers)).status).toBe(status);
  });

  test('opening the address with the token once gives the browser a cookie', async () => {
    const response = await fetch(`${guarded.url}/?token=secret`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).not.toContain('secret');
    expect((await guarded.get('/api/stats', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200);
    expect((await fetch(`${guarded.url}/?token=wrong`, { redirect: 'manual' })).status).toBe(503);
  });
});
