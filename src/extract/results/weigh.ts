// How likely a pair of number and target is a reported result: a sum of weights of its signs (logistic regression, fitted
// on the annotated papers), so that each decision can be read off.
import type { Pair } from './pairs.ts';
import { BIAS, THRESHOLD, WEIGHTS } from './weights.ts';

export function likelihood(signs: readonly string[]): number {
  let sum = BIAS;
  for (const sign of signs) sum += WEIGHTS[sign] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

/** The likeliest target of a number, when it is likely enough. */
export function choose<T extends Pair>(pairs: readonly T[]): { readonly pair: T; readonly likelihood: number } | null {
  let best: { readonly pair: T; readonly likelihood: number } | null = null;
  for (const pair of pairs) {
    const p = likelihood(pair.signs);
    if (!best || p > best.likelihood) best = { pair, likelihood: p };
  }
  return best && best.likelihood >= THRESHOLD ? best : null;
}
