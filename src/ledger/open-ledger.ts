// The ledger: append-only JSON lines, the one truth that every store can be rebuilt from.
// A line is on the disk (fsync) before anything else hears of it; a torn end is repaired on opening, any other damage is named.
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../shared/diagnostics.ts';
import { AppError } from '../shared/errors.ts';
import type { Entry, Place, Revision, RevisionRef } from './entry.ts';
import { isNodeError, writing } from './fs-errors.ts';
import { LedgerState } from './ledger-state.ts';
import { parseHead, parseRevision, toLine } from './line.ts';
import { acquireLock, type Lock } from './lock.ts';
import { corrupt, scanFile } from './scan-file.ts';

export interface LedgerOptions {
  /** How long to wait for another process to finish. */
  readonly lockWaitMs?: number;
  /** A new file is begun when the last one is larger. */
  readonly maxFileBytes?: number;
  readonly now?: () => Date;
}

/** Opens (or begins) the ledger in `folder` and locks it. Throws store_locked, folder_read_only, ledger_corrupt. */
export async function openLedger(folder: string, options: LedgerOptions = {}): Promise<Ledger> {
  writing(folder, () => mkdirSync(folder, { recursive: true }));
  let lock: Lock;
  try {
    lock = await acquireLock(join(folder, 'lock'), options.lockWaitMs ?? 0);
  } catch (error) {
    if (isNodeError(error, 'EACCES', 'EPERM', 'EROFS', 'ENOSPC')) throw new AppError('folder_read_only', folder, { cause: error });
    throw error;
  }
  try {
    return new Ledger(folder, lock, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

export class Ledger {
  readonly id: string;
  readonly folder: string;
  readonly state = new LedgerState();
  /** What was repaired on opening. */
  readonly diagnostics: Diagnostic[] = [];
  readonly #lock: Lock;
  readonly #maxFileBytes: number;
  readonly #now: () => Date;
  readonly #readers = new Map<string, number>();
  #writer: number | null = null;
  #file = '';
  #fileNumber = 0;
  #sizeBytes = 0;

  constructor(folder: string, lock: Lock, options: LedgerOptions) {
    this.folder = folder;
    this.#lock = lock;
    this.#maxFileBytes = options.maxFileBytes ?? 64 << 20;
    this.#now = options.now ?? (() => new Date());
    this.id = readOrMakeId(folder);
    this.#load();
  }

  get head(): number {
    return this.state.head;
  }

  /** Appends all entries and returns when they are on the disk: the new head. Nothing is appended when anything fails. */
  append(entries: readonly Entry[]): number {
    if (entries.length === 0) return this.head;
    const at = this.#now().toISOString();
    const lines = entries.map((entry, i) => toLine(entry, this.head + 1 + i, at));
    writing(this.folder, () => {
      const writer = this.#openWriter();
      try {
        const bytes = Buffer.concat(lines);
        for (let done = 0; done < bytes.length; ) done += writeSync(writer, bytes, done, bytes.length - done, this.#sizeBytes + done);
        fsyncSync(writer);
      } catch (error) {
        ftruncateSync(writer, this.#sizeBytes);
        throw error;
      }
    });
    for (const line of lines) {
      const parsed = parseHead(line.subarray(0, -1));
      if ('problem' in parsed) throw new Error(`a line just written does not read back: ${parsed.problem}`);
      this.state.record(parsed.head, { file: this.#file, offset: this.#sizeBytes, sizeBytes: line.length - 1 });
      this.#sizeBytes += line.length;
    }
    return this.head;
  }

  /** A revision in full, checked again. */
  read(ref: RevisionRef): Revision {
    const line = this.#bytesAt(ref.place);
    const parsed = parseHead(line);
    if ('problem' in parsed) throw corrupt(ref.place.file, 0, `${parsed.problem} (at byte ${ref.place.offset})`);
    return parseRevision(line);
  }

  /** The revisions of a paper that count, in full. */
  revisionsOf(paperId: string): Revision[] {
    return this.state.currentOf(paperId).map((ref) => this.read(ref));
  }

  /** May be called twice. */
  close(): void {
    if (this.#writer !== null) closeSync(this.#writer);
    this.#writer = null;
    for (const fd of this.#readers.values()) closeSync(fd);
    this.#readers.clear();
    this.#lock.release();
  }

  #load(): void {
    const files = readdirSync(this.folder)
      .filter((name) => /^\d{6,}\.jsonl$/.test(name))
      .sort();
    for (const [i, name] of files.entries()) {
      const path = join(this.folder, name);
      const tail = scanFile(path, (head, place, lineNumber) => {
        const first = this.head === 0;
        if (!first && head.seq !== this.head + 1)
          throw corrupt(path, lineNumber, `line ${this.head + 1} of the ledger is missing before line ${head.seq}`);
        this.state.record(head, place);
      });
      const isLast = i === files.length - 1;
      if (!isLast && (tail.tornBytes > 0 || tail.newlineMissing)) throw corrupt(path, tail.lines + 1, 'the file ends within a line');
      if (tail.tornBytes > 0) this.#repair(path, tail.sizeBytes, tail.lines + 1, tail.tornBytes);
      this.#file = path;
      this.#fileNumber = Number(name.split('.')[0]);
      this.#sizeBytes = tail.sizeBytes;
      if (tail.newlineMissing) {
        writing(this.folder, () => writeFileSync(path, '\n', { flag: 'a' }));
        this.#sizeBytes++;
      }
    }
  }

  #repair(path: string, sizeBytes: number, line: number, tornBytes: number): void {
    writing(this.folder, () => truncateSync(path, sizeBytes));
    this.diagnostics.push({
      severity: 'warning',
      code: 'ledger/torn-line',
      source: path,
      line,
      message: `the last line was not written to its end (${tornBytes} bytes) and was removed; nothing that was reported as done is lost`,
      hint: 'Run the last ingest again',
    });
  }

  #openWriter(): number {
    if (this.#writer !== null && this.#sizeBytes < this.#maxFileBytes) return this.#writer;
    if (this.#writer !== null) closeSync(this.#writer);
    this.#writer = null;
    if (this.#file === '' || this.#sizeBytes >= this.#maxFileBytes) {
      this.#fileNumber++;
      this.#file = join(this.folder, `${String(this.#fileNumber).padStart(6, '0')}.jsonl`);
      this.#sizeBytes = 0;
      this.#writer = openSync(this.#file, 'w+', 0o600);
      fsyncFolder(this.folder);
    } else {
      this.#writer = openSync(this.#file, 'r+');
    }
    return this.#writer;
  }

  #bytesAt(place: Place): Buffer {
    const fd = this.#readers.get(place.file) ?? openSync(place.file, 'r');
    this.#readers.set(place.file, fd);
    const bytes = Buffer.allocUnsafe(place.sizeBytes);
    const read = readSync(fd, bytes, 0, place.sizeBytes, place.offset);
    return bytes.subarray(0, read);
  }
}

function readOrMakeId(folder: string): string {
  const path = join(folder, 'ledger.json');
  if (existsSync(path)) {
    const id = /"id":"([^"]+)"/.exec(readFileSync(path, 'utf8'))?.[1];
    if (id !== undefined) return id;
    throw corrupt(path, 1, 'the ledger has no id');
  }
  const id = randomUUID();
  writing(folder, () => {
    writeFileSync(`${path}.new`, `${JSON.stringify({ v: 1, id })}\n`, { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
    fsyncFolder(folder);
  });
  return id;
}

/** A new file's name survives a power cut only when its folder is synced; some systems refuse to sync folders. */
function fsyncFolder(folder: string): void {
  try {
    const fd = openSync(folder, 'r');
    fsyncSync(fd);
    closeSync(fd);
  } catch (error) {
    if (!isNodeError(error, 'EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP')) throw error;
  }
}
