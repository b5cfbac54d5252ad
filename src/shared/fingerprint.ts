// The graph's fingerprint: equal graphs have equal fingerprints on every store, whatever the order of writing.
// Each item is written as canonical JSON and hashed; the hashes are added modulo 2^128, so that items may come in any order and
// in a stream, and a changed item can be taken out again. The caller supplies the hash, since this folder runs in the browser too.

export interface FingerprintItem {
  /** `n|<id>` or `e|<type>|<from>|<to>|<paper or empty>`: what makes the item one. */
  readonly key: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Lists whose order means nothing. */
const UNORDERED = new Set(['aliases', 'labels', 'sources', 'surfaces']);

interface ShapeField {
  readonly name: string;
  readonly prefix: string;
  readonly isUnordered: boolean;
}
/** Sorted names by the names as they came: a graph has a dozen shapes and a million items. */
const shapes = new Map<string, readonly ShapeField[]>();
const MOST_SHAPES = 1_000;

function shapeOf(properties: Readonly<Record<string, unknown>>): readonly ShapeField[] {
  const names = Object.keys(properties);
  const key = names.join('\n');
  let shape = shapes.get(key);
  if (shape === undefined) {
    shape = names.sort().map((name) => ({ name, prefix: `${JSON.stringify(name)}:`, isUnordered: UNORDERED.has(name) }));
    if (shapes.size >= MOST_SHAPES) shapes.clear();
    shapes.set(key, shape);
  }
  return shape;
}

/** Keys sorted, absent and null alike, lists of strings sorted where order means nothing (`aliases`, `labels`, `sources`, `surfaces`). */
export function canonicalItem(item: FingerprintItem): string {
  let text = '';
  for (const { name, prefix, isUnordered } of shapeOf(item.properties)) {
    const value = item.properties[name];
    if (value === null || value === undefined) continue;
    if (Array.isArray(value)) {
      if (value.length === 0) continue;
      text += `${text === '' ? '' : ','}${prefix}${JSON.stringify(isUnordered && value.length > 1 ? [...value].sort() : value)}`;
    } else text += `${text === '' ? '' : ','}${prefix}${typeof value === 'number' ? String(value) : JSON.stringify(value)}`;
  }
  return `${JSON.stringify(item.key)}{${text}}`;
}

const LIMB = 2 ** 32;

/** The sum as four 32-bit parts, lowest first: far cheaper than one large integer, which is made when the value is asked for. */
export class Fingerprint {
  readonly #limbs = new Float64Array(4);
  #count = 0;
  /** Parts are exact to 2^53: carried over long before. */
  #uncarried = 0;
  readonly #hash: (text: string) => Uint8Array;

  /** `hash` must return at least 16 bytes (SHA-256 in practice). `from`: a `value` to go on from. */
  constructor(hash: (text: string) => Uint8Array, from = '') {
    this.#hash = hash;
    if (from === '') return;
    const [, sum, count] = /^([0-9a-f]{32})-(-?\d+)$/.exec(from) ?? [];
    if (sum === undefined) throw new Error(`not a fingerprint: ${from}`);
    for (let i = 0; i < 4; i++) this.#limbs[i] = Number.parseInt(sum.slice(24 - 8 * i, 32 - 8 * i), 16);
    this.#count = Number(count);
  }

  add(item: FingerprintItem): void {
    this.addText(canonicalItem(item), 1);
  }

  remove(item: FingerprintItem): void {
    this.addText(canonicalItem(item), -1);
  }

  /** `text` is an item in canonical form. */
  addText(text: string, sign: 1 | -1): void {
    const bytes = this.#hash(text);
    for (let i = 0; i < 4; i++) {
      const at = 12 - 4 * i;
      const part = (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0;
      this.#limbs[i] = (this.#limbs[i] ?? 0) + sign * part;
    }
    this.#count += sign;
    if (++this.#uncarried > 1_000_000) this.#carry();
  }

  /** 32 hexadecimal digits, a dash, the number of items. */
  get value(): string {
    this.#carry();
    const digits = [...this.#limbs].reverse().map((limb) => limb.toString(16).padStart(8, '0'));
    return `${digits.join('')}-${this.#count}`;
  }

  #carry(): void {
    let carry = 0;
    for (let i = 0; i < 4; i++) {
      const sum = (this.#limbs[i] ?? 0) + carry;
      carry = Math.floor(sum / LIMB);
      this.#limbs[i] = sum - carry * LIMB;
    }
    this.#uncarried = 0;
  }
}
