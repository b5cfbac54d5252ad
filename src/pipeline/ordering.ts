// Orders that are the same on every machine: by code unit, and dates with "unknown" (an empty string) left out.

export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function sortedSet(values: Iterable<string>): string[] {
  return [...new Set(values)].sort(byCodeUnit);
}

export function earliest(dates: readonly string[]): string {
  let found = '';
  for (const date of dates) if (date !== '' && (found === '' || date < found)) found = date;
  return found;
}

export function latest(dates: readonly string[]): string {
  let found = '';
  for (const date of dates) if (date > found) found = date;
  return found;
}

/** Groups in the order of their first member. */
export function groupBy<T>(values: Iterable<T>, keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
