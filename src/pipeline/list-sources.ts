// The files an ingest is about: paths as given, folders walked. What is skipped is said.
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { isNodeError } from '../ledger/fs-errors.ts';
import type { Diagnostic } from '../shared/diagnostics.ts';
import { AppError } from '../shared/errors.ts';
import { byCodeUnit } from './ordering.ts';

/** A source of papers: a file or an upload. */
export interface SourceInput {
  /** Absolute path, or `upload:<name>`: what makes it the same source next time. */
  readonly key: string;
  /** As people see it. */
  readonly name: string;
  /** May throw not_readable. */
  read(): Uint8Array;
}
/** Files that tell people about a folder are no digests. */
const ABOUT_FOLDER = /^(?:readme|license|licence|changelog|contributing)\b/i;
export const SOURCE_ENDINGS = ['.md', '.json', '.jsonl', '.xml'] as const;

/** Throws not_readable when a path that was asked for is not there. */
export function listSources(paths: readonly string[]): { readonly sources: SourceInput[]; readonly diagnostics: Diagnostic[] } {
  const files = new Map<string, SourceInput>();
  const diagnostics: Diagnostic[] = [];
  const walked = new Set<string>();
  const walk = (folder: string): void => {
    const real = realpathSync(folder);
    if (walked.has(real)) return;
    walked.add(real);
    const other: string[] = [];
    for (const name of readdirSync(folder).sort(byCodeUnit)) {
      const path = join(folder, name);
      if (name.startsWith('.'))
        diagnostics.push(skipped(path, 'ingest/hidden-skipped', 'hidden, so it was skipped', 'Name it on the command line to read it'));
      else if (isFolder(path)) walk(path);
      else if (ABOUT_FOLDER.test(name))
        diagnostics.push(
          skipped(path, 'ingest/readme-skipped', 'speaks of the folder, so it was skipped', 'Name it on the command line to read it'),
        );
      else if ((SOURCE_ENDINGS as readonly string[]).includes(extname(name).toLowerCase())) files.set(path, fileSource(path));
      else other.push(name);
    }
    if (other.length > 0) {
      const shown = `${other.slice(0, 3).join(', ')}${other.length > 3 ? `, and ${other.length - 3} more` : ''}`;
      diagnostics.push(
        skipped(folder, 'ingest/ending-skipped', `skipped, only ${SOURCE_ENDINGS.join(', ')} are read from folders: ${shown}`),
      );
    }
  };
  for (const given of paths) {
    const path = resolve(given);
    try {
      if (statSync(path).isDirectory()) walk(path);
      else files.set(path, fileSource(path));
    } catch (error) {
      if (isNodeError(error, 'ENOENT', 'EACCES', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'))
        throw new AppError('not_readable', given, { cause: error });
      throw error;
    }
  }
  return { sources: [...files.values()], diagnostics };
}

export function fileSource(path: string): SourceInput {
  return {
    key: path,
    name: basename(path),
    read() {
      try {
        return readFileSync(path);
      } catch (error) {
        if (isNodeError(error, 'ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'EIO')) throw new AppError('not_readable', path, { cause: error });
        if (isNodeError(error, 'ERR_FS_FILE_TOO_LARGE')) throw new AppError('too_large', path, { cause: error });
        throw error;
      }
    },
  };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    // A dangling link: reading it will say so.
    if (isNodeError(error, 'ENOENT', 'EACCES', 'ELOOP')) return false;
    throw error;
  }
}

function skipped(source: string, code: string, message: string, hint?: string): Diagnostic {
  return { severity: 'info', code, source, message, ...(hint ? { hint } : {}) };
}
