// Reads a ledger file line by line in constant memory and checks every line. Only the end of the last file may be torn.
import { closeSync, openSync, readSync } from 'node:fs';
import { AppError } from '../shared/errors.ts';
import type { Place } from './entry.ts';
import { type Head, parseHead } from './line.ts';

const CHUNK_BYTES = 4 << 20;

export interface Tail {
  /** Bytes up to the end of the last whole line. */
  readonly sizeBytes: number;
  readonly lines: number;
  /** Bytes after the last whole line. */
  readonly tornBytes: number;
  /** The last line is whole but for its newline. */
  readonly newlineMissing: boolean;
}

/** Calls `visit` for every whole line in order; `line` is only valid during the call. Throws ledger_corrupt with file and line. */
export function scanFile(path: string, visit: (head: Head, place: Place, lineNumber: number, line: Buffer) => void): Tail {
  const fd = openSync(path, 'r');
  try {
    let rest: Buffer = Buffer.alloc(0);
    let restOffset = 0;
    let lines = 0;
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const take = (line: Buffer, offset: number): void => {
      lines++;
      const parsed = parseHead(line);
      if ('problem' in parsed) throw corrupt(path, lines, parsed.problem);
      visit(parsed.head, { file: path, offset, sizeBytes: line.length }, lines, line);
    };
    for (;;) {
      const read = readSync(fd, chunk, 0, CHUNK_BYTES, null);
      if (read === 0) break;
      const bytes: Buffer = rest.length === 0 ? chunk.subarray(0, read) : Buffer.concat([rest, chunk.subarray(0, read)]);
      let from = 0;
      for (let end = bytes.indexOf(10, rest.length); end >= 0; end = bytes.indexOf(10, from)) {
        take(bytes.subarray(from, end), restOffset + from);
        from = end + 1;
      }
      rest = Buffer.from(bytes.subarray(from));
      restOffset += from;
    }
    if (rest.length > 0 && !('problem' in parseHead(rest))) {
      take(rest, restOffset);
      return { sizeBytes: restOffset + rest.length, lines, tornBytes: 0, newlineMissing: true };
    }
    return { sizeBytes: restOffset, lines, tornBytes: rest.length, newlineMissing: false };
  } finally {
    closeSync(fd);
  }
}

export function corrupt(path: string, lineNumber: number, problem: string): AppError {
  return new AppError('ledger_corrupt', `${path}:${lineNumber}: ${problem}`, { line: lineNumber });
}
