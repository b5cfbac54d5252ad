// Everything the project checks, in one run: build with types, lint, dead code, then all tests. What the tests need is
// provisioned first: Neo4j's jars by Maven, Chromium by the system's package manager when root.
// usage: node scripts/test.mjs [--quick]    --quick leaves out what needs Neo4j or Chromium
import { spawn, spawnSync } from 'node:child_process';
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

/** One run of the test runner over some projects; answers its counts. */
function runTests(projects, more = []) {
  const report = join(folder, `${projects[0]}.json`);
  const args = [
    ...['vitest', 'run', ...projects.flatMap((project) => ['--project', project]), ...more],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ];
  return new Promise((resolve) => {
    spawn('npx', args, { stdio: ['ignore', 'inherit', 'inherit'] }).on('close', (status) => {
      const { numPassedTests, numFailedTests, numTotalTests } = readReport(report);
      // A file that does not load fails no test of its own; the runner's status knows.
      resolve({ total: numTotalTests, passed: numPassedTests, failed: status === 0 ? numFailedTests : Math.max(1, numFailedTests) });
    });
  });
}

console.log('\n== tests');
const LIGHT = ['unit', 'types', 'drift', 'queries'];
const ALONE = ['--maxWorkers=1'];
/** Two lanes, one a processor: what starts Neo4j, then the API; beside them what starts nothing, then the browser. */
const lanes = [
  async () => [await runTests(['contract']), await runTests(['api'], ALONE)],
  async () => [await runTests(LIGHT, ALONE), await runTests(['e2e'])],
];
const counts = quick ? [await runTests([...LIGHT, 'api'])] : (await Promise.all(lanes.map((lane) => lane()))).flat();
rmSync(folder, { recursive: true, force: true });
const [total, passed, failed] = ['total', 'passed', 'failed'].map((key) => counts.reduce((sum, count) => sum + count[key], 0));
console.log(`\n${total} tests in ${Math.round((Date.now() - started) / 1000)} s with build and checks`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || counts.some((count) => count.passed === 0) ? 1 : 0);

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numTotalTests: 0 };
  }
}
