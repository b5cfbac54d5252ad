// One line of CSV as `neo4j-admin database import` reads it: columns with a type, nothing for null, lists joined by a character no text has.

/** Unit separator, `--array-delimiter=U+001F`: any character a person types may stand in an alias. */
export const LIST_SEPARATOR = '\u001f';

export interface CsvColumn {
  /** The property, or for `role` columns the field of the row. */
  readonly name: string;
  /** What the header says: `title:string`, `:LABEL`, `id:ID`. */
  readonly head: string;
}

/** `quote:string`, `start:long`, `sources:string[]`: the header is the definition. */
export const property = (head: string): CsvColumn => ({ name: head.slice(0, head.indexOf(':')), head });

export const csvHeader = (columns: readonly CsvColumn[]): string => `${columns.map((column) => column.head).join(',')}\n`;

function field(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.length === 0 ? '' : quoted(value.map((part) => withoutSeparator(String(part))).join(LIST_SEPARATOR));
  return quoted(String(value));
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const withoutSeparator = (text: string): string => text.replaceAll(LIST_SEPARATOR, ' ');

export function csvLine(columns: readonly CsvColumn[], row: Readonly<Record<string, unknown>>): string {
  return `${columns.map((column) => field(row[column.name])).join(',')}\n`;
}
