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

/** Names come back, in a paper and from paper to paper: the last ones seen are remembered. */
const REMEMBERED = 20_000;

export function createNameClassifier(data: NameClassifierData): NameClassifier {
  const classes = data.weights.length;
  const mask = data.buckets - 1;
  // The weights of a bucket side by side.
  const table = new Int8Array(data.buckets * classes);
  for (const [c, weights] of data.weights.map(fromBase64).entries())
    for (let i = 0; i < data.buckets; i++) table[i * classes + c] = weights[i] ?? 0;
  const sums = new Float64Array(classes);
  const seen = new Map<string, Float32Array>();

  function classOf(name: string): Float32Array {
    sums.fill(0);
    const count = eachNgram(name, (hash) => {
      const at = (hash & mask) * classes;
      for (let c = 0; c < classes; c++) sums[c] = (sums[c] as number) + (table[at + c] as number);
    });
    const norm = Math.sqrt(count) || 1;
    const out = new Float32Array(classes);
    let total = 0;
    for (let c = 0; c < classes; c++) {
      const value = Math.exp((data.bias[c] ?? 0) + ((sums[c] as number) * data.scale) / norm);
      out[c] = value;
      total += value;
    }
    for (let c = 0; c < classes; c++) out[c] = (out[c] as number) / total;
    return out;
  }

  return {
    classify(name, out) {
      let found = seen.get(name);
      if (!found) {
        found = classOf(name);
        if (seen.size >= REMEMBERED) seen.clear();
        seen.set(name, found);
      }
      out.set(found);
    },
  };
}

/** FNV-1a of every run of 1 to 4 characters of "^name$", capitals marked, digits as one sign. Must agree with train-names.py. */
function eachNgram(name: string, each: (hash: number) => void): number {
  const text = `^${name
    .slice(0, 60)
    .replace(/\d/g, '0')
    .replace(/[A-Z]/g, (c) => `\u0001${c.toLowerCase()}`)}$`;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    let hash = 0x811c9dc5;
    for (let n = 0; n < 4 && i + n < text.length; n++) {
      const code = text.charCodeAt(i + n);
      hash = Math.imul(hash ^ (code & 255), 0x01000193);
      hash = Math.imul(hash ^ (code >> 8), 0x01000193);
      each((hash ^ (hash >>> 15)) >>> 0);
      count++;
    }
  }
  return count;
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
