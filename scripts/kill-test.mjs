// kill -9 in the middle of writing, again and again: after a restart and a replay from the applied step, the graph must be the one of a clean run.
//   npx tsc -b && node scripts/kill-test.mjs [--rounds 10] [--only parent|child|server] [--seed 1]
// parent: the process that writes; child: the process that owns the embedded file; server: Neo4j. Exit code 1 when a graph differs.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { current, start, stop } from './neo4j-local.mjs';

const ROOT = new URL('..', import.meta.url);
const WORKER = fileURLToPath(new URL('kill-worker.mjs', import.meta.url));
const LEDGER = 'kill-test';
const { GrafeoStore } = await import(new URL('dist/store/grafeo/grafeo-store.js', ROOT).href);
const { Neo4jStore } = await import(new URL('dist/store/neo4j/neo4j-store.js', ROOT).href);

/** Tells a store what it has not been told yet, a step at a time, as the pipeline does. */
export async function replay(store, steps) {
  for (let seq = await store.appliedSeq(LEDGER); seq < steps.length; seq++) {
    await store.apply(steps[seq]);
    await store.setAppliedSeq(LEDGER, seq + 1);
  }
}

async function statsOf(store) {
  const kept = await store.stats();
  const counted = await store.stats({ verify: true });
  return { kept: JSON.stringify(kept), counted: JSON.stringify(counted) };
}

/** Goes on where the store was left. */
async function resume(store, steps) {
  const resumedAt = await store.appliedSeq(LEDGER);
  await replay(store, steps);
  return { resumedAt, ...(await statsOf(store)) };
}

async function withStore(open, work) {
  const store = await open();
  try {
    await store.migrate();
    return await work(store);
  } finally {
    await store.close();
  }
}

const openGrafeo = (folder) => () => GrafeoStore.open({ path: join(folder, 'graph.grafeo') });

/** The writing process dies; its child must let go of the file. */
async function killParent(folder, steps, afterMs) {
  const history = join(folder, 'history.json');
  writeFileSync(history, JSON.stringify(steps));
  const worker = spawn(process.execPath, [WORKER, join(folder, 'graph.grafeo'), history], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  // Counted from when it has begun to write.
  await Promise.race([new Promise((resolve) => worker.stdout.once('data', resolve)), ended]);
  await sleep(afterMs);
  worker.kill('SIGKILL');
  await ended;
  return withStore(openGrafeo(folder), (store) => resume(store, steps));
}

/** The file's process dies, several times; the parent goes on by itself. */
async function killChild(folder, steps, afterMs) {
  return withStore(openGrafeo(folder), async (store) => {
    const writing = replay(store, steps);
    let kills = 0;
    const killing = (async () => {
      for (let i = 0; i < 4; i++) {
        await sleep(afterMs / 4);
        // Three deaths in a row while it starts are taken for a store that cannot start.
        await store.describe();
        if (store.pid !== undefined) {
          process.kill(store.pid, 'SIGKILL');
          kills++;
        }
      }
    })();
    await Promise.all([writing, killing]);
    return { resumedAt: kills, ...(await statsOf(store)) };
  });
}

/** The server dies; whoever wrote is told store_unavailable, and goes on from the applied step when it is back. */
async function killServer(server, steps, afterMs) {
  const { uri, user, password } = server;
  const store = await Neo4jStore.open({ uri, user, password, retryTimeMs: 1_000 });
  await store.migrate();
  await store.clear();
  const writing = replay(store, steps).then(
    () => 'done',
    (error) => error.code ?? String(error),
  );
  await sleep(afterMs);
  process.kill(current(server.home).pid, 'SIGKILL');
  const outcome = await writing;
  await store.close();
  if (outcome !== 'done' && outcome !== 'store_unavailable') throw new Error(`the writer was told ${outcome}`);
  await start({ home: server.home, port: Number(new URL(uri).port), password, isShortLived: true });
  return withStore(
    () => Neo4jStore.open({ uri, user, password }),
    async (other) => {
      const end = await resume(other, steps);
      await other.clear();
      return end;
    },
  );
}

async function startOwnServer(folder) {
  const home = join(folder, 'neo4j');
  const { uri } = await start({ home, isShortLived: true });
  return { home, uri, user: '', password: '' };
}

/**
 * `makeHistory(seed)` answers the steps of a round. Answers one line per round: what was killed when, and whether the graph is right.
 * `server` is a running one of neo4j-local.mjs, which is killed and started again on its port; without it one is started, and stopped at the end.
 */
export async function killRounds({
  only = ['parent', 'child', 'server'],
  rounds,
  seed = 1,
  makeHistory,
  server: given = null,
  onRound = () => undefined,
}) {
  const folder = mkdtempSync(join(tmpdir(), 'paperloom-kill-'));
  const server = given ?? (only.includes('server') ? await startOwnServer(folder) : null);
  const lines = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const steps = makeHistory(seed + round);
      const place = (name) => join(folder, `${name}-${round}`);
      const began = performance.now();
      const clean = await withStore(openGrafeo(place('clean')), (store) => resume(store, steps));
      const wholeMs = performance.now() - began;
      if (clean.kept !== clean.counted) throw new Error('the clean run itself counts wrongly');
      for (const what of only) {
        // Spread over the time that the whole takes.
        const afterMs = wholeMs * ((round + 0.5) / rounds) * (what === 'server' ? 2 : 0.8);
        const folderOf = place(what);
        const end =
          what === 'parent'
            ? await killParent(makeFolder(folderOf), steps, afterMs)
            : what === 'child'
              ? await killChild(folderOf, steps, afterMs)
              : await killServer(server, steps, afterMs);
        const line = {
          what,
          round,
          afterMs: Math.round(afterMs),
          resumedAt: end.resumedAt,
          of: steps.length,
          isRight: end.kept === clean.kept && end.counted === clean.counted,
        };
        lines.push(line);
        onRound(line);
      }
    }
  } finally {
    if (server && !given) await stop({ home: server.home });
    rmSync(folder, { recursive: true, force: true });
  }
  return lines;
}

function makeFolder(path) {
  mkdirSync(path, { recursive: true });
  return path;
}

async function main() {
  const option = (name, fallback) => (process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : fallback);
  const { runnerImport } = await import('vite');
  const { makeHistory } = (await runnerImport(fileURLToPath(new URL('test/contract/make-history.ts', ROOT)))).module;
  const only = option('only', '');
  const lines = await killRounds({
    ...(only ? { only: [only] } : {}),
    rounds: Number(option('rounds', 10)),
    seed: Number(option('seed', 1)),
    makeHistory: (seed) => makeHistory(seed, 30, 20),
    onRound: (line) => console.log(JSON.stringify(line)),
  });
  const wrong = lines.filter((line) => !line.isRight).length;
  console.log(`${lines.length} rounds, ${wrong} wrong`);
  process.exitCode = wrong > 0 || lines.length === 0 ? 1 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
