// Trained weights to bytes, and which of them to give up so that the bytes are few enough.
import { ATOMS } from '../../../src/extract/crf/labels.ts';
import { dequantise, packWeights, quantise } from '../../../src/extract/crf/weights.ts';

/** What a weight and a feature cost: value and atom, difference of hashes. */
const WEIGHT_BYTES = 2;
const FEATURE_BYTES = 2.4;

/** Sets the smallest weights to 0 until the rest fits, and freezes them there: endless evidence, so no step moves them. */
export function giveUpSmallest(w: Float32Array, g: Float32Array, maxBytes: number): void {
  let threshold = 0;
  for (let step = 0; step < 60; step++) {
    let bytes = 8000;
    for (let row = 0; row < w.length; row += ATOMS) {
      let kept = 0;
      for (let a = 0; a < ATOMS; a++) if (Math.abs(w[row + a] as number) > threshold) kept++;
      if (kept > 0) bytes += FEATURE_BYTES + WEIGHT_BYTES * kept;
    }
    if (bytes <= maxBytes) break;
    threshold = threshold === 0 ? 0.0005 : threshold * 1.15;
  }
  for (let i = 0; i < w.length; i++) {
    if (Math.abs(w[i] as number) > threshold) continue;
    w[i] = 0;
    g[i] = Infinity;
  }
}

export function toBytes(hashes: Uint32Array, w: Float32Array, transitions: Float64Array): Uint8Array {
  let largest = 0;
  for (const v of w) largest = Math.max(largest, Math.abs(v));
  const kept: number[] = [];
  const rowStart: number[] = [0];
  const atoms: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < hashes.length; row++) {
    const before = values.length;
    for (let a = 0; a < ATOMS; a++) {
      const q = quantise(w[row * ATOMS + a] as number, largest);
      if (q === 0) continue;
      atoms.push(a);
      values.push(dequantise(q, largest));
    }
    if (values.length === before) continue;
    kept.push(hashes[row] as number);
    rowStart.push(values.length);
  }
  return packWeights({
    transitions: Float32Array.from(transitions),
    hashes: Uint32Array.from(kept),
    rowStart: Uint32Array.from(rowStart),
    atoms: Uint8Array.from(atoms),
    values: Float32Array.from(values),
    largest,
  });
}
