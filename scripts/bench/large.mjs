// How a large embedded graph answers over HTTP: start, base-model sharing, neighbourhood, search, matrix, and what memory it takes.
//   npm run build && node scripts/bench/large.mjs [--papers 100000] [--claims 7] [--requests 200] [--folder DIR [--fill]] [--json]
// The graph is synthetic (test/contract/make-graph.ts: few hubs, a long tail, every claim with its sentence); it is written through the store
// as an ingest would. 7 claims make 7.8 edges a paper, which is what the reader finds in abstracts; 15 make a dense graph. A --folder that has it already is used as it is.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const option = (name, fallback) => (process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : fallback);
const papers = Number(option('papers', 100_000));
const claims = Number(option('claims', 7));
const requests = Number(option('requests', 200));
const root = new URL('../../', import.meta.url);
const kept = option('folder', null);
const folder = kept ?? mkdtempSync(join(tmpdir(), 'paperloom-large-'));
const { makeSyntheticPatch, makeRandom } = (await runnerImport(fileURLToPath(new URL('test/contract/make-graph.ts', root)))).module;

async function fill() {
  const { GrafeoStore } = await import(new URL('dist/store/grafeo/grafeo-store.js', root).href);
  const store = await GrafeoStore.open({ path: join(folder, 'graph.grafeo') });
  await store.migrate();
  const began = performance.now();
  for (let from = (await store.stats()).papers; from < papers; from += 500) {
    await store.apply(makeSyntheticPatch(from, Math.min(papers, from + 500), claims));
    if (from % 10_000 === 0) console.error(`${from} papers, ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  }
  await store.close();
  return (performance.now() - began) / 1_000;
}

const pidsOf = (pid) => [pid, ...readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number)];

/** Server and store process together, in bytes: what is in memory now, and the most there ever was. */
function memoryOf(pid) {
  const pids = pidsOf(pid);
  const sum = (field) =>
    pids.reduce(
      (total, each) =>
        total + 1024 * Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${each}/status`, 'utf8'))?.[1] ?? 0),
      0,
    );
  return { now: sum('VmRSS'), peak: sum('VmHWM') };
}

/** Processor time of server and store process so far, in ms: other work on the machine changes it less than the time over HTTP. */
function cpuOf(pid) {
  const ticks = (each) =>
    readFileSync(`/proc/${each}/stat`, 'utf8')
      .split(') ')[1]
      .split(' ')
      .slice(11, 13)
      .reduce((sum, n) => sum + Number(n), 0);
  return pidsOf(pid).reduce((sum, each) => sum + ticks(each), 0) * 10;
}

async function start() {
  const began = performance.now();
  const server = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('dist/cli/main.js', root)),
      'serve',
      '--data-dir',
      folder,
      '--port',
      '0',
      '--samples-dir',
      'none',
      '--requests-per-minute',
      '1000000',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const url = await new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    server.stdout.on('data', (bytes) => {
      const at = /http:\/\/\S+/.exec(String(bytes))?.[0];
      if (at) resolve(at);
    });
  });
  await (await fetch(`${url}/api/health`)).json();
  return { server, url, seconds: (performance.now() - began) / 1_000 };
}

const random = makeRandom(7);
/** Hubs come up as often as the graph has them. */
const thing = (prefix) => `${prefix}-${Math.floor(random() ** 3 * 4_000)}`;
const CASES = {
  'base-model sharing': () => [`/api/entities/${encodeURIComponent(`model:${thing('model')}`)}`],
  neighbourhood: () => [`/api/entities/${encodeURIComponent(`method:${thing('method')}`)}/neighbours?limit=100`],
  'neighbourhood of a paper': () => [
    `/api/entities/${encodeURIComponent(`paper:2601.${String(Math.floor(random() * papers)).padStart(6, '0')}`)}/neighbours`,
  ],
  search: () => [
    `/api/search?q=${encodeURIComponent(thing(['method', 'model', 'benchmark', 'field'][Math.floor(random() * 4)]))}&limit=20`,
  ],
  'matrix 50 x 50': () => ['/api/matrix?rows=method&columns=model&maxRows=50&maxColumns=50'],
};
/** Last, since a user's own query may run on a copy of the graph, which is a second one in memory. */
const CONSOLE_CASES = {
  'base-model sharing, in the console': () => [
    '/api/cypher',
    {
      query:
        'MATCH (m:Model {id: $id})<-[r:BUILDS_ON]-(p:Paper) RETURN p.id AS paper, p.title AS title, r.confidence AS confidence, r.quote AS quote ORDER BY paper LIMIT 100',
      params: { id: `model:${thing('model')}` },
    },
  ],
};

