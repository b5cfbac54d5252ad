// Everything the project checks, in one run: build with types, lint, dead code, then all tests. What the tests need is
// provisioned first: Neo4j's jars by Maven, Chromium by the system's package manager when root.
// usage: node scripts/test.mjs [--quick]    --quick leaves out what needs Neo4j or Chromium
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, installChromium } from './chromium.mjs';

const quick = process.argv.includes('--quick');
const started = Date.now();

function step(name, command, args) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    console.log(`\n${name} failed`);
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
}

step('build and types', 'npm', ['run', '-s', 'build']);
step('lint and dead code', 'npm', ['run', '-s', 'check']);
if (!quick) {
  if (!findChromium()) installChromium();
  if (!findChromium()) {
    console.log(
      'Chromium is missing: install it with your package manager (Debian: apt-get install chromium) or set PAPERLOOM_CHROMIUM to its path.',
    );
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'paperloom-test-'));
const report = join(folder, 'report.json');
const projects = quick ? ['unit', 'types', 'drift', 'queries', 'api'] : [];
console.log('\n== tests');
const run = spawnSync(
  'npx',
  ['vitest', 'run', ...projects.flatMap((p) => ['--project', p]), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  { stdio: 'inherit' },
);
const { numPassedTests, numFailedTests, numTotalTests } = readReport(report);
rmSync(folder, { recursive: true, force: true });
// A file that does not load fails no test of its own; the runner's status knows.
const failed = run.status === 0 ? numFailedTests : Math.max(1, numFailedTests);
console.log(`\n${numTotalTests} tests in ${Math.round((Date.now() - started) / 1000)} s with build and checks`);
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exit(failed > 0 || numPassedTests === 0 ? 1 : 0);

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numTotalTests: 0 };
  }
}
