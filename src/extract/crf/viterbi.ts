// The best path through a sequence: Viterbi over the lattice's exponentiated scores, kept in range by scaling.
import { AFTER, BEGIN, INSIDE, KINDS, LABELS, STATES, TRANSITION } from './labels.ts';
import type { Lattice } from './lattice.ts';

const T = TRANSITION;
const ALL: readonly number[] = Array.from({ length: KINDS }, (_, k) => k);

/** States of the best path over the given kinds, one a token; uses the room of `alpha`, so it comes last. */
export function bestPath(
  lattice: Lattice,
  n: number,
  x: Float64Array,
  seps: Uint8Array,
  from: number,
  into: Uint8Array,
  kinds: readonly number[] = ALL,
): void {
  const { alpha: a, scores: e, back } = lattice;
  for (let t = 0; t < n; t++) {
    const row = t * STATES;
    const p = row - STATES;
    const s = t * LABELS;
    const sep = seps[from + t] as number;
    const was = t > 0 ? (seps[from + t - 1] as number) : 0;
    a.fill(0, row, row + STATES);
    let best = 0;
    const offer = (y: number, value: number, state: number): void => {
      if (value > (a[row + y] as number)) {
        a[row + y] = value;
        back[row + y] = state;
        if (value > best) best = value;
      }
    };
    if (t === 0) {
      offer(0, e[s] as number, 0);
      for (const j of kinds) offer(BEGIN + j, (x[T.outsideToBegin + j] as number) * (e[s + BEGIN + j] as number), 0);
    } else {
      const e0 = e[s] as number;
      const o = a[p] as number;
      offer(0, o * (x[T.outsideToOutside] as number) * e0, 0);
      let leaving = 0;
      let leaver = 0;
      for (const k of kinds) {
        const b = a[p + BEGIN + k] as number;
        const i = a[p + INSIDE + k] as number;
        if (b + i === 0) continue;
        const onto = sep === 0 ? e0 : e0 * (x[T.onto + sep * KINDS + k] as number);
        const to = sep === 0 ? 0 : AFTER + k;
        offer(to, b * (x[T.beginToOutside + k] as number) * onto, BEGIN + k);
        offer(to, i * (x[T.insideToOutside + k] as number) * onto, INSIDE + k);
        const ei = e[s + INSIDE + k] as number;
        offer(INSIDE + k, b * (x[T.beginToInside + k] as number) * ei, BEGIN + k);
        offer(INSIDE + k, i * (x[T.insideToInside + k] as number) * ei, INSIDE + k);
        const leave = Math.max(b, i) * (x[T.leave + k] as number);
        if (leave > leaving) {
          leaving = leave;
          leaver = b >= i ? BEGIN + k : INSIDE + k;
        }
      }
      for (const j of kinds) {
        const eb = e[s + BEGIN + j] as number;
        if (eb === 0) continue;
        offer(BEGIN + j, o * (x[T.outsideToBegin + j] as number) * eb, 0);
        if (leaving > 0) offer(BEGIN + j, leaving * (x[T.enter + j] as number) * eb, leaver);
      }
      if (was > 0)
        for (const k of kinds) {
          const m = a[p + AFTER + k] as number;
          if (m === 0) continue;
          if (sep === 0) offer(0, m * (x[T.off + was * KINDS + k] as number) * e0, AFTER + k);
          else offer(AFTER + k, m * e0, AFTER + k);
          for (const j of kinds)
            offer(BEGIN + j, m * (x[T.follow + (was * KINDS + k) * KINDS + j] as number) * (e[s + BEGIN + j] as number), AFTER + k);
        }
    }
    if (best > 0) for (let y = 0; y < STATES; y++) a[row + y] = (a[row + y] as number) / best;
  }
  let y = 0;
  for (let k = 1; k < STATES; k++) if ((a[(n - 1) * STATES + k] as number) > (a[(n - 1) * STATES + y] as number)) y = k;
  for (let t = n - 1; t >= 0; t--) {
    into[from + t] = y;
    y = back[t * STATES + y] as number;
  }
}
