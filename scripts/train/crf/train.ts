// Fits the CRF: Adagrad over sentences in a seeded order, L1 and L2 applied as a proximal step several times an epoch.
import { ATOM, ATOMS, BEGIN, INSIDE, KINDS, LABELS, scoreLabels, TRANSITIONS, TYPE_OF } from '../../../src/extract/crf/labels.ts';
import { expTransitions, Lattice } from '../../../src/extract/crf/lattice.ts';
import type { Doc } from './docs.ts';
import { type Encoded, encodeDocs } from './encode.ts';
import { addExpectations } from './gradient.ts';
import type { LabelOptions } from './label-tokens.ts';
import { giveUpSmallest, toBytes } from './prune.ts';

export interface TrainOptions extends LabelOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l1: number;
  readonly l2: number;
  /** Papers a feature must occur in. */
  readonly minDocs: number;
  readonly devWeight: number;
  readonly seed: number;
  readonly maxBytes: number;
  readonly log?: (line: string) => void;
}
export const DEFAULTS: TrainOptions = {
  minor: 'label',
  optional: 'open',
  epochs: 12,
  rate: 0.06,
  l1: 0.8,
  l2: 0.2,
  minDocs: 2,
  devWeight: 2,
  seed: 7,
  maxBytes: 450_000,
};

const STEPS = 4;
/** Epochs after the small weights were given up, in which the others make up for them. */
const LAST = 2;
/** What every sum of squared gradients starts from: keeps the first steps small. */
const START = 0.5;

