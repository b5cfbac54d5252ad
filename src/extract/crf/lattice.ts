// Inference over one sequence: forward and backward in the probability domain, scaled a token at a time.
import { AFTER, BEGIN, INSIDE, KINDS, LABELS, SEPARATORS, STATES, TRANSITION, TRANSITIONS, TYPE_OF } from './labels.ts';

const T = TRANSITION;

/** Exponentials of the transition weights; `follow` has the shared weights for same kind and type multiplied in. */
export function expTransitions(weights: Float32Array | Float64Array): Float64Array {
  const e = new Float64Array(TRANSITIONS);
  for (let i = 0; i < T.follow; i++) e[i] = Math.exp(weights[i] ?? 0);
  for (let s = 0; s < SEPARATORS; s++)
    for (let k = 0; k < KINDS; k++)
      for (let j = 0; j < KINDS; j++) {
        const at = T.follow + (s * KINDS + k) * KINDS + j;
        let w = weights[at] ?? 0;
        if (k === j) w += weights[T.sameKind + s] ?? 0;
        if (TYPE_OF[k] === TYPE_OF[j]) w += weights[T.sameType + s] ?? 0;
        e[at] = Math.exp(w);
      }
  return e;
}

/** exp in steps of 1/64 from 0 down, and between the steps by its series: right to nine figures, a third of the time. */
const STEPS = Float64Array.from({ length: 64 * 64 + 2 }, (_, i) => Math.exp(-i / 64));
function expOf(x: number): number {
  const step = (x * -64 + 0.5) | 0;
  if (step >= STEPS.length) return Math.exp(x);
  const r = x + step / 64;
  return (STEPS[step] as number) * (1 + r * (1 + r * (0.5 + r * (1 / 6 + r / 24))));
}

export class Lattice {
  capacity = 0;
  /** Scores this far below a token's best count as impossible. */
  floor = -300;
  /** Scores of the labels, LABELS a token, to be filled in before `run`; exponentials of them afterwards. */
  scores = new Float64Array(0);
  alpha = new Float64Array(0);
  beta = new Float64Array(0);
  /** What alpha was divided by at each token. */
  scale = new Float64Array(0);
  private readonly scratch = new Float64Array(STATES);

  reserve(n: number): void {
    if (n <= this.capacity) return;
    this.capacity = Math.max(n, 512);
    this.scores = new Float64Array(this.capacity * LABELS);
    this.alpha = new Float64Array(this.capacity * STATES);
    this.beta = new Float64Array(this.capacity * STATES);
    this.scale = new Float64Array(this.capacity);
  }

  /** Scores to exponentials, each token's largest to 1. Returns the sum of what was taken off. */
  exponentiate(n: number): number {
    const e = this.scores;
    let sum = 0;
    for (let t = 0; t < n; t++) {
      const at = t * LABELS;
      let max = 0;
      for (let y = 1; y < LABELS; y++) if ((e[at + y] as number) > max) max = e[at + y] as number;
      for (let y = 0; y < LABELS; y++) {
        const x = (e[at + y] as number) - max;
        e[at + y] = x < this.floor ? 0 : expOf(x);
      }
      sum += max;
    }
    return sum;
  }

