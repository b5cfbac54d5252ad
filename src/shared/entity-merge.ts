// How an entity seen by several writers becomes one, whatever the order of writing; and the key it is searched by.
import { foldName } from './fold.ts';
import type { EntityRow } from './graph-patch.ts';

/** By code point, as both stores compare strings. Differs from `<` only beyond U+FFFF. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const isSurrogateX = x >= 0xd800 && x <= 0xdfff;
    const isSurrogateY = y >= 0xd800 && y <= 0xdfff;
    if (isSurrogateX !== isSurrogateY) return isSurrogateX ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}

const smaller = (a: string, b: string): string => (compareCodePoints(a, b) <= 0 ? a : b);
/** Dates are YYYY-MM-DD or empty; an empty one says nothing. */
const earlier = (a: string, b: string): string => (a === '' ? b : b === '' || a <= b ? a : b);

function later(a: string, b: string): string {
  if (a > b) return a;
  return b;
}

/** Commutative and associative, so that any order of patches ends alike. */
export function mergeEntityRows(a: EntityRow, b: EntityRow): EntityRow {
  return {
    id: a.id,
    labels: [...new Set([...a.labels, ...b.labels])].sort(),
    name: smaller(a.name, b.name),
    nameZh: a.nameZh === null ? b.nameZh : b.nameZh === null ? a.nameZh : smaller(a.nameZh, b.nameZh),
    aliases: [...new Set([...a.aliases, ...b.aliases])].sort(),
    baseAliases: [...new Set([...a.baseAliases, ...b.baseAliases])].sort(),
    firstSeen: earlier(a.firstSeen, b.firstSeen),
    lastSeen: later(a.lastSeen, b.lastSeen),
  };
}

/** The folded forms a name is found by: "GRPO", "grpo" and "G-RPO" are one. */
export function searchKeysOf(row: Pick<EntityRow, 'name' | 'nameZh' | 'aliases'>): string[] {
  const folded = [row.name, row.nameZh ?? '', ...row.aliases].map(foldName);
  return [...new Set(folded)].filter((key) => key !== '').sort();
}

/**
 * The stored `searchKey`: every key on a line of its own, with a line break before and after.
 * So CONTAINS '\nq\n' is an exact match, CONTAINS '\nq' a prefix, CONTAINS 'q' any match. Fold the query with `foldName` first.
 */
export function searchKeyOf(keys: readonly string[]): string {
  return keys.length === 0 ? '' : `\n${keys.join('\n')}\n`;
}
