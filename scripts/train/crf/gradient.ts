// Expected counts of labels and transitions under a lattice that has run forward and backward.
import { AFTER, BEGIN, INSIDE, KINDS, LABELS, STATES, TRANSITION, TYPE_OF } from '../../../src/extract/crf/labels.ts';
import type { Lattice } from '../../../src/extract/crf/lattice.ts';

const T = TRANSITION;

/** Adds `sign` times the expectations to `nodes` (LABELS a token) and `edges` (as the transition weights). */
export function addExpectations(
  lattice: Lattice,
  n: number,
  x: Float64Array,
  seps: Uint8Array,
  from: number,
  mask: Uint32Array | null,
  sign: number,
  nodes: Float64Array,
  edges: Float64Array,
): void {
  const { alpha: a, beta: b, scores: e, scale } = lattice;
  const v = new Float64Array(STATES);
  const add = (at: number, value: number): void => {
    edges[at] = (edges[at] as number) + value;
  };
  for (let t = 0; t < n; t++) {
    const row = t * STATES;
    const s = t * LABELS;
    for (let y = 1; y < LABELS; y++) nodes[s + y] = (nodes[s + y] as number) + sign * (a[row + y] as number) * (b[row + y] as number);
    if (t === 0) {
      for (let j = 0; j < KINDS; j++) add(T.outsideToBegin + j, sign * (a[BEGIN + j] as number) * (b[BEGIN + j] as number));
      continue;
    }
    const p = row - STATES;
    const sep = seps[from + t] as number;
    const was = seps[from + t - 1] as number;
    const allowed = mask ? (mask[t] as number) : 0xffffffff;
    const factor = sign / (scale[t] as number);
    for (let y = 0; y < LABELS; y++) v[y] = (allowed >>> y) & 1 ? (b[row + y] as number) * (e[s + y] as number) * factor : 0;
    for (let k = 0; k < KINDS; k++) v[AFTER + k] = allowed & 1 && sep > 0 ? (b[row + AFTER + k] as number) * (e[s] as number) * factor : 0;
    const o = a[p] as number;
    add(T.outsideToOutside, o * (v[0] as number) * (x[T.outsideToOutside] as number));
    let entering = 0;
    let leaving = 0;
    for (let j = 0; j < KINDS; j++) {
      const begin = v[BEGIN + j] as number;
      add(T.outsideToBegin + j, o * begin * (x[T.outsideToBegin + j] as number));
      entering += begin * (x[T.enter + j] as number);
      leaving += ((a[p + BEGIN + j] as number) + (a[p + INSIDE + j] as number)) * (x[T.leave + j] as number);
    }
    for (let k = 0; k < KINDS; k++) {
      const begin = a[p + BEGIN + k] as number;
      const inside = a[p + INSIDE + k] as number;
      add(T.enter + k, leaving * (v[BEGIN + k] as number) * (x[T.enter + k] as number));
      if (begin + inside > 1e-9) {
        const out = sep === 0 ? (v[0] as number) : (v[AFTER + k] as number) * (x[T.onto + sep * KINDS + k] as number);
        const bo = begin * out * (x[T.beginToOutside + k] as number);
        const io = inside * out * (x[T.insideToOutside + k] as number);
        add(T.beginToOutside + k, bo);
        add(T.insideToOutside + k, io);
        if (sep > 0) add(T.onto + sep * KINDS + k, bo + io);
        add(T.beginToInside + k, begin * (v[INSIDE + k] as number) * (x[T.beginToInside + k] as number));
        add(T.insideToInside + k, inside * (v[INSIDE + k] as number) * (x[T.insideToInside + k] as number));
        add(T.leave + k, (begin + inside) * (x[T.leave + k] as number) * entering);
      }
      const m = was > 0 ? (a[p + AFTER + k] as number) : 0;
      if (m < 1e-7) continue;
      if (sep === 0) add(T.off + was * KINDS + k, m * (v[0] as number) * (x[T.off + was * KINDS + k] as number));
      const at = T.follow + (was * KINDS + k) * KINDS;
      for (let j = 0; j < KINDS; j++) {
        const g = m * (v[BEGIN + j] as number) * (x[at + j] as number);
        add(at + j, g);
        if (j === k) add(T.sameKind + was, g);
        if (TYPE_OF[j] === TYPE_OF[k]) add(T.sameType + was, g);
      }
    }
  }
}
