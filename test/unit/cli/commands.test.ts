// The commands as people run them: what they print, how they end, and that nothing ever shows a stack.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Ended, runInProcess } from './run-in-process.ts';

vi.setConfig({ testTimeout: 120_000 });
/** The compiled program, as it is shipped. */
const MAIN = join(import.meta.dirname, '../../../dist/cli/main.js');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  writeFileSync(
    join(folder, 'good.jsonl'),
    `${JSON.stringify({ id: '2602.00001', title: 'Stars', date: '2026-02-14', url: 'https://arxiv.org/abs/2602.00001', text: 'We train with GRPO, starting from Qwen2.5-VL-7B, and evaluate on AIME 2024.', lang: 'en' })}\n`,
  );
  writeFileSync(
    join(folder, 'half.jsonl'),
    `${JSON.stringify({ id: '2602.00002', title: 'Moons', date: '2026-02-14', url: '', text: 'We use DPO.', lang: 'en' })}\n{"id": "2602.0`,
  );
  writeFileSync(join(folder, 'empty.md'), '');
  writeFileSync(join(folder, 'picture.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]));
  writeFileSync(join(folder, 'strings.json'), '["a", "b"]');
  writeFileSync(join(folder, 'latin.md'), Buffer.from([0x23, 0x20, 0xe9, 0xe8, 0xff, 0x0a]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> => runInProcess(folder, args, env);

/** As a process of its own, which is how people run it. */
function runAsProcess(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { PATH: process.env['PATH'] ?? '', LANG: 'C' } });
    const parts = { out: '', err: '' };
    child.stdout.on('data', (bytes) => (parts.out += bytes));
    child.stderr.on('data', (bytes) => (parts.err += bytes));
    child.on('close', (code) => {
      expect(parts.err, 'a stack').not.toMatch(/^\s+at .*:\d+:\d+/m);
      resolve({ code: code ?? -1, ...parts });
    });
  });
}
const linesOf = (text: string): unknown[] =>
  text
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

