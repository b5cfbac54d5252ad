// A real server on a free port over a temporary data folder, as `npm start` runs it, filled with the bundled samples or with `samplesDir`.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built program; another build can be tried with PAPERLOOM_CLI. */
const CLI = process.env['PAPERLOOM_CLI'] ?? 'dist/cli/main.js';
const START_MS = 60_000;

export interface TestServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export async function startServer(samplesDir?: string): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'paperloom-e2e-'));
  const args = ['serve', '--data-dir', join(folder, 'data'), '--port', '0', '--requests-per-minute', '100000'];
  const server = spawn(process.execPath, [CLI, ...args, ...(samplesDir ? ['--samples-dir', samplesDir] : [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    if (server.exitCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = await addressOf(server);
    // The map is drawn in the background: the first page should not wait for it, so neither do the tests measure it.
    await fetch(`${url}/api/graph`);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => reject(new Error(`the server ${why}; it said:\n${said}`));
    const timer = setTimeout(() => fail(`did not start within ${START_MS} ms`), START_MS);
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /Paperloom is at (http:\S+)/.exec(said)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}