async function measure(url, cases, pid) {
  const rows = [];
  for (const [name, make] of Object.entries(cases)) {
    const times = [];
    const count = name.startsWith('matrix') ? Math.ceil(requests / 20) : requests;
    let empty = 0;
    let cpu = 0;
    for (let i = 0; i < count + 5; i++) {
      const [path, body] = make();
      // The first few are warming up.
      if (i === 5) cpu = cpuOf(pid);
      const began = performance.now();
      const response = await fetch(
        url + path,
        body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {},
      );
      const text = await response.text();
      if (i >= 5) times.push(performance.now() - began);
      if (response.status === 404) empty++;
      else if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`);
    }
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
    rows.push({
      what: name,
      requests: count,
      median: at(0.5),
      p95: at(0.95),
      slowest: times.at(-1),
      cpu: (cpuOf(pid) - cpu) / count,
      unknown: empty,
    });
  }
  return rows;
}

const seconds = existsSync(join(folder, 'graph.grafeo')) && kept && !process.argv.includes('--fill') ? null : await fill();
const { server, url, seconds: startSeconds } = await start();
try {
  const stats = await (await fetch(`${url}/api/stats`)).json();
  // The map is drawn once after a start, in the background: not what is measured here.
  const drawing = performance.now();
  await (await fetch(`${url}/api/graph?maxNodes=100`)).json();
  const mapSeconds = (performance.now() - drawing) / 1_000;
  const rows = await measure(url, CASES, server.pid);
  const memory = memoryOf(server.pid);
  rows.push(...(await measure(url, CONSOLE_CASES, server.pid)));
  const afterConsole = memoryOf(server.pid);
  const edges = Object.values(stats.edges).reduce((sum, n) => sum + n, 0);
  const whole = {
    papers: stats.papers,
    edges,
    fillSeconds: seconds,
    startSeconds,
    mapSeconds,
    memoryGb: memory.now / 1e9,
    peakGb: memory.peak / 1e9,
    consoleGb: afterConsole.now / 1e9,
    load: loadavg()[0],
    rows,
  };
  if (process.argv.includes('--json')) console.log(JSON.stringify(whole));
  else {
    console.log(
      `${stats.papers} papers, ${edges} edges${seconds === null ? '' : `, written in ${seconds.toFixed(0)} s`}; start ${startSeconds.toFixed(1)} s, first map ${mapSeconds.toFixed(1)} s later;`,
    );
    console.log(
      `memory of server and store ${whole.memoryGb.toFixed(2)} GB (at most ${whole.peakGb.toFixed(2)}), with the console in use ${whole.consoleGb.toFixed(2)} GB; load ${whole.load.toFixed(1)}\n`,
    );
    console.log('| request | times | median ms | p95 ms | slowest ms | processor ms, mean |\n| --- | --- | --- | --- | --- | --- |');
    for (const { what, requests: n, median, p95, slowest, cpu } of rows)
      console.log(`| ${what} | ${n} | ${median.toFixed(1)} | ${p95.toFixed(1)} | ${slowest.toFixed(1)} | ${cpu.toFixed(1)} |`);
  }
} finally {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  if (!kept) rmSync(folder, { recursive: true, force: true });
}
