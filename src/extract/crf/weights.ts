// The CRF's weights as bytes: a versioned header, the transitions, then features by rising hash with their few non-zero weights.
import { ATOMS, TRANSITIONS } from './labels.ts';

/** "PCRF", then the version: it changes with the tokens, the features or this layout. */
const MAGIC = 0x46524350;
export const CRF_VERSION = 1;
const HEADER = 24;

export interface CrfWeights {
  readonly transitions: Float32Array;
  /** Feature hashes, ascending. */
  readonly hashes: Uint32Array;
  /** Weights of feature i are at rowStart[i] to rowStart[i + 1]. */
  readonly rowStart: Uint32Array;
  readonly atoms: Uint8Array;
  readonly values: Float32Array;
  /** The largest weight by size. */
  readonly largest: number;
}

/** Bits of a place in `rows`; the tag of the hash is above them. */
export const PLACE_BITS = 23;

/** The filter has 2 ** FILTER_BITS bits. */
export const FILTER_BITS = 20;

/** As the reader looks features up: few, close places in memory for each, since waiting for memory is what costs. */
export interface IndexedWeights {
  readonly transitions: Float32Array;
  /** A bit for every hash that has weights, by its upper bits: most features have none, and this is small enough to stay near. */
  readonly filter: Uint32Array;
  /** Hash table: places in `rows` with the low 8 bits of the hash above them, -1 where empty. */
  readonly slots: Int32Array;
  readonly slotMask: number;
  /** Of a feature: its hash, low and high half, the number of its weights, then atom + 256 * stored weight for each. */
  readonly rows: Uint16Array;
  /** Weight of each stored byte. */
  readonly weightOf: Float64Array;
}

/** A weight in 8 bits: the root of its share of the largest, so that small ones are stored finely. */
export const quantise = (value: number, largest: number): number =>
  Math.sign(value) * Math.round(127 * Math.sqrt(Math.min(1, Math.abs(value) / (largest || 1))));
export const dequantise = (q: number, largest: number): number => (largest * q * Math.abs(q)) / 16129;

/** Layout: header, float32 transitions, values int8, atoms packed with a last-of-row bit, hash differences as varints. */
export function packWeights(w: CrfWeights): Uint8Array {
  const n = w.hashes.length;
  const weights = w.values.length;
  const out = new Uint8Array(HEADER + TRANSITIONS * 4 + weights * 2 + n * 5);
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, CRF_VERSION, true);
  view.setUint32(8, n, true);
  view.setUint32(12, weights, true);
  view.setFloat32(16, w.largest, true);
  view.setUint32(20, TRANSITIONS, true);
  let at = HEADER;
  for (let i = 0; i < TRANSITIONS; i++, at += 4) view.setFloat32(at, w.transitions[i] ?? 0, true);
  for (let i = 0; i < weights; i++) out[at++] = quantise(w.values[i] ?? 0, w.largest);
  for (let row = 0; row < n; row++) {
    const stop = w.rowStart[row + 1] ?? 0;
    for (let i = w.rowStart[row] ?? 0; i < stop; i++) out[at++] = (w.atoms[i] ?? 0) | (i + 1 === stop ? 128 : 0);
  }
  let before = 0;
  for (let row = 0; row < n; row++) {
    let gap = (w.hashes[row] ?? 0) - before;
    before = w.hashes[row] ?? 0;
    while (gap > 127) {
      out[at++] = (gap & 127) | 128;
      gap = Math.floor(gap / 128);
    }
    out[at++] = gap;
  }
  return out.slice(0, at);
}

export function unpackWeights(source: Uint8Array | ArrayBuffer): IndexedWeights {
  const bytes = source instanceof Uint8Array ? source : new Uint8Array(source);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC) throw new Error('CRF weights: not a weights file');
  if (view.getUint32(4, true) !== CRF_VERSION || view.getUint32(20, true) !== TRANSITIONS)
    throw new Error('CRF weights: made for another version, train them anew');
  const n = view.getUint32(8, true);
  const weights = view.getUint32(12, true);
  const transitions = new Float32Array(TRANSITIONS);
  const valuesAt = HEADER + TRANSITIONS * 4;
  const atomsAt = valuesAt + weights;
  if (bytes.length < atomsAt + weights + n) throw new Error('CRF weights: the file is cut short');
  for (let i = 0; i < TRANSITIONS; i++) transitions[i] = view.getFloat32(HEADER + i * 4, true);
  const largest = view.getFloat32(16, true);
  const weightOf = Float64Array.from({ length: 256 }, (_, byte) => dequantise((byte << 24) >> 24, largest));

  let size = 64;
  while (size < n * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const filter = new Uint32Array(1 << (FILTER_BITS - 5));
  const rows = new Uint16Array(3 * n + weights);
  if (rows.length >= 1 << PLACE_BITS) throw new Error('CRF weights: too many');
  let hash = 0;
  let row = 0;
  let weight = 0;
  let at = atomsAt + weights;
  for (let i = 0; i < n; i++) {
    let factor = 1;
    let byte = 0;
    do {
      byte = bytes[at++] ?? 0;
      hash += (byte & 127) * factor;
      factor *= 128;
    } while (byte & 128);
    const bit = hash >>> (32 - FILTER_BITS);
    filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
    let slot = (hash >>> 8) & (size - 1);
    while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & (size - 1);
    slots[slot] = ((hash & 0xff) << PLACE_BITS) | row;
    rows[row] = hash & 0xffff;
    rows[row + 1] = hash >>> 16;
    let count = 0;
    let atom = 0;
    do {
      atom = bytes[atomsAt + weight] ?? 128;
      rows[row + 3 + count++] = Math.min(atom & 127, ATOMS - 1) | ((bytes[valuesAt + weight] ?? 0) << 8);
      weight++;
    } while (!(atom & 128) && weight < weights);
    rows[row + 2] = count;
    row += 3 + count;
  }
  return { transitions, filter, slots, slotMask: size - 1, rows, weightOf };
}
