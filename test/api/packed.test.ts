// The package as users get it: packed, installed into an empty project, then its command, its library, its client and its types are used.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'packed-'));
const project = join(folder, 'project');
const bin = join(project, 'node_modules/.bin/paperloom');
let packed: readonly string[] = [];

const run = (command: string, args: readonly string[], cwd = project): string =>
  execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PAPERLOOM_DATA_DIR: join(folder, 'data') },
  });
function script(source: string): unknown {
  writeFileSync(join(project, 'script.mjs'), source);
  return JSON.parse(run(process.execPath, ['script.mjs']));
}

beforeAll(() => {
  if (!existsSync(join(ROOT, 'dist/index.js'))) throw new Error('not built: run `npm run build`');
  const [{ filename, files }] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT)) as [
    { filename: string; files: { path: string }[] },
  ];
  packed = files.map(({ path }) => path);
  execFileSync('mkdir', [project]);
  writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }\n');
  run('npm', ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', join(folder, filename)]);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('it holds what runs, and neither sources nor tests', () => {
  expect(packed).toEqual(expect.arrayContaining(['dist/cli/main.js', 'dist/index.d.ts', 'dist/client/client.js', 'LICENSE', 'README.md']));
  expect(packed.filter((path) => !/^(?:dist|cypher|samples|web\/dist)\/|^[A-Z]+(?:\.zh)?(?:\.md)?$|^package\.json$/.test(path))).toEqual(
    [],
  );
  expect(packed.filter((path) => /\.tsbuildinfo$|\.map$|\.test\.|(?:^|\/)test\/|\.tsx?$(?<!\.d\.ts)/.test(path))).toEqual([]);
});

test('the command runs', () => {
  expect(run(bin, ['--version']).trim()).toMatch(/^\d+\.\d+\.\d+$/);
  expect(JSON.parse(run(bin, ['resolve', '--type', 'model', 'Qwen2.5-VL-7B-Instruct']))).toMatchObject({
    id: expect.stringMatching(/^model:/),
  });
});

test('the library reads a digest and resolves names', () => {
  const source = `
    import { extractPapers, resolveName } from 'paperloom';
    const text = 'We propose TFQ-GRPO, a variant of GRPO. Built on Qwen2.5-VL-7B, it reaches 62.1% accuracy on AIME 2024.';
    const line = JSON.stringify({ id: '2602.10575', title: 'A paper', date: '2026-02-14', url: 'https://arxiv.org/abs/2602.10575', lang: 'en', text });
    const { papers, diagnostics } = extractPapers(line + '\\n{');
    const [{ paper, mentions }] = papers;
    console.log(JSON.stringify({
      ids: mentions.map((mention) => mention.id),
      quoted: mentions.every(({ evidence }) => paper.text.slice(evidence.start, evidence.end) === evidence.quote),
      diagnostics: diagnostics.length,
      again: extractPapers([paper]).papers[0].mentions.length === mentions.length,
      resolved: [resolveName('method', 'Group Relative Policy Optimization'), resolveName('method', '组相对策略优化')].map(({ id }) => id),
    }));`;
  expect(script(source)).toEqual({
    ids: expect.arrayContaining(['method:grpo', 'model:qwen2.5-vl-7b', 'benchmark:aime-2024']),
    quoted: true,
    diagnostics: 1,
    again: true,
    resolved: ['method:grpo', 'method:grpo'],
  });
});

