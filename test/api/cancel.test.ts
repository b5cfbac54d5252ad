// An ingest that is cancelled: what it had written stays, store and ledger agree, and the same source goes on where it stopped.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '../../src/client/client.ts';
import { ledgerStats } from '../../src/pipeline/project-graph.ts';
import type { Job } from '../../src/shared/api/jobs.ts';
import { makePaperText } from '../unit/pipeline/toy-reader.ts';
import { OWNER_TOKEN, startApi } from './start-api.ts';

const MANY = 3_000;
const body = new TextEncoder().encode(
  Array.from({ length: MANY }, (_, i) =>
    JSON.stringify(makePaperText(`2603.${10_000 + i}`, 'method/uses GRPO\nmodel/base Qwen2.5-VL-7B\nbenchmark/evaluates AIME')),
  ).join('\n'),
);

let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi({ maxUploadBytes: 10_000_000 });
});
afterAll(() => api.stop());

const expectAgreement = async (): Promise<number> => {
  const stored = await api.workspace.store.stats();
  const { ledger, resolver } = api.workspace.deps;
  expect(stored).toEqual(ledgerStats({ ledger, resolver }));
  return stored.papers;
};

test('a running job stops, keeps what it wrote, says so, and can be done to the end later', async () => {
  const client = createClient({ url: api.url, token: OWNER_TOKEN });
  const before = await expectAgreement();
  const { id } = await client.startIngest({ name: 'many.jsonl', body });
  let last: Job | undefined;
  for await (const job of client.jobEvents({ id })) {
    last = job;
    if (job.state === 'running' && (job.progress?.done ?? 0) > 0) await client.cancelJob({ id });
  }
  expect(last).toMatchObject({ state: 'cancelled', error: null, report: { papers: { changed: 0, unchanged: 0, failed: 0 } } });
  const added = last?.report?.papers.added ?? 0;
  expect(added).toBeGreaterThan(0);
  expect(added).toBeLessThan(MANY);
  expect(last?.report?.diagnostics.map(({ code }) => code)).toEqual(['ingest/stopped']);
  expect(await expectAgreement()).toBe(before + added);
  // A second try to stop it changes nothing.
  expect((await client.cancelJob({ id })).job).toEqual(last);
  const rest = await client.ingest({ name: 'many.jsonl', body });
  expect(rest.papers).toEqual({ added: MANY - added, changed: 0, unchanged: added, failed: 0 });
  expect(await expectAgreement()).toBe(before + MANY);
}, 120_000);

test('a job that waits for another one writes nothing; a stranger may not cancel', async () => {
  const client = createClient({ url: api.url, token: OWNER_TOKEN });
  const text = new TextEncoder().encode(new TextDecoder().decode(body).replaceAll('"2603.', '"2604.'));
  const first = await client.startIngest({ name: 'first.jsonl', body: text });
  const second = await client.startIngest({
    name: 'second.jsonl',
    body: new TextEncoder().encode(JSON.stringify(makePaperText('2605.00001', 'method/uses GRPO'))),
  });
  await expect(createClient({ url: api.url }).cancelJob({ id: second.id })).rejects.toMatchObject({ status: 401 });
  await expect(client.cancelJob({ id: 'none' })).rejects.toMatchObject({ status: 404 });
  await client.cancelJob({ id: second.id });
  await client.cancelJob({ id: first.id });
  for await (const job of client.jobEvents({ id: second.id }))
    if (job.state !== 'running') expect(job).toMatchObject({ state: 'cancelled', report: { papers: { added: 0 } } });
  expect((await api.get('/api/papers/2605.00001')).status).toBe(404);
  await expectAgreement();
}, 120_000);
