// The whole pipeline as people run it: `ingest` of many papers into an empty data folder, the same again, and a rebuild.
//   npm run build && node scripts/bench/pipeline.mjs [--papers 10000] [--from FILE.jsonl] [--store bolt://...] [--reader full|rules] [--json]
// Papers come from make-papers.mjs, in the shape of the arXiv metadata. `cpu s`: of the process and its children, which other work on the
// machine hardly changes; `wall s` it does.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePapers } from './make-papers.mjs';

const option = (name, fallback) => (process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : fallback);
const papers = Number(option('papers', 10_000));
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const TICKS = 100;

/** Seconds of processor time of all children that have ended, from /proc; null elsewhere than on Linux. */
function childCpu() {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[13]) + Number(fields[14])) / TICKS;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function run(args) {
  const [began, cpu] = [performance.now(), childCpu()];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (bytes) => (out += bytes));
    child.once('exit', (code) => {
      if (code !== 0) return reject(new Error(`${args[0]} ended with ${code}`));
      resolve({ answer: JSON.parse(out), wall: (performance.now() - began) / 1_000, cpu: cpu === null ? null : childCpu() - cpu });
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'paperloom-pipeline-'));
try {
  const file = join(folder, 'papers.jsonl');
  writeFileSync(file, [...makePapers({ papers, from: option('from', null) })].map((paper) => `${JSON.stringify(paper)}\n`).join(''));
  const settings = ['--data-dir', join(folder, 'data'), '--store', option('store', 'grafeo'), '--json'];
  const reading = ['--reader', option('reader', 'full')];
  const first = await run(['ingest', file, ...settings, ...reading]);
  const again = await run(['ingest', file, ...settings, ...reading]);
  const rebuild = await run(['rebuild', ...settings, ...reading]);
  const { papers: counted } = first.answer;
  if (counted.added !== papers || again.answer.papers.unchanged !== papers)
    throw new Error('not every paper was added once and then unchanged');
  if (rebuild.answer.fingerprint !== rebuild.answer.ledgerFingerprint) throw new Error('store and ledger differ');
  const rows = [
    ['ingest', first],
    ['the same again', again],
    ['rebuild', rebuild],
  ].map(([what, { wall, cpu }]) => ({ what, wall, cpu, papersPerSecond: papers / wall }));
  const whole = { papers, edges: first.answer.edges.added, ratio: first.wall / again.wall, load: loadavg()[0], rows };
  if (process.argv.includes('--json')) console.log(JSON.stringify(whole));
  else {
    console.log(
      `${papers} papers, ${whole.edges} edges; unchanged ${whole.ratio.toFixed(1)} times as fast; load ${whole.load.toFixed(1)}\n`,
    );
    console.log('| run | wall s | cpu s | papers/s |\n| --- | --- | --- | --- |');
    for (const { what, wall, cpu, papersPerSecond } of rows)
      console.log(`| ${what} | ${wall.toFixed(1)} | ${cpu?.toFixed(1) ?? ''} | ${papersPerSecond.toFixed(0)} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
