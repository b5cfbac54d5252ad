// The files of a ledger folder: numbered line files, and `ledger.json` with the ledger's id and what its last compaction left.
// A compaction writes `NNNNNN.jsonl.new` beside the old files; renaming `ledger.json` makes it count, and the rest is finished on opening.
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNodeError, writing } from './fs-errors.ts';
import { corrupt } from './scan-file.ts';

export interface Compaction {
  /** Numbers of the first and last file it wrote; lower numbers are what it replaced. */
  readonly first: number;
  readonly last: number;
  /** Seq of the last line it looked at: up to here numbers may be missing. */
  readonly through: number;
  /** How many lines it kept, so that a line lost since is still noticed. */
  readonly lines: number;
}
export interface Manifest {
  readonly id: string;
  readonly compacted: Compaction | null;
}
const MANIFEST_VERSION = 2;
const FILE_NAME = /^(\d{6,})\.jsonl$/;
const NEW_NAME = /^(\d{6,})\.jsonl\.new$/;

export const fileNameOf = (fileNumber: number): string => `${String(fileNumber).padStart(6, '0')}.jsonl`;
export const numberOf = (name: string): number => Number.parseInt(name, 10);

/** Names of the line files, oldest first. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => FILE_NAME.test(name))
    .sort((a, b) => numberOf(a) - numberOf(b));
}

export function readOrMakeManifest(folder: string): Manifest {
  const path = join(folder, 'ledger.json');
  if (!existsSync(path)) {
    const made = { id: randomUUID(), compacted: null };
    writeManifest(folder, made);
    return made;
  }
  const text = readFileSync(path, 'utf8');
  let kept: { v?: unknown; id?: unknown; compacted?: Compaction };
  try {
    kept = JSON.parse(text) as typeof kept;
  } catch (error) {
    throw error instanceof SyntaxError ? corrupt(path, 1, 'it is not JSON') : error;
  }
  if (typeof kept.id !== 'string') throw corrupt(path, 1, 'the ledger has no id');
  if (typeof kept.v !== 'number' || kept.v > MANIFEST_VERSION) throw corrupt(path, 1, `it was written by a newer Paperloom (${kept.v})`);
  return { id: kept.id, compacted: kept.compacted ?? null };
}

/** On the disk when it returns, and never half. */
export function writeManifest(folder: string, { id, compacted }: Manifest): void {
  const path = join(folder, 'ledger.json');
  const value = { v: compacted ? MANIFEST_VERSION : 1, id, ...(compacted ? { compacted } : {}) };
  writing(folder, () => {
    writeFileSync(`${path}.new`, `${JSON.stringify(value)}\n`, { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
    fsyncFolder(folder);
  });
}

/** Ends what a compaction began: its files take their names when it counts, else they go. Idempotent. Says whether there was anything. */
export function finishCompaction(folder: string, { compacted }: Manifest): boolean {
  return writing(folder, () => {
    let found = false;
    const names = readdirSync(folder);
    for (const name of names.filter((candidate) => NEW_NAME.test(candidate))) {
      found = true;
      const counts = compacted && numberOf(name) >= compacted.first && numberOf(name) <= compacted.last;
      if (counts) renameSync(join(folder, name), join(folder, fileNameOf(numberOf(name))));
      else unlinkSync(join(folder, name));
    }
    if (!compacted) return found;
    // The new names first: from here on the old files may go in any order.
    if (found) fsyncFolder(folder);
    for (const name of names.filter((candidate) => FILE_NAME.test(candidate) && numberOf(candidate) < compacted.first)) {
      found = true;
      unlinkSync(join(folder, name));
    }
    return found;
  });
}

/** A new file's name survives a power cut only when its folder is synced; some systems refuse to sync folders. */
export function fsyncFolder(folder: string): void {
  try {
    const fd = openSync(folder, 'r');
    fsyncSync(fd);
    closeSync(fd);
  } catch (error) {
    if (!isNodeError(error, 'EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP')) throw error;
  }
}