/** Weights for `createCrf`. The same papers and options give the same bytes. */
export function trainCrf(docs: readonly Doc[], given: Partial<TrainOptions> = {}): Uint8Array {
  const options = { ...DEFAULTS, ...given };
  const data = encodeDocs(docs, options);
  const size = data.hashes.length * ATOMS;
  const w = new Float32Array(size);
  const g = new Float32Array(size);
  const tw = new Float64Array(TRANSITIONS);
  const tg = new Float64Array(TRANSITIONS);
  const fit = new Fit(data, w, g, tw, tg, options);
  const order = Array.from({ length: data.sequences.length }, (_, i) => i);
  const random = mulberry(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const started = Date.now();
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    if (epoch === options.epochs - LAST) giveUpSmallest(w, g, options.maxBytes);
    let loss = 0;
    // Smaller steps towards the end, so that the last sentences do not decide.
    fit.rate = options.rate * Math.min(1, 1.5 * (1 - epoch / options.epochs) + 0.1);
    for (let i = 0, step = 1; i < order.length; i++) {
      loss += fit.sequence(order[i] ?? 0);
      if (i + 1 >= (order.length * step) / STEPS) {
        fit.shrink(1 / STEPS);
        step++;
      }
    }
    options.log?.(`epoch ${epoch + 1}: loss ${(loss / order.length).toFixed(4)}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
  if (options.log) {
    const sizes = Float32Array.from(w, Math.abs).sort();
    options.log(
      `weights: largest ${sizes.at(-1)?.toFixed(2)}, 1,000th ${sizes.at(-1000)?.toFixed(2)}, transitions ${Math.max(...tw.map(Math.abs)).toFixed(2)}`,
    );
  }
  return toBytes(data.hashes, w, tw);
}

class Fit {
  rate = 0;
  private readonly lattice = new Lattice();
  private nodes = new Float64Array(0);
  private readonly edges = new Float64Array(TRANSITIONS);
  private readonly sums = new Float64Array(ATOMS);
  private readonly data: Encoded;
  private readonly w: Float32Array;
  private readonly g: Float32Array;
  private readonly tw: Float64Array;
  private readonly tg: Float64Array;
  private readonly options: TrainOptions;
  private x: Float64Array;
  constructor(data: Encoded, w: Float32Array, g: Float32Array, tw: Float64Array, tg: Float64Array, options: TrainOptions) {
    this.data = data;
    this.w = w;
    this.g = g;
    this.tw = tw;
    this.tg = tg;
    this.options = options;
    this.x = expTransitions(tw);
  }

  /** One step on one sequence; returns its loss. */
  sequence(number: number): number {
    const { data, lattice, sums, w } = this;
    const sequence = data.sequences[number];
    if (!sequence) return 0;
    const { from, length: n, weight } = sequence;
    lattice.reserve(n);
    for (let t = 0; t < n; t++) {
      sums.fill(0);
      const stop = data.offsets[from + t + 1] as number;
      for (let f = data.offsets[from + t] as number; f < stop; f++) {
        const row = (data.features[f] as number) * ATOMS;
        for (let a = 0; a < ATOMS; a++) sums[a] = (sums[a] as number) + (w[row + a] as number);
      }
      scoreLabels(sums, lattice.scores, t * LABELS);
    }
    lattice.exponentiate(n);
    const mask = data.masks.subarray(from, from + n);
    const { x } = this;
    const gold = lattice.forward(n, x, data.seps, from, mask);
    if (gold === -Infinity) return 0;
    if (this.nodes.length < n * LABELS) this.nodes = new Float64Array(n * LABELS * 2);
    this.nodes.fill(0, 0, n * LABELS);
    this.edges.fill(0);
    lattice.backward(n, x, data.seps, from, mask);
    addExpectations(lattice, n, x, data.seps, from, mask, -1, this.nodes, this.edges);
    const all = lattice.forward(n, x, data.seps, from, null);
    const loss = all - gold;
    if (loss < 0.005) return loss;
    lattice.backward(n, x, data.seps, from, null);
    addExpectations(lattice, n, x, data.seps, from, null, 1, this.nodes, this.edges);
    this.update(from, n, weight);
    return loss;
  }

  private update(from: number, n: number, weight: number): void {
    const { nodes, edges, data, w, g, tw, tg, rate, sums } = this;
    for (let t = 0; t < n; t++) {
      let size = 0;
      const at = t * LABELS;
      for (let y = 1; y < LABELS; y++) size += Math.abs(nodes[at + y] as number);
      if (size < 0.002) continue;
      sums.fill(0);
      for (let k = 0; k < KINDS; k++) {
        const begin = weight * (nodes[at + BEGIN + k] as number);
        const inside = weight * (nodes[at + INSIDE + k] as number);
        const type = TYPE_OF[k] as number;
        sums[ATOM.begin] = (sums[ATOM.begin] as number) + begin;
        sums[ATOM.inside] = (sums[ATOM.inside] as number) + inside;
        sums[ATOM.beginType + type] = (sums[ATOM.beginType + type] as number) + begin;
        sums[ATOM.insideType + type] = (sums[ATOM.insideType + type] as number) + inside;
        sums[ATOM.kind + k] = begin + inside;
      }
      const stop = data.offsets[from + t + 1] as number;
      for (let a = 0; a < ATOMS; a++) {
        const d = sums[a] as number;
        if (Math.abs(d) < 5e-4) continue;
        const square = d * d;
        for (let f = data.offsets[from + t] as number; f < stop; f++) {
          const i = (data.features[f] as number) * ATOMS + a;
          const sum = (g[i] as number) + square;
          g[i] = sum;
          w[i] = (w[i] as number) - (rate * d) / Math.sqrt(sum + START);
        }
      }
    }
    for (let i = 0; i < TRANSITIONS; i++) {
      const d = weight * (edges[i] as number);
      if (d === 0) continue;
      const sum = (tg[i] as number) + d * d;
      tg[i] = sum;
      tw[i] = (tw[i] as number) - (rate * d) / Math.sqrt(sum + START);
    }
    this.x = expTransitions(tw);
  }

  /** Proximal step for a share of an epoch: L1 takes off, L2 divides, both more where little evidence stands behind a weight. */
  shrink(share: number): void {
    const { w, g, tw, tg } = this;
    const { l1, l2 } = this.options;
    for (let i = 0; i < w.length; i++) {
      const v = w[i] as number;
      if (v === 0) continue;
      const step = (this.rate * share) / Math.sqrt((g[i] as number) + START);
      const cut = Math.abs(v) - step * l1;
      w[i] = cut <= 0 ? 0 : (v > 0 ? cut : -cut) / (1 + step * l2);
    }
    for (let i = 0; i < tw.length; i++) tw[i] = (tw[i] as number) / (1 + (this.rate * share * l2) / Math.sqrt((tg[i] as number) + START));
    this.x = expTransitions(tw);
  }
}

function mulberry(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
