// Runs a command of the compiled program inside the test's process: what it prints and how it ends, without the start of a process.
import type * as RunCommand from '../../../src/cli/run-command.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const PROGRAM = new URL('../../../dist/cli/run-command.js', import.meta.url).href;
/** In `folder`, with `env` and nothing else. One at a time: streams, environment and folder belong to the whole process. */
export async function runInProcess(folder: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  const { runCommand } = (await import(/* @vite-ignore */ PROGRAM)) as typeof RunCommand;
  const before = { env: process.env, folder: process.cwd(), exitCode: process.exitCode };
  const written = { out: '', err: '' };
  const restore = [collect(process.stdout, (text) => (written.out += text)), collect(process.stderr, (text) => (written.err += text))];
  process.chdir(folder);
  process.env = { PATH: process.env['PATH'], LANG: 'C', ...env };
  process.exitCode = 0;
  try {
    await runCommand(args);
    return { code: Number(process.exitCode), ...written };
  } finally {
    for (const back of restore) back();
    process.env = before.env;
    process.exitCode = before.exitCode;
    process.chdir(before.folder);
  }
}

function collect(stream: NodeJS.WriteStream, take: (text: string) => void): () => void {
  const { write } = stream;
  stream.write = (chunk: string | Uint8Array) => {
    take(String(chunk));
    return true;
  };
  return () => {
    stream.write = write;
  };
}
