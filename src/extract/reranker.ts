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

/**
 * A node is two words, side by side since waiting for memory is what costs: its threshold as a float, then feature, left and
 * right in 12, 10 and 10 bits. Children are counted from the start of their tree; CHILD_LEAF marks a leaf.
 */
interface Forest {
  /** First node and first leaf of every tree. */
  readonly roots: Int32Array;
  readonly nodes: Int32Array;
  /** The same memory, for the thresholds. */
  readonly thresholds: Float32Array;
  readonly value: Float32Array;
  /** Where to look whether to go on, and from which sum on. */
  readonly stopAt: Int32Array;
  readonly stopBelow: Float64Array;
}
const CHILD_LEAF = 512;

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
  const nodes = new Int32Array(2 * trees.reduce((n, t) => n + t.f.length, 0));
  const thresholds = new Float32Array(nodes.buffer);
  const roots = new Int32Array(2 * trees.length);
  const value = new Float32Array(trees.reduce((n, t) => n + t.v.length, 0));
  const child = (c: number): number => (c >= 0 ? c : CHILD_LEAF - 1 - c);
  let node = 0;
  let leaf = 0;
  for (const [i, tree] of trees.entries()) {
    if (tree.f.length === 0 || tree.f.length >= CHILD_LEAF) throw new Error('the reranker has a tree of a size that does not fit');
    roots[2 * i] = node;
    roots[2 * i + 1] = leaf;
    for (let k = 0; k < tree.f.length; k++) {
      thresholds[2 * (node + k)] = floor32(tree.t[k] ?? 0);
      nodes[2 * (node + k) + 1] = ((tree.f[k] ?? 0) << 20) | (child(tree.l[k] ?? -1) << 10) | child(tree.r[k] ?? -1);
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
      const root = roots[2 * i] as number;
      let child = 0;
      do {
        const node = 2 * (root + child);
        const packed = nodes[node + 1] as number;
        child = ((row[packed >>> 20] as number) <= (thresholds[node] as number) ? packed >>> 10 : packed) & 1023;
      } while (child < CHILD_LEAF);
      total += value[(roots[2 * i + 1] as number) + child - CHILD_LEAF] as number;
    }
    if (total < (stopBelow[stop] as number)) return HOPELESS;
  }
  return total;
}
