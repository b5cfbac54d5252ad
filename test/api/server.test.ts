// The server around the app: slow and silent clients lose their connection, the log has no secrets, and stopping finishes what was begun.
import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { makeHttpServer, SERVER_LIMITS, type ServerLimits, starting } from '../../src/http-server.ts';
import { makeLog } from '../../src/log.ts';
import { openWorkspace } from '../../src/open-workspace.ts';
import { ledgerStats } from '../../src/pipeline/project-graph.ts';
import { startServer } from '../../src/server.ts';
import { errorBodySchema } from '../../src/shared/api/common.ts';
import { jobResponseSchema } from '../../src/shared/api/jobs.ts';

const servers: Server[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
async function listen(listener: RequestListener, limits: Partial<ServerLimits> = {}): Promise<number> {
  const server = makeHttpServer(listener, { ...SERVER_LIMITS, checkEveryMs: 50, ...limits });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
/** Sends these bytes and nothing more: what came back, and after how long the connection was closed. */
function talk(port: number, bytes: string, isReading = true): Promise<{ answer: string; ms: number }> {
  const began = performance.now();
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    if (isReading) socket.setEncoding('latin1').on('data', (part: string) => (answer += part));
    else setTimeout(() => socket.resume(), 1_500);
    socket.on('error', () => undefined).on('close', () => resolve({ answer, ms: performance.now() - began }));
  });
}

describe('a client that', () => {
  const echo: RequestListener = (req, res) => {
    req.resume().on('end', () => res.end('done'));
  };

  test('never ends its headers is shown out', async () => {
    const port = await listen(echo, { headersTimeoutMs: 200 });
    const { answer, ms } = await talk(port, 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    expect([answer.split('\r\n')[0], ms < 5_000]).toEqual(['HTTP/1.1 408 Request Timeout', true]);
  });

  test('never ends its body is shown out', async () => {
    const port = await listen(echo, { requestTimeoutMs: 300, headersTimeoutMs: 200 });
    const { answer, ms } = await talk(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc');
    expect([answer.split('\r\n')[0], ms < 5_000]).toEqual(['HTTP/1.1 408 Request Timeout', true]);
  });

  test('does not read its answer is let go', async () => {
    let closed: () => void = () => undefined;
    const wasClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const port = await listen((_req, res) => void res.on('close', closed).end(Buffer.alloc(64 << 20)), { idleTimeoutMs: 300 });
    const began = performance.now();
    const { answer } = await Promise.race([talk(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', false), wasClosed.then(() => ({ answer: '' }))]);
    expect([answer, performance.now() - began < 5_000]).toEqual(['', true]);
  });

  test('sends headers without measure is refused', async () => {
    const port = await listen(echo);
    const { answer } = await talk(port, `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(answer.split('\r\n')[0]).toBe('HTTP/1.1 431 Request Header Fields Too Large');
  });
});

test('while the graph is being opened the API says so in the form of every error', async () => {
  const port = await listen(starting);
  const response = await fetch(`http://127.0.0.1:${port}/api/health`, { headers: { 'accept-language': 'zh' } });
  expect([response.status, errorBodySchema.parse(await response.json()).error]).toMatchObject([
    503,
    { code: 'starting', message: '服务器正在启动' },
  ]);
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('Paperloom is starting.\n');
});

describe('the log', () => {
  const logged = (log: string) => {
    const lines: string[] = [];
    const env = { PAPERLOOM_TOKEN: 'hush"hush', PAPERLOOM_NEO4J_PASSWORD: 'geheim', PAPERLOOM_LOG: log };
    const { onBug, onRequest, onEvent } = makeLog(readConfig({ env, cwd: tmpdir() }), (line) => lines.push(line));
    onRequest({ requestId: 'r1', method: 'GET', path: '/api/stats', status: 200, ms: 1.5 });
    onBug('r2', new Error('connect failed for neo4j:geheim with hush"hush'));
    onEvent('stopping', { inFlight: 0 });
    return lines;
  };

  test('is one JSON object a line, without secrets', () => {
    const lines = logged('requests');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'info', event: 'request', requestId: 'r1', method: 'GET', path: '/api/stats', status: 200, ms: 1.5 },
      { level: 'error', event: 'bug', requestId: 'r2', error: expect.stringContaining('connect failed for neo4j:*** with ***') },
      { level: 'info', event: 'stopping', inFlight: 0 },
    ]);
    expect(lines.join('')).not.toMatch(/geheim|hush/);
  });

  test.each([
    ['errors', ['bug']],
    ['off', []],
  ])('set to %s', (log, events) => {
    expect(logged(log).map((line) => JSON.parse(line).event)).toEqual(events);
  });
});

test('stopping in the middle of an ingest leaves ledger and store the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stop-'));
  folders.push(folder);
  const config = readConfig({
    env: {},
    flags: { dataDir: join(folder, 'data'), port: '0', samplesDir: 'none', reader: 'rules', batchPapers: '20' },
    cwd: folder,
  });
  const server = await startServer(config, { onDiagnostics: () => undefined });
  const papers = Array.from({ length: 1_500 }, (_, i) =>
    JSON.stringify({
      id: `2602.${10_000 + i}`,
      title: `P ${i}`,
      date: '2026-02-14',
      url: '',
      lang: 'en',
      text: 'We use GRPO to train Qwen2.5-VL-7B and evaluate on AIME 2024.',
    }),
  );
  const answer = await fetch(`${server.url}/api/ingest?name=many.jsonl&job=true`, {
    method: 'POST',
    headers: { origin: server.url },
    body: papers.join('\n'),
  });
  const { job } = jobResponseSchema.parse(await answer.json());
  const events = fetch(`${server.url}/api/jobs/${job.id}/events`)
    .then((response) => response.text())
    .catch(() => 'cut off');
  await expect
    .poll(async () => ((await (await fetch(`${server.url}/api/stats`)).json()) as { papers: number }).papers, { timeout: 30_000 })
    .toBeGreaterThan(0);
  await Promise.all([server.close(), server.close()]);
  await events;
  await expect(fetch(`${server.url}/api/health`)).rejects.toThrow();
  const { workspace, diagnostics } = await openWorkspace(config);
  const { ledger, resolver } = workspace.deps;
  const stored = await workspace.store.stats();
  expect(diagnostics).toEqual([]);
  expect(stored).toEqual(ledgerStats({ ledger, resolver }));
  expect(stored.papers).toBeGreaterThan(0);
  await workspace.close();
}, 120_000);
