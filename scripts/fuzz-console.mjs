// The long fuzz of the console's fence on a store of the samples: node scripts/fuzz-console.mjs [grafeo|neo4j|both] [--count N] [--seed N] [--minutes N]
// Prints endings, restarts, memory and troubles; exit code 1 when there was any trouble. Needs a build; Neo4j is started when asked for.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readGallery } from '../dist/store/gallery.js';
import { GrafeoStore } from '../dist/store/grafeo/grafeo-store.js';
import { Neo4jStore } from '../dist/store/neo4j/neo4j-store.js';
import { hostileQueries } from './fuzz/hostile-queries.mjs';
import { runFuzz } from './fuzz/run-fuzz.mjs';
import * as neo4jLocal from './neo4j-local.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const which = process.argv[2] ?? 'both';
const count = option('count', 5_000);
const seed = option('seed', 20_261_125);
const PASSWORD = 'paperloom-fuzz';
const SECRET = 'the-secret-of-this-file';

const folder = mkdtempSync(join(tmpdir(), 'paperloom-fuzz-'));
const secretFile = join(folder, 'secret.csv');
writeFileSync(secretFile, `${SECRET}\n`);
let asked = 0;
const web = createServer((_req, res) => {
  asked++;
  res.end(SECRET);
});
await new Promise((resolve) => web.listen(0, '127.0.0.1', resolve));
const file = pathToFileURL(secretFile).href;
const url = `http://127.0.0.1:${web.address().port}/x`;
// Runaway queries are in the table: on Neo4j a long single expression works on after its time, and would be all that this measures.
const corpus = [
  ...readGallery().map(({ query }) => query),
  ...hostileQueries({ file, url }).flatMap(({ kind, query }) => (kind === 'refused' ? [query.slice(0, 400)] : [])),
];

function ingest(store, data) {
  execFileSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'ingest', join(ROOT, 'samples'), '--data-dir', data, '--store', store], {
    env: { ...process.env, PAPERLOOM_NEO4J_PASSWORD: PASSWORD },
    stdio: 'ignore',
  });
}

/** Resident memory of a process in MB. */
function memoryOf(pid) {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes ?? 0) / 1_000);
}

async function fuzz(name, store, pidOf) {
  const before = await store.stats({ verify: true });
  const start = Date.now();
  const memoryBefore = memoryOf(pidOf());
  const { done, outcomes, troubles, restarts } = await runFuzz({
    store,
    seed,
    count,
    corpus,
    file,
    secret: SECRET,
    timeoutMs: option('timeout', name === 'grafeo' ? 400 : 1_500),
    until: Date.now() + option('minutes', 600) * 60_000,
    onProgress: (sent) => process.stderr.write(`\r${name}: ${sent} of ${count}`),
  });
  process.stderr.write('\n');
  const after = await store.stats({ verify: true });
  const unchanged = JSON.stringify(before) === JSON.stringify(after);
  if (!unchanged) troubles.push({ what: 'the graph changed', query: '' });
  if (asked > 0) troubles.push({ what: `${asked} requests were made`, query: '' });
  console.log(
    JSON.stringify(
      {
        store: name,
        seed,
        count: done,
        seconds: Math.round((Date.now() - start) / 1_000),
        outcomes,
        restarts,
        unchanged,
        requestsMade: asked,
        memoryMb: [memoryBefore, memoryOf(pidOf())],
        troubles: troubles.length,
      },
      null,
      1,
    ),
  );
  for (const { what, query } of troubles.slice(0, 20)) console.log(`TROUBLE ${what}\n  ${JSON.stringify(query)}`);
  if (troubles.length > 0) process.exitCode = 1;
}

try {
  if (which !== 'neo4j') {
    const data = join(folder, 'grafeo');
    ingest('grafeo', data);
    const store = await GrafeoStore.open({ path: join(data, 'graph.grafeo') });
    await fuzz('grafeo', store, () => store.pid);
    await store.close();
  }
  if (which !== 'grafeo') {
    const home = join(folder, 'neo4j');
    const { uri, pid } = await neo4jLocal.start({ home, password: PASSWORD });
    try {
      ingest(uri, join(folder, 'data'));
      const store = await Neo4jStore.open({ uri, user: 'neo4j', password: PASSWORD, database: 'neo4j', labelPrefix: '' });
      await fuzz('neo4j', store, () => pid);
      await store.close();
    } finally {
      await neo4jLocal.stop({ home });
    }
  }
} finally {
  web.close();
  rmSync(folder, { recursive: true, force: true });
}
