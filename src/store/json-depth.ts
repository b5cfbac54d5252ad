// Parameters that nest too deep, or are circular, crash the embedded engine and overflow the stack elsewhere: found before they are used.

export const MAX_DEPTH = 32;

export function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth >= MAX_DEPTH) return true;
  return (Array.isArray(value) ? value : Object.values(value)).some((part) => isTooDeep(part, depth + 1));
}
