// The ledger: append-only JSON lines, the one truth that every store can be rebuilt from.
// A line is on the disk (fsync) before anything else hears of it; a torn end is repaired on opening, any other damage is named.
import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../shared/diagnostics.ts';
import { AppError } from '../shared/errors.ts';
import { copyLines } from './copy-lines.ts';
import type { Entry, Place, Revision, RevisionRef } from './entry.ts';
import { isNodeError, writing } from './fs-errors.ts';
import {
  fileNameOf,
  finishCompaction,
  fsyncFolder,
  listFiles,
  type Manifest,
  numberOf,
  readOrMakeManifest,
  writeManifest,
} from './ledger-files.ts';
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

/** Lines and bytes before and after. */
export interface Compacted {
  readonly lines: { readonly before: number; readonly after: number };
  readonly bytes: { readonly before: number; readonly after: number };
}

export class Ledger {
  readonly folder: string;
  /** What was repaired on opening. */
  readonly diagnostics: Diagnostic[] = [];
  readonly #lock: Lock;
  readonly #maxFileBytes: number;
  readonly #now: () => Date;
  readonly #readers = new Map<string, number>();
  #state = new LedgerState();
  #manifest: Manifest;
  #lines = 0;
  #writer: number | null = null;
  #file = '';
  #fileNumber = 0;
  #sizeBytes = 0;

  constructor(folder: string, lock: Lock, options: LedgerOptions) {
    this.folder = folder;
    this.#lock = lock;
    this.#maxFileBytes = options.maxFileBytes ?? 64 << 20;
    this.#now = options.now ?? (() => new Date());
    this.#manifest = readOrMakeManifest(folder);
    this.#load();
  }

  get id(): string {
    return this.#manifest.id;
  }

  /** Another object after `compact`: ask for it anew. */
  get state(): LedgerState {
    return this.#state;
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
      this.#lines++;
    }
    return this.head;
  }

  /**
   * Leaves out what counts no more: revisions that a later one of the same source replaced, retracted ones, decisions that were
   * undone. What stays keeps its number, so a store that has caught up need not be told. A crash at any point leaves the one or the other.
   */
  compact(): Compacted {
    const names = listFiles(this.folder);
    const bytesBefore = names.reduce((sum, name) => sum + statSync(join(this.folder, name)).size, 0);
    const before = this.#lines;
    const keeps = this.#state.countingSeqs();
    if (keeps.size === before) return { lines: { before, after: before }, bytes: { before: bytesBefore, after: bytesBefore } };
    const first = this.#fileNumber + 1;
    const copied = writing(this.folder, () => copyLines(this.folder, names, keeps, { firstFile: first, maxFileBytes: this.#maxFileBytes }));
    this.#letGo();
    const manifest = { id: this.id, compacted: { first, last: copied.lastFile, through: this.head, lines: copied.lines } };
    writeManifest(this.folder, manifest);
    this.#manifest = manifest;
    this.#load();
    return { lines: { before, after: this.#lines }, bytes: { before: bytesBefore, after: copied.sizeBytes } };
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
    this.#letGo();
    this.#lock.release();
  }

  #letGo(): void {
    if (this.#writer !== null) closeSync(this.#writer);
    this.#writer = null;
    for (const fd of this.#readers.values()) closeSync(fd);
    this.#readers.clear();
  }

  #load(): void {
    finishCompaction(this.folder, this.#manifest);
    const { compacted } = this.#manifest;
    const through = compacted?.through ?? 0;
    this.#state = new LedgerState(through);
    this.#lines = 0;
    let keptLines = 0;
    const files = listFiles(this.folder);
    for (const [i, name] of files.entries()) {
      const path = join(this.folder, name);
      const tail = scanFile(path, (head, place, lineNumber) => {
        if (head.seq <= through) {
          keptLines++;
          if (head.seq <= this.head) throw corrupt(path, lineNumber, `line ${head.seq} of the ledger stands after line ${this.head}`);
        } else {
          const last = Math.max(this.head, through);
          if (head.seq !== last + 1) throw corrupt(path, lineNumber, `line ${last + 1} of the ledger is missing before line ${head.seq}`);
        }
        this.state.record(head, place);
        this.#lines++;
      });
      const isLast = i === files.length - 1;
      if (!isLast && (tail.tornBytes > 0 || tail.newlineMissing)) throw corrupt(path, tail.lines + 1, 'the file ends within a line');
      if (tail.tornBytes > 0) this.#repair(path, tail.sizeBytes, tail.lines + 1, tail.tornBytes);
      this.#file = path;
      this.#fileNumber = numberOf(name);
      this.#sizeBytes = tail.sizeBytes;
      if (tail.newlineMissing) {
        writing(this.folder, () => writeFileSync(path, '\n', { flag: 'a' }));
        this.#sizeBytes++;
      }
    }
    if (compacted && keptLines !== compacted.lines)
      throw corrupt(
        join(this.folder, fileNameOf(compacted.first)),
        1,
        `of the ${compacted.lines} lines up to line ${through} there are ${keptLines}`,
      );
    this.state.head = Math.max(this.head, through);
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
      this.#file = join(this.folder, fileNameOf(this.#fileNumber));
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
