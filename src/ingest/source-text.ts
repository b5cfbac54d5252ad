// Bytes to text, with what is wrong said by line and column instead of thrown.
import type { Diagnostic } from '../shared/diagnostics.ts';

export interface DecodedSource {
  /** Null when the bytes are no text at all. */
  readonly text: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

const HEAD_BYTES = 4096;

export function decodeSource(source: string, bytes: Uint8Array): DecodedSource {
  if (bytes.length === 0)
    return {
      text: null,
      diagnostics: [{ severity: 'error', code: 'ingest/empty', source, line: 1, message: 'the file is empty', hint: 'nothing to read' }],
    };
  if (bytes.subarray(0, HEAD_BYTES).includes(0))
    return {
      text: null,
      diagnostics: [
        {
          severity: 'error',
          code: 'ingest/binary',
          source,
          line: 1,
          message: 'the file is binary, not text',
          hint: 'give Markdown, JSON, JSON lines or Atom XML',
        },
      ],
    };
  try {
    return { text: stripMark(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), diagnostics: [] };
  } catch {
    const text = stripMark(new TextDecoder('utf-8').decode(bytes));
    const at = firstDifference(bytes, text);
    const { line, column } = lineColumn(text, at);
    return {
      text,
      diagnostics: [
        {
          severity: 'error',
          code: 'ingest/not-utf8',
          source,
          line,
          column,
          message: 'not valid UTF-8 from here on; what could be read is kept',
          hint: 'save the file as UTF-8',
        },
      ],
    };
  }
}

const stripMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

/** Index in the text of the first replacement character that the bytes do not hold themselves. */
function firstDifference(bytes: Uint8Array, text: string): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (validPrefix(decoder, bytes, middle) !== null) low = middle;
    else high = middle - 1;
  }
  return Math.min(stripMark(validPrefix(decoder, bytes, low) ?? '').length, text.length);
}

/** The text of the first `length` bytes without a character that the cut divides; null when they are no UTF-8. */
function validPrefix(decoder: TextDecoder, bytes: Uint8Array, length: number): string | null {
  // A cut inside a character is no error of the file: step back over at most three continuation bytes.
  for (let back = 0; back < 4 && length - back >= 0; back++) {
    try {
      return decoder.decode(bytes.subarray(0, length - back));
    } catch {
      const last = bytes[length - back - 1];
      if (last === undefined || last < 0x80) return null;
    }
  }
  return null;
}

/** 1-based line and column of an index. */
export function lineColumn(text: string, index: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: index - start + 1 };
}
