// One cell of CSV (RFC 4180) that no spreadsheet takes for a formula.

/** What a spreadsheet would run. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text that would run gets an apostrophe in front; numbers are numbers, negative ones too. */
export function toCsvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