test('server and client work together', async () => {
  const server: ChildProcess = spawn(bin, ['serve', '--port', '0', '--data-dir', join(folder, 'data')], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    if (!server.stdout) throw new Error('no output');
    let url = '';
    for await (const line of createInterface({ input: server.stdout })) {
      url = /https?:\S+/.exec(line)?.[0] ?? '';
      if (url) break;
    }
    const source = `
      import { readFileSync } from 'node:fs';
      import { createClient, PaperloomError } from 'paperloom/client';
      const { token } = JSON.parse(readFileSync(${JSON.stringify(join(folder, 'data', 'owner.json'))}, 'utf8'));
      const client = createClient({ url: ${JSON.stringify(url)}, token, lang: 'zh' });
      const stats = await client.stats();
      let listed = 0;
      for await (const page of client.pages('papers', { limit: 20 })) listed += page.papers.length;
      const { rows } = await client.cypher({ query: 'MATCH (p:Paper) RETURN count(p) AS papers' });
      const failure = await client.paper({ id: 'none' }).catch((error) => error);
      const bytes = new TextEncoder().encode(JSON.stringify({ id: '2602.99999', title: 'New', date: '2026-02-14', url: '', lang: 'en', text: 'We use GRPO.' }));
      const preview = await client.previewIngest({ name: 'new.jsonl', body: bytes });
      const states = [];
      for await (const job of client.jobEvents(await client.startIngest({ name: 'new.jsonl', body: bytes }))) states.push(job.state);
      const made = await client.decide({ kind: 'never-merge', type: 'method', name: 'GRPO' });
      const { overrides } = await client.overrides();
      await client.undo({ id: made.id });
      const lines = (await new Response(await client.export({ format: 'jsonl' })).text()).trimEnd().split('\\n').length;
      console.log(JSON.stringify({
        same: stats.papers === listed && rows[0][0] === listed && listed > 50,
        failure: failure instanceof PaperloomError && [failure.status, failure.code, /没有/.test(failure.message)],
        added: preview.report.papers.added,
        last: states.at(-1),
        overrides: overrides.length,
        map: (await client.graph({ maxNodes: 50 })).nodes.length,
        lines: lines > listed * 10,
      }));`;
    expect(script(source)).toEqual({
      same: true,
      failure: [404, 'not_found', true],
      added: 1,
      last: 'done',
      overrides: 1,
      map: 50,
      lines: true,
    });
    // Through the server that has the folder open.
    run(bin, ['export', '--format', 'jsonl', '--out', join(folder, 'served.jsonl')]);
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
  }
  expect(server.exitCode).toBe(0);
  expect(readdirSync(join(folder, 'data'))).not.toContain('owner.json');
  // And from the folder itself: the same bytes.
  run(bin, ['export', '--format', 'jsonl', '--out', join(folder, 'own.jsonl')]);
  expect(readFileSync(join(folder, 'own.jsonl')).equals(readFileSync(join(folder, 'served.jsonl')))).toBe(true);
  expect(run(bin, ['export', '--format', 'bibtex', '--out', '-'])).toMatch(/^@misc\{/);
  expect(run(bin, ['export', '--format', 'neo4j-admin', '--out', join(folder, 'admin')])).toMatch(/^neo4j-admin database import full/);
}, 240_000);

test('types say what each call takes and gives', () => {
  writeFileSync(
    join(project, 'consumer.ts'),
    `import { type ExtractedPaper, extractPapers, resolveName } from 'paperloom';
import { createClient, type PaperloomClient } from 'paperloom/client';
const papers: readonly ExtractedPaper[] = extractPapers('# digest').papers;
const id: string = resolveName('model', 'Qwen').id;
const client: PaperloomClient = createClient({ url: 'http://127.0.0.1:1' });
export async function ask(): Promise<readonly [string, number, string | null, readonly ExtractedPaper[], string]> {
  const page = await client.papers({ entity: 'method:grpo', limit: 5 });
  const { rows } = await client.cypher({ query: 'RETURN 1', params: { a: [1, null] } });
  return [page.papers[0]?.title ?? '', rows.length, (await client.entity({ id: 'x' })).entity.nameZh, papers, id];
}
// @ts-expect-error a number is wanted
void client.papers({ limit: 'many' });
// @ts-expect-error an id is needed
void client.paper();
// @ts-expect-error there is no such type
resolveName('thing', 'x');
`,
  );
  const options = {
    strict: true,
    noEmit: true,
    module: 'NodeNext',
    target: 'ES2023',
    lib: ['ES2023', 'DOM', 'DOM.AsyncIterable'],
    types: [],
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['consumer.ts'] }));
  expect(run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', '.'])).toBe('');
});
