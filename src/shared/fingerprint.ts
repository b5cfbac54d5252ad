// The graph's fingerprint: equal graphs have equal fingerprints on every store, whatever the order of writing.
// Each item is written as canonical JSON and hashed; the hashes are added modulo 2^128, so that items may come in any order
// and in a stream. The caller supplies the hash, since this folder runs in the browser too.

export interface FingerprintItem {
  /** `n|<id>` or `e|<type>|<from>|<to>|<paper or empty>`: what makes the item one. */
  readonly key: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Keys sorted, absent and null alike, lists of strings sorted where order means nothing (`aliases`, `labels`, `sources`, `surfaces`). */
export function canonicalItem(item: FingerprintItem): string {
  const unordered = new Set(['aliases', 'labels', 'sources', 'surfaces']);
  const parts: string[] = [];
  for (const name of Object.keys(item.properties).sort()) {
    const value = item.properties[name];
    if (value === null || value === undefined) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    const ordered = Array.isArray(value) && unordered.has(name) ? [...value].sort() : value;
    parts.push(`${JSON.stringify(name)}:${JSON.stringify(ordered)}`);
  }
  return `${JSON.stringify(item.key)}{${parts.join(',')}}`;
}

export class Fingerprint {
  #sum = 0n;
  #count = 0;
  readonly #hash: (text: string) => Uint8Array;

  /** `hash` must return at least 16 bytes (SHA-256 in practice). */
  constructor(hash: (text: string) => Uint8Array) {
    this.#hash = hash;
  }

  add(item: FingerprintItem): void {
    const bytes = this.#hash(canonicalItem(item));
    let value = 0n;
    for (let i = 0; i < 16; i++) value = (value << 8n) | BigInt(bytes[i] ?? 0);
    this.#sum = (this.#sum + value) & ((1n << 128n) - 1n);
    this.#count++;
  }

  /** 32 hexadecimal digits, a dash, the number of items. */
  get value(): string {
    return `${this.#sum.toString(16).padStart(32, '0')}-${this.#count}`;
  }
}
