// The evaluation of continuous integration, where the annotated papers are: ingest the real report, ask the graph what it
// must know, score the reader, and refuse to fall below the ratchet. usage: node scripts/ci-evaluate.mjs SHARED_DIR
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const shared = process.argv[2];
const report = join(shared, 'reports/2026-02-14-hf-daily.md');
const ratchet = JSON.parse(readFileSync(new URL('../test/eval/ratchet.json', import.meta.url), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'paperloom-eval-'));
const run = (...args) =>
  execFileSync('node', ['dist/cli/main.js', ...args], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
let failed = 0;
let passed = 0;
const check = (what, holds, detail) => {
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}${detail ? `: ${detail}` : ''}`);
};

try {
  const data = ['--data-dir', join(folder, 'data')];
  const first = JSON.parse(run('ingest', report, '--json', ...data));
  check('the report gives 41 papers', first.papers.added === 41, `${first.papers.added}`);
  const before = run('stats', ...data);
  const second = JSON.parse(run('ingest', report, '--json', ...data));
  check('the second ingest changes nothing', second.papers.unchanged === 41 && run('stats', ...data) === before);
  const sharing = JSON.parse(
    run(
      'query',
      'MATCH (p:Paper)-[:BUILDS_ON]->(m:Model {id:$id}) RETURN p.id AS id',
      '--param',
      'id=model:qwen2.5-vl-7b',
      '--format',
      'json',
      ...data,
    ),
  );
  check('2602.10575 builds on Qwen2.5-VL-7B', sharing.rows.flat().includes('paper:2602.10575'), JSON.stringify(sharing.rows.flat()));
  for (const [name, texts] of [
    ['dev', ['--texts', report]],
    ['train', []],
  ]) {
    const scores = JSON.parse(run('eval', join(shared, 'gold', name), ...texts, '--core', '--json', ...data));
    for (const [key, floor] of Object.entries(ratchet[name])) {
      const value = key === 'results' ? scores.results.recall : (scores.scores[key]?.f1 ?? 0);
      check(`${name} ${key}`, value >= floor, `${value.toFixed(3)}, floor ${floor}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
