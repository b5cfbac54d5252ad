// What kind of thing a name sounds like, from its letters alone: a linear model over hashed character n-grams, trained on
// the lexicon's own names (scripts/train/train-names.py). It knows "…Bench", "…GPT", "…PO" and "…生成" without a list.

export const NAME_CLASSES = ['field', 'method', 'model', 'benchmark', 'stop'] as const;

export interface NameClassifierData {
  readonly buckets: number;
  readonly scale: number;
  /** One string a class: base-64 of int8 weights, one a bucket. */
  readonly weights: readonly string[];
  readonly bias: readonly number[];
}

export interface NameClassifier {
  /** Probabilities of NAME_CLASSES. */
  classify(name: string, out: Float32Array): void;
}

export function createNameClassifier(data: NameClassifierData): NameClassifier {
  const tables = data.weights.map(fromBase64);
  const mask = data.buckets - 1;
  return {
    classify(name, out) {
      const sums = data.bias.slice();
      let count = 0;
      for (const hash of ngramHashes(name)) {
        count++;
        for (let c = 0; c < sums.length; c++) sums[c] = (sums[c] ?? 0) + (tables[c]?.[hash & mask] ?? 0) * data.scale;
      }
      const norm = Math.sqrt(count) || 1;
      let total = 0;
      for (let c = 0; c < sums.length; c++) {
        const value = Math.exp((data.bias[c] ?? 0) + ((sums[c] ?? 0) - (data.bias[c] ?? 0)) / norm);
        out[c] = value;
        total += value;
      }
      for (let c = 0; c < sums.length; c++) out[c] = (out[c] ?? 0) / total;
    },
  };
}

/** FNV-1a of every run of 1 to 4 characters of "^name$", capitals marked, digits as one sign. Must agree with train-names.py. */
export function* ngramHashes(name: string): Generator<number> {
  const text = `^${name
    .slice(0, 60)
    .replace(/\d/g, '0')
    .replace(/[A-Z]/g, (c) => `\u0001${c.toLowerCase()}`)}$`;
  for (let i = 0; i < text.length; i++) {
    let hash = 0x811c9dc5;
    for (let n = 0; n < 4 && i + n < text.length; n++) {
      const code = text.charCodeAt(i + n);
      hash = Math.imul(hash ^ (code & 255), 0x01000193);
      hash = Math.imul(hash ^ (code >> 8), 0x01000193);
      yield (hash ^ (hash >>> 15)) >>> 0;
    }
  }
}

function fromBase64(text: string): Int8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const clean = text.replace(/=+$/, '');
  const out = new Int8Array(Math.floor((clean.length * 3) / 4));
  let bits = 0;
  let value = 0;
  let at = 0;
  for (const c of clean) {
    value = (value << 6) | alphabet.indexOf(c);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = (value >> bits) & 255;
    }
  }
  return out;
}
