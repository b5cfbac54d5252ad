// Rows of a query for people and for spreadsheets.
import type { Json } from '../shared/api/cypher.ts';
import { toCsvCell } from '../shared/csv-cell.ts';

const MAX_CELL_WIDTH = 60;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

export function formatTable(columns: readonly string[], rows: readonly (readonly Json[])[]): string {
  const cells = [columns, ...rows.map((row) => row.map(toCell))].map((row) => row.map(shorten));
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => widthOf(row[i] ?? ''))));
  const lines = cells.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
  return [lines[0] ?? '', widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}

/** RFC 4180; a text that a spreadsheet would take for a formula gets an apostrophe in front. */
export function formatCsv(columns: readonly string[], rows: readonly (readonly Json[])[]): string {
  return [columns, ...rows]
    .map((row) => row.map((value) => toCsvCell(typeof value === 'number' ? value : toCell(value))).join(','))
    .join('\r\n');
}

function toCell(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** One line, control characters shown as a space: a title must not move the cursor. */
function shorten(text: string): string {
  let width = 0;
  let shown = '';
  for (const char of text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')) {
    width += widthOf(char);
    if (width > MAX_CELL_WIDTH) return `${shown}…`;
    shown += char;
  }
  return shown;
}

function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += WIDE.test(char) ? 2 : 1;
  return width;
}
