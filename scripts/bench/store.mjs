// How fast the stores take papers, against a bare hand-written script of the same rows in the same run: UNWIND, MERGE, SET.
//   npx tsc -b && node scripts/bench/store.mjs [--papers 10000] [--batch 250] [--only grafeo|neo4j] [--json]
// Both write the same synthetic papers (15 to 17 edges each, test/contract/make-graph.ts) into empty stores. The bare script knows that
// nothing is there, keeps no counts and no fingerprint, and cannot take anything back; the store does all that.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { bareGrafeo, bareNeo4j } from './bare-load.mjs';

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const papers = Number(option('papers', 10_000));
const batch = Number(option('batch', 250));
const only = option('only', '');
const root = new URL('../../', import.meta.url);
const { makeSyntheticPatch } = (await runnerImport(new URL('test/contract/make-graph.ts', root).pathname)).module;
const patches = function* () {
  for (let from = 0; from < papers; from += batch) yield makeSyntheticPatch(from, Math.min(papers, from + batch));
};

/** Seconds of `work` alone: making the patches is not counted. */
async function timed(work) {
  let ms = 0;
  for (const patch of patches()) {
    const start = performance.now();
    await work(patch);
    ms += performance.now() - start;
  }
  return ms / 1_000;
}

async function secondsOf(work) {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1_000 };
}

/** Bytes on disk below a folder. */
function sizeOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  return stat.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : stat.size;
}

async function measure(name, store, disk, bare) {
  await store.migrate();
  const write = await timed((patch) => store.apply(patch));
  const again = await timed((patch) => store.apply(patch));
  const kept = await secondsOf(() => store.stats());
  const counted = await secondsOf(() => store.stats({ verify: true }));
  if (kept.value.fingerprint !== counted.value.fingerprint) throw new Error(`${name}: the kept fingerprint is wrong`);
  const diskMb = sizeOf(disk) / 1e6;
  await store.close();
  const bareSeconds = await bare();
  const edges = Object.values(kept.value.edges).reduce((sum, n) => sum + n, 0);
  return {
    store: name,
    papers,
    edges,
    write,
    bare: bareSeconds,
    ratio: write / bareSeconds,
    again,
    stats: kept.seconds,
    verify: counted.seconds,
    diskMb,
    load: loadavg()[0],
  };
}

const rows = [];
const folder = mkdtempSync(join(tmpdir(), 'paperloom-bench-'));
try {
  if (only !== 'neo4j') {
    const { GrafeoStore } = await import(new URL('dist/store/grafeo/grafeo-store.js', root).href);
    const store = await GrafeoStore.open({ path: join(folder, 'embedded', 'graph.grafeo') });
    rows.push(await measure('grafeo', store, join(folder, 'embedded'), () => bareGrafeo(join(folder, 'bare'), timed)));
  }
  if (only !== 'grafeo') {
    const { start, stop } = await import('../neo4j-local.mjs');
    const { Neo4jStore } = await import(new URL('dist/store/neo4j/neo4j-store.js', root).href);
    // A server each: the first load warms the JVM, which would favour the second.
    const home = join(folder, 'neo4j');
    const server = await start({ home });
    try {
      const store = await Neo4jStore.open({ uri: server.uri });
      const bareHome = join(folder, 'neo4j-bare');
      rows.push(
        await measure('neo4j', store, join(home, 'data'), async () => {
          await stop({ home });
          const other = await start({ home: bareHome });
          try {
            return await bareNeo4j(other.uri, timed);
          } finally {
            await stop({ home: bareHome });
          }
        }),
      );
    } finally {
      await stop({ home });
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (process.argv.includes('--json')) console.log(JSON.stringify(rows));
else {
  const heads = ['store', 'papers', 'edges', 'write s', 'bare s', 'ratio', 'again s', 'stats s', 'verify s', 'disk MB', 'load'];
  console.log(`| ${heads.join(' | ')} |\n|${heads.map(() => '---').join('|')}|`);
  for (const row of rows)
    console.log(
      `| ${Object.values(row)
        .map((value) => (typeof value !== 'number' || Number.isInteger(value) ? value : value.toFixed(value < 0.1 ? 3 : 2)))
        .join(' | ')} |`,
    );
}
