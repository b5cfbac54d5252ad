// Which sources are new or changed since the last look. Looked for again and again, not waited for: that works on every file system.
import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isNodeError } from '../ledger/fs-errors.ts';
import { AppError } from '../shared/errors.ts';
import { listSources, type SourceInput } from './list-sources.ts';

export interface WatchOptions {
  readonly everyMs: number;
  readonly signal: AbortSignal;
}

/** All sources first, then, until the signal, those that changed and stand still: a file that is being written is read when it is done. */
export async function* watchSources(paths: readonly string[], { everyMs, signal }: WatchOptions): AsyncGenerator<readonly SourceInput[]> {
  const told = new Map<string, string>();
  let before = new Map<string, string>();
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    const sources = isFirst ? listSources(paths).sources : listWhatIsThere(paths);
    const now = new Map(sources.map((source) => [source.key, stampOf(source.key)]));
    const changed = sources.filter(({ key }) => {
      const stamp = now.get(key);
      return stamp !== told.get(key) && (isFirst || stamp === before.get(key));
    });
    for (const { key } of changed) told.set(key, now.get(key) ?? '');
    before = now;
    if (changed.length > 0 || isFirst) yield changed;
    try {
      await sleep(everyMs, undefined, { signal });
    } catch (error) {
      if (!isNodeError(error, 'ABORT_ERR')) throw error;
    }
  }
}

/** A folder may go and come back. */
function listWhatIsThere(paths: readonly string[]): readonly SourceInput[] {
  return paths.flatMap((path) => {
    try {
      return listSources([path]).sources;
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_readable') return [];
      throw error;
    }
  });
}

function stampOf(path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch (error) {
    // Gone since the folder was listed.
    if (isNodeError(error, 'ENOENT', 'EACCES', 'ELOOP')) return '';
    throw error;
  }
}
