// The server under load: 50 clients read at random for 60 s, alone and beside a runaway query; latencies, errors and memory.
// usage: node scripts/bench/http.mjs [--seconds 60] [--clients 50] [--data-dir DIR]    (without a folder: the samples in a temporary one)
// Each phase has one process of clients: what they cost is not the server's. Fails when a bound of docs/api.md is not kept.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { seconds: { type: 'string' }, clients: { type: 'string' }, 'data-dir': { type: 'string' }, url: { type: 'string' } },
});
const seconds = Number(values.seconds ?? 60);
const clients = Number(values.clients ?? 50);
const P95_MS = 100;
const P95_BESIDE_MS = 250;
const RUNAWAY =
  'UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 300) AS c WITH a, b, c WHERE a + b + c = -1 RETURN count(a) AS n';

if (values.url) await beClients(values.url);
else await main();

async function main() {
  const folder = values['data-dir'] ?? mkdtempSync(join(tmpdir(), 'paperloom-http-'));
  const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
  const server = spawn(process.execPath, [cli, 'serve', '--port', '0', '--data-dir', folder, '--requests-per-minute', '1000000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let ok = true;
  try {
    let url = '';
    for await (const line of createInterface({ input: server.stdout })) {
      url = /https?:\S+/.exec(line)?.[0] ?? '';
      if (url) break;
    }
    // Maps are drawn and code is warm before anything is measured.
    await phase(url, Math.max(5, seconds / 3));
    const before = residentMb(server.pid);
    const cpuBefore = cpuMs(server.pid);
    const alone = await phase(url, seconds);
    const cpu = (cpuMs(server.pid) - cpuBefore) / alone.requests;
    const after = residentMb(server.pid);
    const runaways = { stop: false, timeouts: 0 };
    const running = runAway(url, runaways);
    await sleep(500);
    const beside = await phase(url, seconds);
    runaways.stop = true;
    await running;
    const end = residentMb(server.pid);
    say('alone', alone);
    say(`beside a runaway query (stopped ${runaways.timeouts} times by its clock)`, beside);
    console.log(`processor time a request, server and store: ${cpu.toFixed(1)} ms`);
    console.log(`memory of the server: ${before} MB before, ${after} MB after, ${end} MB at the end`);
    ok = check('no errors', alone.errors + beside.errors === 0) && ok;
    ok = check(`p95 alone at most ${P95_MS} ms`, alone.p95 <= P95_MS) && ok;
    ok = check(`p95 beside the runaway query at most ${P95_BESIDE_MS} ms`, beside.p95 <= P95_BESIDE_MS) && ok;
    ok = check('the runaway query was stopped', runaways.timeouts > 0) && ok;
    ok = check('memory is flat (at most a fifth more)', after <= before * 1.2) && ok;
  } finally {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await gone;
    if (!values['data-dir']) rmSync(folder, { recursive: true, force: true });
  }
  process.exitCode = ok ? 0 : 1;
}

function check(what, holds) {
  console.log(`${holds ? 'holds' : 'FAILS'}: ${what}`);
  return holds;
}

function say(title, { requests, errors, p50, p95, p99, max, seconds: took, slowest }) {
  console.log(`${title}: ${requests} requests in ${took.toFixed(0)} s (${Math.round(requests / took)}/s), ${errors} errors`);
  console.log(`  p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, max ${max.toFixed(0)} ms`);
  console.log(`  slowest kinds by p95: ${slowest.map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`).join(', ')}`);
}

async function phase(url, length) {
  const child = spawn(
    process.execPath,
    [fileURLToPath(import.meta.url), '--url', url, '--seconds', String(length), '--clients', String(clients)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let text = '';
  for await (const part of child.stdout) text += part;
  return JSON.parse(text);
}

/** One runaway query after the other, as a console would send it. */
async function runAway(url, state) {
  while (!state.stop) {
    const { status } = await ask(url, '/api/cypher', { query: RUNAWAY, timeoutMs: 5_000 });
    if (status === 408) state.timeouts++;
    else await sleep(200);
  }
}

async function beClients(url) {
  const get = async (path) => JSON.parse((await ask(url, path)).text);
  const { papers } = await get('/api/papers?limit=100');
  const { hits } = await get('/api/search?q=a&limit=50');
  const things = hits.filter(({ type }) => type !== 'paper');
  const pick = (list) => list[Math.floor(Math.random() * list.length)];
  const id = ({ id: value }) => encodeURIComponent(value);
  /** Kind, share, address. */
  const kinds = [
    ['paper', 25, () => `/api/papers/${id(pick(papers))}`],
    ['entity', 20, () => `/api/entities/${id(pick(things))}`],
    ['search', 15, () => `/api/search?q=${pick(['grpo', 'qwen', '视觉', 'agent', 'reason', 'vla', 'aime'])}`],
    ['neighbours', 10, () => `/api/entities/${id(pick(things))}/neighbours?limit=50`],
    ['papers', 10, () => '/api/papers?limit=50'],
    ['stats', 5, () => '/api/stats'],
    ['matrix', 4, () => '/api/matrix'],
    ['timeline', 3, () => '/api/timeline'],
    ['clusters', 3, () => '/api/clusters'],
    ['cypher', 3, () => '/api/cypher'],
    ['graph', 2, () => '/api/graph'],
  ];
  const deck = kinds.flatMap(([name, share, address]) => Array.from({ length: share }, () => [name, address]));
  const times = new Map(kinds.map(([name]) => [name, []]));
  const began = performance.now();
  let errors = 0;
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const one = async () => {
    // People look at an answer for a moment before they ask on: up to a second.
    while (performance.now() - began < seconds * 1000) {
      const [name, address] = pick(deck);
      const start = performance.now();
      const body =
        name === 'cypher'
          ? { query: 'MATCH (p:Paper)-[:USES]->(m:Method) RETURN m.name AS name, count(p) AS papers ORDER BY papers DESC LIMIT 10' }
          : undefined;
      const { status } = await ask(url, address(), body, agent).catch(() => ({ status: 0 }));
      times.get(name).push(performance.now() - start);
      // The console lets one address ask two questions at once; a third is told to wait, which is no failure.
      if (status !== 200 && !(name === 'cypher' && status === 429)) errors++;
      await sleep(Math.random() * 1_000);
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  agent.destroy();
  const all = [...times.values()].flat().sort((a, b) => a - b);
  const at = (list, share) => list[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
  const slowest = [...times]
    .map(([name, list]) => [
      name,
      at(
        list.sort((a, b) => a - b),
        0.95,
      ),
    ])
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4);
  const took = (performance.now() - began) / 1000;
  console.log(
    JSON.stringify({
      requests: all.length,
      errors,
      p50: at(all, 0.5),
      p95: at(all, 0.95),
      p99: at(all, 0.99),
      max: all.at(-1),
      seconds: took,
      slowest,
    }),
  );
}

function ask(url, path, body, agent) {
  return new Promise((resolve, reject) => {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const req = request(
      url + path,
      {
        agent,
        method: sent ? 'POST' : 'GET',
        headers: {
          'accept-encoding': 'gzip',
          ...(sent ? { 'content-type': 'application/json' } : {}),
          ...(agent ? {} : { 'accept-encoding': 'identity' }),
        },
      },
      (res) => {
        const parts = [];
        res
          .on('data', (part) => parts.push(part))
          .on('end', () => resolve({ status: res.statusCode, text: Buffer.concat(parts).toString() }));
      },
    );
    req.on('error', reject).end(sent);
  });
}

function residentMb(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

/** Of the process and its children. */
function cpuMs(pid) {
  const stat = (id) =>
    readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return [pid, ...children].reduce((sum, id) => sum + (Number(stat(id)[11]) + Number(stat(id)[12])) * 10, 0);
}
