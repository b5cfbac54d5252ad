// The engine's values as JSON for people: nodes and edges under our ids, dates as text, integers beyond 2^53 as text.
import type { Json } from '../../shared/api/cypher.ts';

/** Our id of the node with the engine's id; null when it has none. */
export type IdOf = (engineId: number) => Json;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

export function toJson(value: unknown, idOf: IdOf): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint')
    return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((part) => toJson(part, idOf));
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
  if (!isObject(value)) return String(value);
  if (Array.isArray(value['_labels']) && '_id' in value) return nodeToJson(value, idOf);
  if ('_source' in value && '_target' in value && typeof value['_type'] === 'string') return edgeToJson(value, idOf);
  return mapToJson(value, idOf, []);
}

/** A row of one of our own queries: no nodes or edges in it, and nobody looks at the order of its keys. */
export function toPlain(value: unknown): unknown {
  switch (typeof value) {
    case 'bigint':
      return toJson(value, () => null);
    case 'undefined':
      return null;
    case 'object': {
      if (value === null) return null;
      if (Array.isArray(value)) return value.every((part) => typeof part === 'string') ? value : value.map(toPlain);
      if (value instanceof Date || ArrayBuffer.isView(value)) return toJson(value, () => null);
      const plain: Record<string, unknown> = {};
      for (const key in value) plain[key] = toPlain((value as Record<string, unknown>)[key]);
      return plain;
    }
    default:
      return value;
  }
}

function mapToJson(map: Record<string, unknown>, idOf: IdOf, without: readonly string[]): { [key: string]: Json } {
  const json: { [key: string]: Json } = {};
  for (const key of Object.keys(map).sort()) if (!without.includes(key)) json[key] = toJson(map[key], idOf);
  return json;
}

function nodeToJson(node: Record<string, unknown>, idOf: IdOf): Json {
  const { id = null, ...properties } = mapToJson(node, idOf, ['_id', '_labels', 'searchKey']);
  return { id, labels: (node['_labels'] as string[]).map(String).sort(), ...properties };
}

function edgeToJson(edge: Record<string, unknown>, idOf: IdOf): Json {
  const properties = mapToJson(edge, idOf, ['_id', '_source', '_target', '_type']);
  return { from: idOf(Number(edge['_source'])), to: idOf(Number(edge['_target'])), type: String(edge['_type']), ...properties };
}
