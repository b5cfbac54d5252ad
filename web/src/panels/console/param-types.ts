// Parameters of a query: which there are, of which type a field is, and the value that is sent. Pure.
import type { Json } from '../../../../src/shared/api/cypher.ts';

export const PARAM_TYPES = ['text', 'integer', 'number', 'boolean', 'list', 'date'] as const;
export type ParamType = (typeof PARAM_TYPES)[number];

/** Outside of strings and comments, each once. */
export function paramsIn(query: string): string[] {
  const code = query.replace(/\/\/.*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/g, ' ');
  return [...new Set([...code.matchAll(/\$(\w+)/g)].flatMap((match) => match[1] ?? []))];
}

export function typeOfValue(value: Json | undefined): ParamType {
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'text';
}

/** Undefined when the text is no value of the type. */
export function parseParam(type: ParamType, text: string): Json | undefined {
  switch (type) {
    case 'integer':
      return /^[+-]?\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'list':
      return text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
    default:
      return text;
  }
}

export const paramText = (value: Json | undefined): string =>
  value === undefined || value === null
    ? ''
    : Array.isArray(value)
      ? value.map(String).join(', ')
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
