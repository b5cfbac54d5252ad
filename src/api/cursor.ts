// Cursors: where a page ended, opaque to clients, and refused by any other list.
import { AppError } from '../shared/errors.ts';

export function toCursor(list: string, parts: readonly string[]): string {
  return Buffer.from(JSON.stringify([list, ...parts])).toString('base64url');
}

/** The parts, or null without a cursor. Throws bad_cursor. */
export function parseCursor(list: string, cursor: string | undefined, count: number): string[] | null {
  if (cursor === undefined) return null;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    throw new AppError('bad_cursor', undefined, { cause: error });
  }
  if (!Array.isArray(parts) || parts.length !== count + 1 || parts[0] !== list || !parts.every((part) => typeof part === 'string'))
    throw new AppError('bad_cursor');
  return parts.slice(1);
}