  /** Forward pass; returns the log of the sum over all paths (less what `exponentiate` took off). `mask` has a bit per label allowed. */
  forward(n: number, x: Float64Array, seps: Uint8Array, from: number, mask: Uint32Array | null): number {
    const { alpha: a, scores: e } = this;
    let log = 0;
    for (let t = 0; t < n; t++) {
      const row = t * STATES;
      const p = row - STATES;
      const s = t * LABELS;
      const sep = seps[from + t] as number;
      const was = t > 0 ? (seps[from + t - 1] as number) : 0;
      for (let y = 0; y < STATES; y++) a[row + y] = 0;
      if (t === 0) {
        a[0] = 1;
        for (let j = 0; j < KINDS; j++) a[BEGIN + j] = x[T.outsideToBegin + j] as number;
      } else {
        const o = a[p] as number;
        let outside = o * (x[T.outsideToOutside] as number);
        let leaving = 0;
        for (let k = 0; k < KINDS; k++) {
          const b = a[p + BEGIN + k] as number;
          const i = a[p + INSIDE + k] as number;
          const out = b * (x[T.beginToOutside + k] as number) + i * (x[T.insideToOutside + k] as number);
          if (sep === 0) outside += out;
          else a[row + AFTER + k] = out * (x[T.onto + sep * KINDS + k] as number);
          leaving += (b + i) * (x[T.leave + k] as number);
          a[row + INSIDE + k] = b * (x[T.beginToInside + k] as number) + i * (x[T.insideToInside + k] as number);
        }
        for (let j = 0; j < KINDS; j++) a[row + BEGIN + j] = o * (x[T.outsideToBegin + j] as number) + leaving * (x[T.enter + j] as number);
        if (was > 0)
          for (let k = 0; k < KINDS; k++) {
            const m = a[p + AFTER + k] as number;
            if (m < 1e-12) continue;
            if (sep === 0) outside += m * (x[T.off + was * KINDS + k] as number);
            else a[row + AFTER + k] = (a[row + AFTER + k] as number) + m;
            const at = T.follow + (was * KINDS + k) * KINDS;
            for (let j = 0; j < KINDS; j++) a[row + BEGIN + j] = (a[row + BEGIN + j] as number) + m * (x[at + j] as number);
          }
        a[row] = outside;
      }
      const e0 = e[s] as number;
      let sum = 0;
      const allowed = mask ? (mask[t] as number) : 0xffffffff;
      for (let y = 0; y < LABELS; y++) {
        const v = (allowed >>> y) & 1 ? (a[row + y] as number) * (e[s + y] as number) : 0;
        a[row + y] = v;
        sum += v;
      }
      if (sep > 0)
        for (let k = 0; k < KINDS; k++) {
          const v = allowed & 1 ? (a[row + AFTER + k] as number) * e0 : 0;
          a[row + AFTER + k] = v;
          sum += v;
        }
      if (!(sum > 1e-280)) return -Infinity;
      const factor = 1 / sum;
      for (let y = 0; y < STATES; y++) a[row + y] = (a[row + y] as number) * factor;
      this.scale[t] = sum;
      log += Math.log(sum);
    }
    return log;
  }

  /** Backward pass after `forward`: alpha times beta is the probability of a state at a token. */
  backward(n: number, x: Float64Array, seps: Uint8Array, from: number, mask: Uint32Array | null): void {
    const { beta: b, scores: e, scratch: v } = this;
    b.fill(1, (n - 1) * STATES, n * STATES);
    for (let t = n - 2; t >= 0; t--) {
      const row = t * STATES;
      const next = row + STATES;
      const s = (t + 1) * LABELS;
      const sep = seps[from + t + 1] as number;
      const was = seps[from + t] as number;
      const factor = 1 / (this.scale[t + 1] as number);
      const allowed = mask ? (mask[t + 1] as number) : 0xffffffff;
      for (let y = 0; y < LABELS; y++) v[y] = (allowed >>> y) & 1 ? (b[next + y] as number) * (e[s + y] as number) * factor : 0;
      const e0 = allowed & 1 ? (e[s] as number) * factor : 0;
      if (sep > 0) for (let k = 0; k < KINDS; k++) v[AFTER + k] = (b[next + AFTER + k] as number) * e0;
      let o = (v[0] as number) * (x[T.outsideToOutside] as number);
      let entering = 0;
      for (let j = 0; j < KINDS; j++) {
        const begin = v[BEGIN + j] as number;
        o += begin * (x[T.outsideToBegin + j] as number);
        entering += begin * (x[T.enter + j] as number);
      }
      b[row] = o;
      for (let k = 0; k < KINDS; k++) {
        const out = sep === 0 ? (v[0] as number) : (v[AFTER + k] as number) * (x[T.onto + sep * KINDS + k] as number);
        const inside = v[INSIDE + k] as number;
        const leave = entering * (x[T.leave + k] as number);
        b[row + BEGIN + k] = out * (x[T.beginToOutside + k] as number) + inside * (x[T.beginToInside + k] as number) + leave;
        b[row + INSIDE + k] = out * (x[T.insideToOutside + k] as number) + inside * (x[T.insideToInside + k] as number) + leave;
        if (was > 0) {
          let sum = sep === 0 ? (v[0] as number) * (x[T.off + was * KINDS + k] as number) : (v[AFTER + k] as number);
          const at = T.follow + (was * KINDS + k) * KINDS;
          for (let j = 0; j < KINDS; j++) sum += (v[BEGIN + j] as number) * (x[at + j] as number);
          b[row + AFTER + k] = sum;
        } else b[row + AFTER + k] = 0;
      }
    }
  }
}
