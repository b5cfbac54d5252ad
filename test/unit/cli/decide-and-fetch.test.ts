// alias, compact, rebuild, fetch and ingest --watch as people run them, on one data folder, with and without a running server.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Ended, runInProcess } from './run-in-process.ts';

vi.setConfig({ testTimeout: 120_000 });
/** The compiled program, as it is shipped. */
const MAIN = join(import.meta.dirname, '../../../dist/cli/main.js');
let folder: string;
let server: Server;
let baseUrl: string;
const asked: string[] = [];
const started: ChildProcess[] = [];

const paper = (id: string, text: string, date = '2026-02-14'): string =>
  `${JSON.stringify({ id, title: `On ${id}`, date, url: `https://arxiv.org/abs/${id}`, text, lang: 'en' })}\n`;
const hfDay = (id: string) => [
  {
    paper: { id, title: `Daily ${id}`, summary: 'We train with GRPO and evaluate on AIME 2024.', publishedAt: '2026-02-12T00:00:00.000Z' },
  },
];
const atom = (ids: readonly string[]) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${ids
    .map(
      (id) =>
        `<entry><id>http://arxiv.org/abs/${id}v1</id><title>Atom ${id}</title><updated>2026-02-12T00:00:00Z</updated><published>2026-02-12T00:00:00Z</published><summary>We fine-tune Qwen2.5-VL-7B with DPO.</summary></entry>`,
    )
    .join('')}</feed>`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  writeFileSync(
    join(folder, 'a.jsonl'),
    paper('2602.00001', 'We train with GRPO, starting from Qwen2.5-VL-7B, and evaluate on AIME 2024.') +
      paper('2602.00002', 'We use GRPO and evaluate on AIME 2024.'),
  );
  server = createServer((req, res) => {
    asked.push(req.url ?? '');
    const url = new URL(req.url ?? '', 'http://x');
    if (url.pathname === '/api/daily_papers') {
      const date = url.searchParams.get('date') ?? '';
      if (date === '2026-02-19') return void res.writeHead(404).end();
      return void res.end(JSON.stringify(date === '2026-02-15' ? [] : hfDay(`2602.1${date.slice(8)}00`)));
    }
    const ids = url.searchParams.get('id_list')?.split(',') ?? (url.searchParams.get('start') === '0' ? ['2602.20001', '2602.20002'] : []);
    res.end(atom(ids));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const env = () => ({
  PAPERLOOM_READER: 'rules',
  PAPERLOOM_HF_BASE_URL: baseUrl,
  PAPERLOOM_ARXIV_BASE_URL: `${baseUrl}/`,
  PAPERLOOM_FETCH_PAUSE_MS: '0',
});
function start(args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { PATH: process.env['PATH'] ?? '', LANG: 'C', ...env() } });
  started.push(child);
  return child;
}
const run = (...args: readonly string[]): Promise<Ended> => runInProcess(folder, args, env());
const statsOf = async (data: string): Promise<{ papers: number; fingerprint: string }> =>
  JSON.parse((await run('stats', '--json', '--data-dir', data)).out) as { papers: number; fingerprint: string };

/** The address that `serve` prints. */
async function serve(data: string): Promise<{ readonly stop: () => Promise<void> }> {
  const child = start(['serve', '--port', '0', '--samples-dir', 'none', '--data-dir', data]);
  await new Promise<void>((resolve) => {
    child.stdout?.once('data', () => resolve());
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  return {
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

describe.each(['by itself', 'through a server'])('%s', (how) => {
  const data = how === 'by itself' ? 'own' : 'served';
  const dir = ['--data-dir', data] as const;
  let running: Awaited<ReturnType<typeof serve>> | null = null;
  beforeAll(async () => {
    await run('ingest', 'a.jsonl', ...dir);
    if (how !== 'by itself') running = await serve(data);
  });
  afterAll(() => running?.stop());

  test('decisions are made, listed, undone, and leave no trace', async () => {
    const before = await statsOf(data);
    expect((await run('alias', 'list', ...dir)).out).toBe('No decision stands.\n');
    const set = await run('alias', 'set', 'GRPO', 'PPO', '--type', 'method', ...dir);
    expect([set.code, set.out]).toEqual([0, 'Decided (d3): 2 papers changed, 3 edges added, 0 changed, 3 removed.\n']);
    const correct = await run('alias', 'correct', '2602.00001', 'model:qwen2.5-vl-7b', '--role', 'model/compares', '--json', ...dir);
    expect(JSON.parse(correct.out)).toMatchObject({ id: 'd4', papers: 1, edges: { added: 1, removed: 1 } });
    expect((await run('alias', 'hide', '2602.00002|EVALUATES_ON|benchmark:aime-2024', ...dir)).out).toMatch(
      /^Decided \(d5\): 1 papers changed/,
    );
    expect((await run('alias', 'never-merge', 'AIME 2024', '--type', 'benchmark', ...dir)).code).toBe(0);
    const list = await run('alias', 'list', '--json', ...dir);
    expect(
      list.out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(['d3', 'd4', 'd5', 'd6']);
    expect((await run('alias', 'list', ...dir)).out).toMatch(/d3 +\d{4}-\d\d-\d\d +method GRPO means PPO\n/);
    for (const id of ['d6', 'd5', 'd4', 'd3']) expect((await run('alias', 'undo', id, ...dir)).code).toBe(0);
    expect(await statsOf(data)).toEqual(before);
  });

  test('compact leaves out what was undone, rebuild compares the fingerprints', async () => {
    const before = await statsOf(data);
    const compacted = JSON.parse((await run('compact', '--json', ...dir)).out) as { lines: object };
    expect(compacted.lines).toEqual({ before: 10, after: 2 });
    expect((await run('compact', ...dir)).out).toBe('Nothing to leave out: all 2 lines count.\n');
    const rebuilt = await run('rebuild', ...dir);
    expect([rebuilt.code, rebuilt.err]).toEqual([0, '']);
    expect(rebuilt.out).toMatch(
      new RegExp(`^Rebuilt from the ledger: 2 papers in .* s\\.\nStore and ledger have the same fingerprint: ${before.fingerprint}\n$`),
    );
    expect(await statsOf(data)).toEqual(before);
  });
});

describe('decisions that say nothing', () => {
  test.each([
    [['alias', 'undo', 'd999'], 1, /Nothing has this id: decision d999/],
    [['alias', 'hide', 'no-edge'], 1, /Nothing has this id/],
    [['alias', 'set', 'GRPO', 'GRPO', '--type', 'method'], 2, /are the same already/],
    [['alias', 'set', 'GRPO', 'PPO'], 2, /required option '--type <type>'/],
    [['alias', 'correct', '2602.00001', 'method:grpo'], 2, /role/],
    [['alias', 'correct', '2602.00001', 'method:grpo', '--role', 'method/eats'], 2, /Allowed choices are/],
    [['alias', 'nonsense'], 2, /unknown command 'nonsense'/],
  ])('%j is refused', async (args, code, message) => {
    const ended = await run(...args, '--data-dir', 'own');
    expect([ended.code, ended.out]).toEqual([code, '']);
    expect(ended.err).toMatch(message);
  });
});

describe('fetch', () => {
  test('a range of days of Hugging Face: downloaded, ingested, and the second time neither', async () => {
    asked.length = 0;
    const first = await run('fetch', 'hf', '--from', '2026-02-14', '--to', '2026-02-16', '--json', '--data-dir', 'fetched');
    expect([first.code, JSON.parse(first.out)]).toMatchObject([0, { papers: { added: 2, changed: 0, unchanged: 0, failed: 0 } }]);
    expect(first.err).toMatch(/2026-02-15&limit=100: no papers/);
    expect(asked).toEqual(['14', '15', '16'].map((day) => `/api/daily_papers?date=2026-02-${day}&limit=100`));
    expect(readdirSync(join(folder, 'fetched', 'cache', 'hf')).sort()).toEqual(
      ['14', '15', '16'].map((day) => `hf-daily-2026-02-${day}.json`),
    );
    const again = await run('fetch', 'hf', '--from', '2026-02-14', '--to', '2026-02-16', '--json', '--data-dir', 'fetched');
    expect(JSON.parse(again.out)).toMatchObject({ papers: { added: 0, unchanged: 2 } });
    expect(asked).toHaveLength(3);
  });

  test('a day that cannot be had: what came before it is ingested, the rest is a failure', async () => {
    const ended = await run('fetch', 'hf', '--from', '2026-02-18', '--to', '2026-02-20', '--data-dir', 'fetched');
    expect(ended.code).toBe(1);
    expect(ended.out).toMatch(/^Papers: 1 added/);
    expect(ended.err).toMatch(/A download failed: .*2026-02-19.*answered 404\n {2}Check the connection/);
    expect(existsSync(join(folder, 'fetched', 'cache', 'hf', 'hf-daily-2026-02-19.json'))).toBe(false);
  });

  test('arXiv by ids and by query', async () => {
    const ids = await run('fetch', 'arxiv', '--ids', '2602.10575,2602.10576', '2602.10577', '--json', '--data-dir', 'fetched');
    expect([ids.code, JSON.parse(ids.out)]).toMatchObject([0, { papers: { added: 3, failed: 0 } }]);
    asked.length = 0;
    for (const added of [2, 0]) {
      const query = await run('fetch', 'arxiv', '--query', 'cat:cs.RO', '--max', '300', '--json', '--data-dir', 'fetched');
      expect(JSON.parse(query.out)).toMatchObject({ papers: { added, failed: 0 } });
    }
    // A query is asked again every time, and no further than its first empty page.
    expect(asked.map((url) => new URL(url, 'http://x').searchParams.get('start'))).toEqual(['0', '100', '0', '100']);
    expect(readFileSync(join(folder, 'fetched', 'ledger', '000001.jsonl'), 'utf8')).not.toContain(baseUrl);
  });

  test.each([
    [['fetch', 'hf', '--date', '14.2.2026'], /is no date/],
    [['fetch', 'hf', '--date', '2026-02-14', '--from', '2026-02-14'], /either --date, or --from and --to/],
    [['fetch', 'hf', '--to', '2026-02-14'], /--to needs --from/],
    [['fetch', 'arxiv'], /either --ids or --query/],
    [['fetch', 'arxiv', '--ids', '../x'], /is no arXiv id/],
    [['fetch', 'arxiv', '--query', 'x', '--max', 'many'], /--max must be/],
    [['fetch', 'hf', '--hf-base-url', 'file:///etc'], /--hf-base-url/],
  ])('%j is wrong usage', async (args, message) => {
    const { code, out, err } = await run(...args, '--data-dir', 'fetched');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

test('ingest --watch reads what comes and what changes, and lets others at the folder in between', async () => {
  writeFileSync(join(folder, 'w.jsonl'), paper('2603.00001', 'We use GRPO.'));
  const child = start(['ingest', 'w.jsonl', '--watch', '--watch-ms', '100', '--json', '--data-dir', 'watched']);
  let out = '';
  child.stdout?.on('data', (bytes) => (out += bytes));
  const lines = async (count: number): Promise<{ papers: object }[]> => {
    for (let i = 0; i < 300 && out.split('\n').length <= count; i++) await sleep(100);
    return out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { papers: object });
  };
  expect(await lines(1)).toMatchObject([{ papers: { added: 1 } }]);
  writeFileSync(join(folder, 'w.jsonl'), paper('2603.00001', 'We use DPO.') + paper('2603.00002', 'We use GRPO.'));
  expect((await lines(2))[1]).toMatchObject({ papers: { added: 1, changed: 1, unchanged: 0 } });
  expect((await statsOf('watched')).papers).toBe(2);
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});
