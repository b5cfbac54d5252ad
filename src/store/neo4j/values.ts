// Values on the way to Neo4j and back: a JS number would arrive as a float (`LIMIT 10.0` fails), an integer beyond 2^53 would lose digits.
import neo4j from 'neo4j-driver';
import type { Json } from '../../shared/api/cypher.ts';

/** Every safe integer as a Cypher integer, however deep. */
export function toParameter(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toParameter);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toParameter(part)]));
}

export interface ValueOptions {
  /** Taken off the labels of nodes. */
  readonly labelPrefix: string;
}

function bigToJson(value: bigint): Json {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);
}

/** The ids of the nodes by element id, gathered while values are read: an edge names its ends by element id only. */
export class ValueReader {
  readonly #labelPrefix: string;
  readonly #ids = new Map<string, Json>();
  /** Element ids of ends that no node of the answer told: to be looked up, then set. */
  readonly #open = new Map<string, { [key: string]: Json }[]>();

  constructor(options: ValueOptions) {
    this.#labelPrefix = options.labelPrefix;
  }

  toJson(value: unknown): Json {
    if (value === null || value === undefined) return null;
    if (typeof value === 'bigint') return bigToJson(value);
    if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (Array.isArray(value)) return value.map((part) => this.toJson(part));
    if (neo4j.isNode(value as object))
      return this.#node(value as { elementId: string; labels: string[]; properties: Record<string, unknown> });
    if (neo4j.isRelationship(value as object)) return this.#edge(value as never);
    if (neo4j.isPath(value as object)) return this.#path(value as never);
    if (isTemporal(value)) return String(value);
    if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
    return this.#map(value as Record<string, unknown>);
  }

  /** Ends of edges whose nodes were not in the answer. */
  get missing(): string[] {
    return [...this.#open.keys()];
  }

  setId(elementId: string, id: Json): void {
    this.#ids.set(elementId, id);
    for (const edge of this.#open.get(elementId) ?? []) {
      if (edge['from'] === elementId) edge['from'] = id;
      if (edge['to'] === elementId) edge['to'] = id;
    }
    this.#open.delete(elementId);
  }

  label(name: string): string {
    return name.startsWith(this.#labelPrefix) ? name.slice(this.#labelPrefix.length) : name;
  }

  #map(map: Record<string, unknown>, without: readonly string[] = []): { [key: string]: Json } {
    const json: { [key: string]: Json } = {};
    // Sorted: the server's order of properties is internal, and both stores are to answer alike.
    for (const key of Object.keys(map).sort()) if (!without.includes(key)) json[key] = this.toJson(map[key]);
    return json;
  }

  #node(node: { elementId: string; labels: string[]; properties: Record<string, unknown> }): Json {
    const { id = null, ...properties } = this.#map(node.properties, ['searchKey']);
    this.setId(node.elementId, id);
    return { id, labels: node.labels.map((name) => this.label(name)).sort(), ...properties };
  }

  #edge(edge: { startNodeElementId: string; endNodeElementId: string; type: string; properties: Record<string, unknown> }): Json {
    const json: { [key: string]: Json } = {
      from: edge.startNodeElementId,
      to: edge.endNodeElementId,
      type: edge.type,
      ...this.#map(edge.properties),
    };
    for (const [end, elementId] of [
      ['from', edge.startNodeElementId],
      ['to', edge.endNodeElementId],
    ] as const) {
      const id = this.#ids.get(elementId);
      if (id !== undefined) {
        json[end] = id;
        continue;
      }
      const waiting = this.#open.get(elementId);
      if (waiting) waiting.push(json);
      else this.#open.set(elementId, [json]);
    }
    return json;
  }

  #path(path: { start: object; segments: { relationship: object; end: object }[] }): Json {
    const nodes = [this.toJson(path.start), ...path.segments.map((segment) => this.toJson(segment.end))];
    return { nodes, edges: path.segments.map((segment) => this.toJson(segment.relationship)) };
  }
}

function isTemporal(value: unknown): boolean {
  const o = value as object;
  return (
    neo4j.isDate(o) ||
    neo4j.isDateTime(o) ||
    neo4j.isLocalDateTime(o) ||
    neo4j.isTime(o) ||
    neo4j.isLocalTime(o) ||
    neo4j.isDuration(o) ||
    neo4j.isPoint(o)
  );
}
