// The OpenAPI document: valid by an independent validator, complete against the routes of the app, and true of a live server's answers.
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { OPERATION_IDS, OPERATIONS, type Operation, type OperationId } from '../../src/shared/api/operations.ts';
import { digest, OWNER_TOKEN, startApi } from './start-api.ts';

type Api = Awaited<ReturnType<typeof startApi>>;
interface Response {
  readonly content?: Record<string, { schema?: unknown }>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { readonly operationId: string; readonly responses: Record<string, Response> }>>;
  readonly components: unknown;
}
let api: Api;
let document: Document;
beforeAll(async () => {
  api = await startApi({ hosts: ['*'] });
  document = (await api.get('/api/openapi.json')).body as Document;
});
afterAll(async () => {
  expect(api.bugs).toEqual([]);
  await api.stop();
});

test('an independent validator finds nothing wrong with it', async () => {
  const { valid, errors } = await new Validator().validate(document as unknown as Record<string, unknown>);
  expect([valid, errors]).toEqual([true, undefined]);
  expect(document.openapi).toBe('3.1.0');
});

test('every route of the app is in it, and nothing else', () => {
  interface Layer {
    readonly route?: { readonly path: string; readonly methods: Record<string, boolean> };
    readonly handle?: { readonly stack?: readonly Layer[] };
  }
  const routesOf = (layers: readonly Layer[]): string[] =>
    layers.flatMap(({ route, handle }) => [
      ...(route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} /api${route.path.replace(/:(\w+)/g, '{$1}')}`) : []),
      ...(handle?.stack ? routesOf(handle.stack) : []),
    ]);
  const app = createApp({
    workspace: api.workspace,
    snapshots: { map: () => Promise.reject(new Error('not asked')) } as never,
    version: '0.0.0',
    webDir: null,
    token: '',
    ownerToken: OWNER_TOKEN,
    hosts: [],
    maxUploadBytes: 1_000,
    requestsPerMinute: 10,
    onBug: () => undefined,
  });
  const inDocument = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const inApp = routesOf((app as unknown as { router: { stack: readonly Layer[] } }).router.stack);
  expect([...new Set(inApp)].sort()).toEqual(inDocument.sort());
  expect(inDocument.length).toBe(OPERATION_IDS.length);
});

const id = (value: string): string => encodeURIComponent(value);
const authorization = `Bearer ${OWNER_TOKEN}`;
/** One or more calls of every operation, in this order. */
const CALLS: readonly (readonly [OperationId, string, unknown?])[] = [
  ['health', '/api/health'],
  ['metrics', '/api/metrics'],
  ['openapi', '/api/openapi.json'],
  ['owner', '/api/owner'],
  ['stats', '/api/stats'],
  ['schema', '/api/schema'],
  ['search', '/api/search?q=grpo'],
  ['papers', '/api/papers?limit=2'],
  ['paper', '/api/papers/2602.00001'],
  ['entity', `/api/entities/${id('model:qwen2.5-vl-7b')}`],
  ['neighbours', `/api/entities/${id('paper:2602.00001')}/neighbours`],
  ['edge', `/api/edges/${id('2602.00002|USES|method:grpo')}`],
  ['edge', `/api/edges/${id('model:star-3b|DERIVED_FROM|model:qwen2.5-vl-7b')}`],
  ['graph', '/api/graph'],
  ['clusters', '/api/clusters'],
  ['matrix', '/api/matrix'],
  ['timeline', '/api/timeline?by=week'],
  ['compare', `/api/compare?ids=${id('method:grpo,model:qwen2.5-vl-7b')}`],
  ['path', `/api/path?from=${id('method:tfq-grpo')}&to=${id('field:robotics')}`],
  ['lineage', `/api/lineage/${id('model:qwen2.5-vl-7b')}`],
  ['leaderboards', '/api/leaderboards'],
  ['leaderboard', `/api/leaderboards/${id('benchmark:aime')}`],
  ['gallery', '/api/gallery'],
  ['cypher', '/api/cypher', { query: 'MATCH (p:Paper)-[r:USES]->(m) RETURN p, r, m.name AS name, [1, null] AS list, {a: true} AS map' }],
  ['checkCypher', '/api/cypher/check', { query: 'MATCH (p:Paper) RETRUN p' }],
  ['ask', '/api/ask', { question: 'which papers use GRPO' }],
  ['export', '/api/export/jsonl'],
  ['ingest', '/api/ingest?name=digest.jsonl&key=/d/digest.jsonl&dryRun=true', 'digest'],
  ['ingest', '/api/ingest?name=digest.jsonl&key=/d/digest.jsonl', 'digest'],
  ['ingest', '/api/ingest?name=digest.jsonl&key=/d/digest.jsonl&job=true', 'digest'],
  ['job', '/api/jobs/JOB'],
  ['jobEvents', '/api/jobs/JOB/events'],
  ['cancelJob', '/api/jobs/JOB/cancel', {}],
  ['decide', '/api/overrides', { kind: 'never-merge', type: 'method', name: 'A thing' }],
  ['overrides', '/api/overrides'],
  ['undo', '/api/overrides/DECISION'],
  ['retractPaper', '/api/papers/2602.00004'],
  ['rebuild', '/api/rebuild', {}],
  ['compact', '/api/compact', {}],
];

describe('answers of a live server are as it says', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const known = { JOB: '', DECISION: '' };

  test('there is a call of every operation', () => {
    expect([...new Set(CALLS.map(([operation]) => operation))].sort()).toEqual([...OPERATION_IDS].sort());
  });

  const calls = CALLS.map(([operationId, address, body]) => ({ operationId, address, body }));
  test.each(calls)('$operationId $address', async ({ operationId, address, body }) => {
    if (!ajv.getSchema('api')) ajv.addSchema({ $id: 'api', ...document });
    const operation: Operation = OPERATIONS[operationId];
    const response = await fetch(api.url + address.replace(/JOB|DECISION/, (name) => known[name as keyof typeof known]), {
      method: operation.method,
      headers: { authorization, ...(body === undefined || body === 'digest' ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: body === 'digest' ? digest.read() : JSON.stringify(body) }),
    });
    const text = await response.text();
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    const stated = document.paths[path]?.[operation.method.toLowerCase()];
    expect(stated?.operationId).toBe(operationId);
    const media = response.headers.get('content-type')?.split(';')[0] ?? '';
    expect([response.ok, Object.keys(stated?.responses[response.status]?.content ?? {})]).toEqual([true, expect.arrayContaining([media])]);
    if (media !== 'application/json') return;
    const pointer = ['paths', path, operation.method.toLowerCase(), 'responses', String(response.status), 'content', media, 'schema'];
    const validate = ajv.compile({
      $ref: `api#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`,
    });
    const answer = JSON.parse(text) as { job?: { id: string }; id?: string };
    expect([validate(answer), validate.errors]).toEqual([true, null]);
    // A document that allows anything would be true of everything.
    if (operationId !== 'openapi') expect(validate({ ...answer, nobodySaidSo: 1 })).toBe(false);
    if (answer.job) known.JOB = answer.job.id;
    if (operationId === 'decide') known.DECISION = answer.id ?? '';
  });

  test.each([
    ['/api/papers/none', 404],
    ['/api/papers?limit=0', 400],
    ['/api/search', 400],
    ['/api/owner', 401],
  ])('so is the error of %s', async (address, status) => {
    if (!ajv.getSchema('api')) ajv.addSchema({ $id: 'api', ...document });
    const { status: answered, body } = await api.get(address);
    expect(answered).toBe(status);
    const validate = ajv.compile({ $ref: 'api#/components/schemas/Error' });
    expect([validate(body), validate.errors]).toEqual([true, null]);
  });
});
