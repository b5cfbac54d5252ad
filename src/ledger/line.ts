// One ledger line as bytes: a small head that loading reads, the body that projection reads, and a checksum over both.
// {"v":1,"seq":7,"at":"...","kind":"paper","id":...,"source":...,"textHash":...,"reader":...,"paper":{...},"mentions":[...],"results":[...],"sum":"1a2b3c4d"}
import { crc32 } from 'node:zlib';
import type { Entry, Revision } from './entry.ts';

export const LEDGER_VERSION = 1;
const SUM_START = ',"sum":"';
/** `,"sum":"1a2b3c4d"}` */
const SUM_BYTES = SUM_START.length + 8 + 2;
/** Quotes inside JSON strings are escaped, so these bytes occur once: where the head ends. */
const BODY_START = Buffer.from(',"paper":{');

export interface Head {
  readonly v: number;
  readonly seq: number;
  readonly at: string;
  readonly kind: Entry['kind'];
  readonly id: string;
  readonly source?: string;
  readonly sourceName?: string;
  readonly date?: string;
  readonly textHash?: string;
  readonly reader?: string;
  readonly decision?: Extract<Entry, { kind: 'decision' }>['decision'];
}

/** The line with its newline. Key order is fixed: the head comes first, `sum` last. */
export function toLine(entry: Entry, seq: number, at: string): Buffer {
  const start = { v: LEDGER_VERSION, seq, at, kind: entry.kind };
  const value =
    entry.kind === 'paper'
      ? {
          ...start,
          id: entry.paper.id,
          source: entry.source,
          sourceName: entry.sourceName,
          date: entry.paper.date,
          textHash: entry.textHash,
          reader: entry.reader,
          paper: entry.paper,
          mentions: entry.mentions,
          results: entry.results,
        }
      : { ...start, ...entry };
  const body = JSON.stringify(value).slice(0, -1);
  return Buffer.from(`${body}${SUM_START}${checksum(Buffer.from(body))}"}\n`);
}

/** The head of a line (without its newline), or what is wrong with the line. */
export function parseHead(line: Buffer): { readonly head: Head } | { readonly problem: string } {
  const bodyEnd = line.length - SUM_BYTES;
  if (bodyEnd < 1 || line.toString('latin1', bodyEnd, bodyEnd + SUM_START.length) !== SUM_START)
    return { problem: 'the line has no checksum at its end' };
  const stated = line.toString('latin1', bodyEnd + SUM_START.length, line.length - 2);
  const body = line.subarray(0, bodyEnd);
  if (checksum(body) !== stated || line.toString('latin1', line.length - 2) !== '"}')
    return { problem: 'the checksum does not match: bytes were changed' };
  const cut = body.indexOf(BODY_START);
  const head = JSON.parse(`${body.toString('utf8', 0, cut < 0 ? body.length : cut)}}`) as Head;
  if (head.v > LEDGER_VERSION) return { problem: `it was written by a newer Paperloom (line format ${head.v})` };
  return { head };
}

/** A whole paper line; only for lines that `parseHead` has accepted. */
export function parseRevision(line: Buffer): Revision {
  const {
    v: _v,
    at: _at,
    id: _id,
    date: _date,
    sum: _sum,
    ...revision
  } = JSON.parse(line.toString('utf8')) as Revision & Record<'v' | 'at' | 'id' | 'date' | 'sum', unknown>;
  return revision;
}

function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}
