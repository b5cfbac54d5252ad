// A real app on a free port over a real embedded store in a temporary folder, filled with papers small enough to see through.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import type { ApiDeps } from '../../src/api/deps.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { Snapshots } from '../../src/pipeline/snapshots.ts';
import { Workspace } from '../../src/pipeline/workspace.ts';
import { GrafeoStore } from '../../src/store/grafeo/grafeo-store.ts';
import { makePaperText, makeSource, makeToyReader, toyResolver } from '../unit/pipeline/toy-reader.ts';

export const OWNER_TOKEN = 'owner-token-of-this-test';

export const digest = makeSource('/d/digest.jsonl', [
  makePaperText(
    '2602.00001',
    'method/proposes TFQ-GRPO\nmodel/proposes Star-3B\nmodel/base Qwen2.5-VL-7B\nbenchmark/evaluates AIME\nscore Star-3B AIME 62',
    { title: 'Rewarding <b>Stars</b>' },
  ),
  makePaperText('2602.00002', 'method/uses GRPO\nmodel/base Qwen2.5-VL-7B\nbenchmark/evaluates AIME', { date: '2026-02-15' }),
  makePaperText('2602.00003', 'method/compares Group Relative Policy Optimization\ndataset/trains OpenThoughts', {
    lang: 'zh',
    title: '视觉推理',
  }),
  makePaperText('2602.00004', 'method/uses Group Relative Policy Optimization\nfield/in Robotics'),
]);

export async function startApi(more: Partial<ApiDeps> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'api-'));
  const ledger = await openLedger(join(folder, 'ledger'));
  const store = await GrafeoStore.open({ path: join(folder, 'graph.grafeo') });
  await store.migrate();
  const workspace = new Workspace(
    { ledger, store, reader: makeToyReader(), resolver: toyResolver },
    join(folder, 'snapshot', 'stats.json'),
  );
  await workspace.ingest([digest]);
  const bugs: unknown[] = [];
  const app = createApp({
    workspace,
    snapshots: new Snapshots(workspace, join(folder, 'snapshot')),
    version: '0.0.0',
    webDir: null,
    token: '',
    ownerToken: OWNER_TOKEN,
    hosts: [],
    maxUploadBytes: 100_000,
    requestsPerMinute: 10_000,
    onBug: (_id, error) => bugs.push(error),
    ...more,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    folder,
    workspace,
    bugs,
    async get(path: string, headers: Record<string, string> = {}) {
      const response = await fetch(url + path, { headers });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text,
      };
    },
    async send(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
      const isBytes = body instanceof Uint8Array;
      const response = await fetch(url + path, {
        method,
        headers: { 'content-type': isBytes ? 'application/octet-stream' : 'application/json', ...headers },
        body: isBytes ? new Uint8Array(body) : typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What an address answers, which must be good and as its schema says. */
export const goodAnswers =
  (api: () => Awaited<ReturnType<typeof startApi>>) =>
  async <T>(path: string, schema: { parse(value: unknown): T }): Promise<T> => {
    const { status, body } = await api().get(path);
    expect({ path, status, body: status === 200 ? null : body }).toEqual({ path, status: 200, body: null });
    return schema.parse(body);
  };
