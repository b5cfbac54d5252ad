// What commands write where: data to stdout with back-pressure, findings and progress to stderr.
import { once } from 'node:events';
import type { Progress } from '../pipeline/deps.ts';
import { type Diagnostic, formatDiagnostic } from '../shared/diagnostics.ts';
import { type AppError, ERRORS } from '../shared/errors.ts';

/** A reader that has seen enough (`| head`) is no failure. */
export function handleClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      throw error;
    });
  }
}

export async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
}

export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function sayDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) say(formatDiagnostic(diagnostic));
}

/** 1 when a source had something that could not be read. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): 0 | 1 {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error') ? 1 : 0;
}

/** One sentence, what to do, no stack. */
export function formatError(error: AppError, lang: 'en' | 'zh'): string {
  const line = ERRORS[error.code];
  const place = error.line !== undefined && error.column !== undefined ? ` (${error.line}:${error.column})` : '';
  return `paperloom: ${line[lang]}${error.detail ? `: ${error.detail}` : ''}${place}\n  ${line.hint[lang]}`;
}

const BAR_CELLS = 24;
const SHOWN_EVERY_MS = 100;

/** A line that is written over and over on a terminal, with a bar when it is known how much there is; nothing elsewhere. */
export function makeProgress(what: string): { readonly onProgress: (progress: Progress) => void; readonly end: () => void } {
  if (!process.stderr.isTTY) return { onProgress: () => undefined, end: () => undefined };
  let shownAt = 0;
  let first: { readonly done: number; readonly at: number } | null = null;
  return {
    onProgress(progress) {
      const now = Date.now();
      first ??= { done: progress.done, at: now };
      if (now - shownAt < SHOWN_EVERY_MS && progress.done !== progress.total) return;
      shownAt = now;
      process.stderr.write(`\r\u001b[K${formatProgress(what, progress, first.done, now - first.at)}`);
    },
    end: () => process.stderr.write('\r\u001b[K'),
  };
}

/** `doneBefore` papers were done when the clock began. */
export function formatProgress(what: string, { done, total }: Pick<Progress, 'done' | 'total'>, doneBefore: number, ms: number): string {
  if (total === null || total === 0) return `${what}: ${done} papers`;
  const cells = Math.floor((done / total) * BAR_CELLS);
  const bar = '#'.repeat(cells) + '-'.repeat(BAR_CELLS - cells);
  const left = done > doneBefore ? `, ${Math.ceil(((total - done) * ms) / (done - doneBefore) / 1_000)} s left` : '';
  return `${what}: [${bar}] ${Math.floor((done / total) * 100)} %, ${done} of ${total} papers${left}`;
}