describe('wrong usage ends with 2', () => {
  test.each([
    [['nonsense'], /unknown command 'nonsense'/],
    [[], /Usage: paperloom/],
    [['extract'], /missing required argument 'file'/],
    [['extract', 'no-such-file.md'], /A file cannot be read: no-such-file\.md/],
    [['extract', '--input-format', 'pdf', 'good.jsonl'], /Allowed choices are/],
    [['resolve', 'GRPO'], /required option '--type <type>'/],
    [['resolve', '--type', 'person', 'GRPO'], /Allowed choices are field, method/],
    [['ingest', 'no-such-folder'], /A file cannot be read: no-such-folder/],
    [['stats', '--store', 'mysql://x'], /--store is "mysql:\/\/x": expected grafeo/],
    [['serve', '--host', '0.0.0.0'], /A host that is not loopback needs a token/],
    [['query', 'RETURN 1', '--limit', '5000'], /limit/],
  ])('%j', async (args, message) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

test('a process ends as the command does, in words and by its exit code', async () => {
  const calls = [
    ['resolve', '--type', 'model', 'Qwen2.5-VL-7B'],
    ['extract', 'half.jsonl'],
    ['query', 'MATCH (n) DETACH DELETE n', '--data-dir', 'process'],
    ['stats', '--store', 'mysql://x'],
    ['nonsense'],
    [],
  ];
  const ended = [];
  for (const args of calls) {
    ended.push(await runAsProcess(args));
    expect(ended.at(-1)).toEqual(await run(args));
  }
  expect(ended.map(({ code }) => code)).toEqual([0, 1, 1, 2, 2, 2]);
});

test('every command has help', async () => {
  for (const command of ['extract', 'resolve', 'ingest', 'diff', 'query', 'stats', 'serve', 'retract', 'rebuild', 'doctor']) {
    const { code, out } = await run([command, '--help']);
    expect([command, code]).toEqual([command, 0]);
    expect(out).toMatch(new RegExp(`Usage: paperloom ${command} `));
  }
});

test('resolve prints one line a name', async () => {
  const { code, out } = await run(['resolve', '--type', 'model', 'Qwen2.5-VL-7B', 'qwen2.5 vl 7b']);
  expect(code).toBe(0);
  expect(linesOf(out)).toEqual([
    { name: 'Qwen2.5-VL-7B', id: 'model:qwen2.5-vl-7b', canonical: 'Qwen2.5-VL-7B' },
    { name: 'qwen2.5 vl 7b', id: 'model:qwen2.5-vl-7b', canonical: 'Qwen2.5-VL-7B' },
  ]);
});

describe('extract', () => {
  test('prints the paper, and every quote stands where it says', async () => {
    const { code, out, err } = await run(['extract', 'good.jsonl', '--with-text']);
    expect([code, err]).toEqual([0, '']);
    const [line] = linesOf(out) as [
      {
        paper: { id: string; text: string };
        mentions: { id: string; evidence: { quote: string; start: number; end: number } }[];
        results: unknown[];
      },
    ];
    expect(Object.keys(line)).toEqual(['paper', 'mentions', 'results']);
    expect(line.paper.id).toBe('2602.00001');
    expect(line.mentions.map(({ id }) => id)).toEqual(expect.arrayContaining(['method:grpo', 'model:qwen2.5-vl-7b']));
    for (const { evidence } of line.mentions) expect(line.paper.text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
  });

  test.each([
    ['half.jsonl', 1, /^half\.jsonl:2:?\d*: error /m],
    ['empty.md', 0, /^empty\.md(:1)?(:1)?: error /m],
    ['picture.md', 0, /^picture\.md(:1)?(:1)?: error /m],
    ['strings.json', 0, /^strings\.json(:\d+)?(:\d+)?: error /m],
    ['latin.md', 1, /^latin\.md:\d+(:\d+)?: error /m],
  ])('%s: keeps what can be read, says the rest, ends with 1', async (file, papers, message) => {
    const { code, out, err } = await run(['extract', file]);
    expect([code, linesOf(out).length]).toEqual([1, papers]);
    expect(err).toMatch(message);
  });

  test('a reader that has seen enough is no failure', async () => {
    const big = Array.from({ length: 300 }, (_, i) =>
      JSON.stringify({ id: `2602.1${i}`, title: 't', date: '2026-02-14', url: '', text: 'We use GRPO and DPO. '.repeat(20), lang: 'en' }),
    ).join('\n');
    writeFileSync(join(folder, 'big.jsonl'), big);
    const child = spawn('bash', ['-c', `set -o pipefail; "${process.execPath}" "${MAIN}" extract big.jsonl | head -1 >/dev/null`], {
      cwd: folder,
    });
    let err = '';
    child.stderr.on('data', (bytes) => (err += bytes));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, err]).toEqual([0, '']);
  });
});

describe('a data folder', () => {
  const inFolder = (...args: string[]): Promise<Ended> => run([...args, '--data-dir', 'data']);

  test('ingest, ingest again, stats, query, diff, retract, rebuild', async () => {
    const first = await inFolder('ingest', 'good.jsonl', '--json');
    expect([first.code, first.err]).toEqual([0, '']);
    const report = JSON.parse(first.out) as { papers: unknown; nodes: { added: number }; edges: { added: number } };
    expect(Object.keys(report)).toEqual(['papers', 'nodes', 'edges', 'diagnostics', 'ms']);
    expect(report.papers).toEqual({ added: 1, changed: 0, unchanged: 0, failed: 0 });
    const stats = JSON.parse((await inFolder('stats')).out) as { papers: number; fingerprint: string };
    expect(Object.keys(stats)).toEqual(['papers', 'nodes', 'edges', 'fingerprint']);
    expect(JSON.parse((await inFolder('ingest', 'good.jsonl', '--json')).out)).toMatchObject({
      papers: { added: 0, changed: 0, unchanged: 1, failed: 0 },
      nodes: { added: 0, removed: 0 },
      edges: { added: 0, changed: 0, removed: 0 },
    });
    expect(JSON.parse((await inFolder('stats')).out)).toEqual(stats);
    const found = await inFolder(
      'query',
      'MATCH (p:Paper)-[r:USES|PROPOSES]->(m:Method {id:$id}) RETURN p.id AS id',
      '--param',
      'id=method:grpo',
      '--json',
    );
    expect(JSON.parse(found.out)).toMatchObject({ columns: ['id'], rows: [['paper:2602.00001']], truncated: false });
    expect((await inFolder('query', 'RETURN "=1" AS x', '--format', 'csv')).out).toBe("x\r\n'=1\n");
    expect((await inFolder('query', 'MATCH (n RETURN n')).code).toBe(2);
    expect(await inFolder('query', 'MATCH (n) DETACH DELETE n')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('Only reading is allowed here'),
    });
    expect((await inFolder('diff', 'good.jsonl')).out).toBe('');
    expect((await inFolder('rebuild', '--json')).code).toBe(0);
    expect(JSON.parse((await inFolder('stats')).out)).toEqual(stats);
    expect((await inFolder('retract', '2602.99999')).code).toBe(1);
    expect((await inFolder('retract', '2602.00001')).code).toBe(0);
    expect(JSON.parse((await inFolder('stats')).out)).toMatchObject({ papers: 0 });
  });

  test('a folder of digests: the good ones are in, the bad ones are said, hidden files are named', async () => {
    mkdirSync(join(folder, 'digests', 'deep'), { recursive: true });
    writeFileSync(join(folder, 'digests', '.hidden.md'), '# x');
    writeFileSync(join(folder, 'digests', 'notes.txt'), 'x');
    writeFileSync(
      join(folder, 'digests', 'deep', 'one.jsonl'),
      JSON.stringify({ id: '2602.00003', title: 'Three', date: '2026-02-14', url: '', text: 'We use GRPO.', lang: 'en' }),
    );
    writeFileSync(join(folder, 'digests', 'bad.json'), '["a"]');
    const { code, out, err } = await run(['ingest', 'digests', '--json', '--data-dir', 'data2']);
    expect(code).toBe(1);
    const report = JSON.parse(out) as { papers: { added: number }; diagnostics: { code: string }[] };
    expect(report.papers.added).toBe(1);
    expect(report.diagnostics.map(({ code: rule }) => rule)).toEqual(
      expect.arrayContaining(['ingest/hidden-skipped', 'ingest/ending-skipped']),
    );
    expect(err).toContain('.hidden.md: info ingest/hidden-skipped');
  });

  test('messages in Chinese when the terminal is', async () => {
    expect((await run(['retract', '2602.9', '--data-dir', 'data3'], { LANG: 'zh_CN.UTF-8' })).err).toContain('没有此 id');
  });
});

test('while a server runs, commands go through it; it ends cleanly; a killed one is noticed', async () => {
  const start = async () => {
    const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--data-dir', 'served', '--samples-dir', 'none'], { cwd: folder });
    const url = await new Promise<string>((resolve, reject) => {
      child.once('close', (code) => reject(new Error(`serve ended with ${code}`)));
      let out = '';
      child.stdout.on('data', (bytes) => {
        out += bytes;
        const found = /http:\/\/\S+/.exec(out);
        if (found) resolve(found[0]);
      });
    });
    return { child, url, ended: new Promise((resolve) => child.once('close', resolve)) };
  };
  const first = await start();
  const ingested = await run(['ingest', 'good.jsonl', '--json', '--data-dir', 'served']);
  expect([ingested.code, (JSON.parse(ingested.out) as { papers: unknown }).papers]).toEqual([
    0,
    { added: 1, changed: 0, unchanged: 0, failed: 0 },
  ]);
  const remote = JSON.parse((await run(['stats', '--data-dir', 'served'])).out) as { fingerprint: string };
  expect((await (await fetch(`${first.url}/api/health`)).json()) as unknown).toMatchObject({ ok: true, fingerprint: remote.fingerprint });
  expect((await run(['query', 'MATCH (n RETURN n', '--data-dir', 'served'])).err).toMatch(/The query has a syntax error.*\(1:\d+\)/);
  expect(await run(['serve', '--port', '0', '--data-dir', 'served'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('serves it already'),
  });
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(JSON.parse((await run(['stats', '--data-dir', 'served'])).out)).toEqual(remote);

  const second = await start();
  second.child.kill('SIGKILL');
  await second.ended;
  const after = await run(['stats', '--data-dir', 'served']);
  expect(JSON.parse(after.out)).toEqual(remote);
  expect(after.err).toContain('ended without cleaning up');
  // The same source, by the same key, whoever reads it.
  expect((JSON.parse((await run(['ingest', 'good.jsonl', '--json', '--data-dir', 'served'])).out) as { papers: unknown }).papers).toEqual({
    added: 0,
    changed: 0,
    unchanged: 1,
    failed: 0,
  });
});
