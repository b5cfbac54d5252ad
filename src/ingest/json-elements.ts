// The top-level elements of a JSON array or of JSON lines, each with its place, so that one bad element does not lose the rest.

export interface JsonElement {
  readonly text: string;
  readonly start: number;
}

/** Elements of `[...]`. `complete` is false when the array never ends: the last, cut element is left out, and `end` is where it begins. */
export function splitJsonArray(text: string): { readonly elements: JsonElement[]; readonly complete: boolean; readonly end: number } {
  const elements: JsonElement[] = [];
  let i = text.indexOf('[') + 1;
  let start = i;
  let depth = 0;
  let inString = false;
  const push = (end: number): void => {
    const raw = text.slice(start, end);
    if (raw.trim()) elements.push({ text: raw.trim(), start: start + (raw.length - raw.trimStart().length) });
  };
  for (; i < text.length; i++) {
    const c = text[i];
    if (inString) {
      if (c === '\\') i++;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === '{' || c === '[') depth++;
    else if (c === ']' && depth === 0) {
      push(i);
      return { elements, complete: true, end: i };
    } else if (c === '}' || c === ']') depth--;
    else if (c === ',' && depth === 0) {
      push(i);
      start = i + 1;
    }
  }
  while (/\s/.test(text.charAt(start))) start++;
  return { elements, complete: false, end: start };
}

export function splitJsonLines(text: string): JsonElement[] {
  const elements: JsonElement[] = [];
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const line = text.slice(start, end).trim();
    if (line) elements.push({ text: line, start });
    start = end + 1;
  }
  return elements;
}
