// The lattice against enumeration of every path, and its gradient against differences.
import { describe, expect, it } from 'vitest';
import { addExpectations } from '../../../../scripts/train/crf/gradient.ts';
import { AFTER, BEGIN, INSIDE, KINDS, LABELS, STATES, TRANSITION, TRANSITIONS, TYPE_OF } from '../../../../src/extract/crf/labels.ts';
import { expTransitions, Lattice } from '../../../../src/extract/crf/lattice.ts';

const T = TRANSITION;
let seed = 5;
const random = (): number => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed / 0x7fffffff - 0.5;
};

/** Weight of a step between states, or null where there is none. */
function step(w: Float64Array, y: number, z: number, was: number, sep: number): number | null {
  const kindOf = (s: number): number => (s - 1) % KINDS;
  const at = (i: number): number => w[i] ?? 0;
  const inMention = y >= BEGIN && y < AFTER;
  if (z >= INSIDE && z < AFTER)
    return inMention && kindOf(y) === kindOf(z) ? at((y < INSIDE ? T.beginToInside : T.insideToInside) + kindOf(y)) : null;
  if (z >= BEGIN && z < INSIDE) {
    const j = kindOf(z);
    if (y === 0) return at(T.outsideToBegin + j);
    const k = kindOf(y);
    if (inMention) return at(T.leave + k) + at(T.enter + j);
    return (
      at(T.follow + (was * KINDS + k) * KINDS + j) +
      (j === k ? at(T.sameKind + was) : 0) +
      (TYPE_OF[j] === TYPE_OF[k] ? at(T.sameType + was) : 0)
    );
  }
  if (z === 0) {
    if (y === 0) return at(T.outsideToOutside);
    if (sep > 0) return null;
    const k = kindOf(y);
    return inMention ? at((y < INSIDE ? T.beginToOutside : T.insideToOutside) + k) : at(T.off + was * KINDS + k);
  }
  if (sep === 0 || y === 0 || kindOf(y) !== kindOf(z)) return null;
  return inMention ? at((y < INSIDE ? T.beginToOutside : T.insideToOutside) + kindOf(y)) + at(T.onto + sep * KINDS + kindOf(y)) : 0;
}

function enumerate(n: number, scores: Float64Array, w: Float64Array, seps: Uint8Array): { log: number; nodes: Float64Array } {
  const nodes = new Float64Array(n * STATES);
  let total = 0;
  const walk = (path: number[], score: number): void => {
    const t = path.length;
    if (t === n) {
      total += Math.exp(score);
      for (const [i, y] of path.entries()) nodes[i * STATES + y] = (nodes[i * STATES + y] ?? 0) + Math.exp(score);
      return;
    }
    for (let z = 0; z < STATES; z++) {
      let s: number | null;
      if (t === 0) s = z === 0 ? 0 : z < INSIDE ? (w[T.outsideToBegin + z - 1] ?? 0) : null;
      else s = step(w, path[t - 1] ?? 0, z, seps[t - 1] ?? 0, seps[t] ?? 0);
      if (s !== null) walk([...path, z], score + s + (z < LABELS ? (scores[t * LABELS + z] ?? 0) : 0));
    }
  };
  walk([], 0);
  return { log: Math.log(total), nodes: nodes.map((v) => v / total) };
}

const n = 4;
const seps = Uint8Array.from([0, 1, 1, 0]);
const w = Float64Array.from({ length: TRANSITIONS }, () => 2 * random());
// Scores of outside are always 0.
const scores = Float64Array.from({ length: n * LABELS }, (_, i) => (i % LABELS === 0 ? 0 : 3 * random()));

function run(weights: Float64Array): { lattice: Lattice; x: Float64Array; log: number } {
  const lattice = new Lattice();
  lattice.reserve(n);
  lattice.scores.set(scores);
  const off = lattice.exponentiate(n);
  const x = expTransitions(weights);
  return { lattice, x, log: lattice.forward(n, x, seps, 0, null) + off };
}

describe('lattice', () => {
  const truth = enumerate(n, scores, w, seps);
  const { lattice, x, log } = run(w);
  lattice.backward(n, x, seps, 0, null);

  it('sums over all paths', () => expect(log).toBeCloseTo(truth.log, 8));
  it('gives each state its probability', () => {
    for (let i = 0; i < n * STATES; i++) expect((lattice.alpha[i] ?? 0) * (lattice.beta[i] ?? 0)).toBeCloseTo(truth.nodes[i] ?? 0, 8);
  });
  it('has the gradient of the sum as its expectations', () => {
    const edges = new Float64Array(TRANSITIONS);
    addExpectations(lattice, n, x, seps, 0, null, 1, new Float64Array(n * LABELS), edges);
    for (let i = 0; i < TRANSITIONS; i++) {
      const moved = Float64Array.from(w);
      moved[i] = (w[i] ?? 0) + 1e-4;
      expect((run(moved).log - log) / 1e-4).toBeCloseTo(edges[i] ?? 0, 3);
    }
  });
});
