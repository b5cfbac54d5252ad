// Several `ingest` processes write to one Neo4j at once, each with its own share of the papers and its own data folder; then one process
// writes all of them into an embedded store. Both must end with the same fingerprint.
//   npm run build && node scripts/bench/writers.mjs [--papers 10000] [--writers 4] [--from FILE.jsonl] [--reader full|rules] [--json]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { start, stop } from '../neo4j-local.mjs';
import { makePapers } from './make-papers.mjs';

const option = (name, fallback) => (process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : fallback);
const papers = Number(option('papers', 10_000));
const writers = Number(option('writers', 4));
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Answers the JSON that a command prints, and how many seconds it took. */
function run(...args) {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (bytes) => (out += bytes));
    child.once('exit', (code) =>
      code === 0
        ? resolve({ answer: JSON.parse(out), seconds: (performance.now() - began) / 1_000 })
        : reject(new Error(`${args[0]} ended with ${code}`)),
    );
  });
}

const folder = mkdtempSync(join(tmpdir(), 'paperloom-writers-'));
const home = join(folder, 'neo4j');
const reading = ['--reader', option('reader', 'full')];
/** Every share under the same file name, which is part of the evidence. */
function write(name, lines) {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'papers.jsonl'), lines.join(''));
}
const dataDir = (name) => ['--data-dir', join(folder, name, 'data')];
const ingest = (name, store, ...more) =>
  run('ingest', join(folder, name, 'papers.jsonl'), ...dataDir(name), '--store', store, ...reading, ...more);
try {
  const lines = [...makePapers({ papers, from: option('from', null) })].map((paper) => `${JSON.stringify(paper)}\n`);
  const shares = Array.from({ length: writers }, (_, w) => lines.filter((_line, i) => i % writers === w));
  write('all', lines);
  for (const [w, share] of shares.entries()) write(`share-${w}`, share);
  const { uri } = await start({ home });
  const began = performance.now();
  const ended = await Promise.all(shares.map((_, w) => ingest(`share-${w}`, uri, '--read-threads', '1')));
  const seconds = (performance.now() - began) / 1_000;
  const added = ended.reduce((sum, { answer }) => sum + answer.papers.added, 0);
  const together = (await run('stats', ...dataDir('share-0'), '--store', uri)).answer;
  const alone = await ingest('all', 'grafeo');
  const one = (await run('stats', ...dataDir('all'))).answer;
  const whole = {
    papers,
    writers,
    added,
    seconds,
    oneSeconds: alone.seconds,
    load: loadavg()[0],
    same: together.fingerprint === one.fingerprint,
  };
  console.log(
    process.argv.includes('--json')
      ? JSON.stringify(whole)
      : `${added} papers by ${writers} writers into one Neo4j in ${seconds.toFixed(1)} s, by one into Grafeo in ${alone.seconds.toFixed(1)} s; ` +
          `fingerprints ${whole.same ? 'the same' : `differ: ${together.fingerprint}, ${one.fingerprint}`}; load ${whole.load.toFixed(1)}`,
  );
  process.exitCode = whole.same && added === papers ? 0 : 1;
} finally {
  await stop({ home });
  rmSync(folder, { recursive: true, force: true });
}
