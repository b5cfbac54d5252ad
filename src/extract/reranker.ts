// Gradient-boosted trees over a candidate's features: the probability of each type and role. Trained by scripts/train;
// here only read and summed. Trees are flat arrays: child numbers below zero are leaves (-1 - leaf).
import { MENTION_KINDS, type MentionKind } from '../shared/ontology.ts';
import { FEATURE_NAMES } from './features.ts';

interface TreeData {
  readonly f: readonly number[];
  readonly t: readonly number[];
  readonly l: readonly number[];
  readonly r: readonly number[];
  readonly v: readonly number[];
}
export interface RerankerData {
  readonly version: string;
  readonly features: readonly string[];
  readonly kinds: Readonly<
    Record<
      string,
      {
        readonly threshold: number;
        readonly trees: readonly TreeData[];
        /** After so many trees, the sum below which no candidate of the training set came near the threshold. */
        readonly stops?: readonly (readonly [trees: number, sum: number])[];
        /** Score bins to measured precision, ascending. */
        readonly calibration?: readonly (readonly [number, number])[];
      }
    >
  >;
}

export interface Reranker {
  readonly version: string;
  readonly thresholds: Float32Array;
  /** Probabilities of MENTION_KINDS for one row of features; what is hopeless after a few trees is not weighed to the end. */
  score(row: Float32Array, out: Float32Array): void;
  /** What share of mentions with such a probability is right, by cross-validation. */
  confidence(kind: number, probability: number): number;
}

/** A node is four words, side by side since waiting for memory is what costs: threshold (float), feature, left, right. */
interface Forest {
  readonly roots: Int32Array;
  readonly nodes: Int32Array;
  /** The same memory, for the thresholds. */
  readonly thresholds: Float32Array;
  readonly value: Float64Array;
  /** Where to look whether to go on, and from which sum on. */
  readonly stopAt: Int32Array;
  readonly stopBelow: Float64Array;
}

export function createReranker(data: RerankerData): Reranker {
  if (data.features.length !== FEATURE_NAMES.length || data.features.some((name, i) => name !== FEATURE_NAMES[i]))
    throw new Error('the reranker weights were trained on other features: run scripts/train again');
  const forests = MENTION_KINDS.map((kind) => toForest(data.kinds[kind]?.trees ?? [], data.kinds[kind]?.stops ?? []));
  const thresholds = Float32Array.from(MENTION_KINDS, (kind: MentionKind) => data.kinds[kind]?.threshold ?? 1);
  const calibrations = MENTION_KINDS.map((kind) => data.kinds[kind]?.calibration ?? []);
  return {
    version: data.version,
    thresholds,
    score(row, out) {
      for (let k = 0; k < forests.length; k++) {
        const total = sum(forests[k] as Forest, row);
        out[k] = total === HOPELESS ? Math.min(0.02, (thresholds[k] as number) / 4) : 1 / (1 + Math.exp(-total));
      }
    },
    confidence(kind, probability) {
      const points = calibrations[kind] ?? [];
      const above = points.findIndex(([p]) => p >= probability);
      const high = points[above];
      if (!high) return points.at(-1)?.[1] ?? probability;
      const low = points[above - 1];
      if (!low) return high[1];
      return low[1] + ((high[1] - low[1]) * (probability - low[0])) / (high[0] - low[0] || 1);
    },
  };
}

function toForest(trees: readonly TreeData[], stops: readonly (readonly [number, number])[]): Forest {
  const nodes = new Int32Array(4 * trees.reduce((n, t) => n + t.f.length, 0));
  const thresholds = new Float32Array(nodes.buffer);
  const roots = new Int32Array(trees.length);
  const value = new Float64Array(trees.reduce((n, t) => n + t.v.length, 0));
  let node = 0;
  let leaf = 0;
  for (const [i, tree] of trees.entries()) {
    const child = (c: number): number => (c >= 0 ? (c + node) * 4 : c - leaf);
    roots[i] = tree.f.length > 0 ? node * 4 : -1 - leaf;
    for (let k = 0; k < tree.f.length; k++) {
      const at = (node + k) * 4;
      thresholds[at] = floor32(tree.t[k] ?? 0);
      nodes[at + 1] = tree.f[k] ?? 0;
      nodes[at + 2] = child(tree.l[k] ?? -1);
      nodes[at + 3] = child(tree.r[k] ?? -1);
    }
    value.set(tree.v, leaf);
    node += tree.f.length;
    leaf += tree.v.length;
  }
  return {
    roots,
    nodes,
    thresholds,
    value,
    stopAt: Int32Array.from([...stops.map(([n]) => n), trees.length]),
    stopBelow: Float64Array.from([...stops.map(([, below]) => below), Number.NEGATIVE_INFINITY]),
  };
}

/** The largest 32-bit float that is not above x: rows are such floats, so comparing with it is comparing with x. */
function floor32(x: number): number {
  const near = Math.fround(x);
  return near <= x ? near : Math.fround(near - Math.abs(near) * 2 ** -23);
}

const HOPELESS = Number.NEGATIVE_INFINITY;

function sum({ roots, nodes, thresholds, value, stopAt, stopBelow }: Forest, row: Float32Array): number {
  let total = 0;
  let i = 0;
  for (let stop = 0; stop < stopAt.length; stop++) {
    for (const end = stopAt[stop] as number; i < end; i++) {
      let node = roots[i] as number;
      while (node >= 0)
        node = ((row[nodes[node + 1] as number] as number) <= (thresholds[node] as number) ? nodes[node + 2] : nodes[node + 3]) as number;
      total += value[-1 - node] as number;
    }
    if (total < (stopBelow[stop] as number)) return HOPELESS;
  }
  return total;
}
