// Copies the lines that still count into new files, byte for byte: their numbers and checksums stay what they were.
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileNameOf, fsyncFolder } from './ledger-files.ts';
import { scanFile } from './scan-file.ts';

export interface Copied {
  readonly lastFile: number;
  readonly lines: number;
  readonly sizeBytes: number;
}
const FLUSH_BYTES = 4 << 20;
const NEWLINE = Buffer.from('\n');

/** Writes `NNNNNN.jsonl.new` from `firstFile` on, at least one. On the disk when it returns. */
export function copyLines(
  folder: string,
  names: readonly string[],
  keeps: ReadonlySet<number>,
  { firstFile, maxFileBytes }: { readonly firstFile: number; readonly maxFileBytes: number },
): Copied {
  let fileNumber = firstFile;
  let writer = openSync(join(folder, `${fileNameOf(fileNumber)}.new`), 'w', 0o600);
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let fileBytes = 0;
  let lines = 0;
  let sizeBytes = 0;
  const flush = (): void => {
    const bytes = Buffer.concat(waiting);
    for (let done = 0; done < bytes.length; ) done += writeSync(writer, bytes, done);
    waiting = [];
    waitingBytes = 0;
  };
  try {
    for (const name of names) {
      scanFile(join(folder, name), (head, _place, _lineNumber, line) => {
        if (!keeps.has(head.seq)) return;
        if (fileBytes >= maxFileBytes) {
          flush();
          fsyncSync(writer);
          closeSync(writer);
          fileNumber++;
          fileBytes = 0;
          writer = openSync(join(folder, `${fileNameOf(fileNumber)}.new`), 'w', 0o600);
        }
        // The scanner reuses its buffer.
        waiting.push(Buffer.from(line), NEWLINE);
        waitingBytes += line.length + 1;
        fileBytes += line.length + 1;
        sizeBytes += line.length + 1;
        lines++;
        if (waitingBytes >= FLUSH_BYTES) flush();
      });
    }
    flush();
    fsyncSync(writer);
  } finally {
    closeSync(writer);
  }
  fsyncFolder(folder);
  return { lastFile: fileNumber, lines, sizeBytes };
}
