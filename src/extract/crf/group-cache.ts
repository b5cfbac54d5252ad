// Sums of weights that come again, by group of features. A place that is taken is overwritten, and a sum is the same
// whenever it is worked out, so that no answer depends on what was read before.
import { GROUPS } from './features.ts';
import { ATOMS } from './labels.ts';

/** Places of each group: a power of two, few enough that all stay near the processor. */
const PLACES = [2048, 512, 512, 1024, 1024, 256, 256];
const FIRST = PLACES.map((_, group) => PLACES.slice(0, group).reduce((sum, n) => sum + n, 0));
const ALL = PLACES.reduce((sum, n) => sum + n, 0);
if (PLACES.length !== GROUPS) throw new Error('every group of features needs its places');

export class GroupCache {
  /** ATOMS numbers a place. */
  readonly vectors = new Float32Array(ALL * ATOMS);
  readonly #keys = new Int32Array(2 * ALL);
  readonly #taken = new Uint8Array(ALL);

  place(group: number, a: number, b: number): number {
    let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    h ^= h >>> 15;
    return (FIRST[group] as number) + ((Math.imul(h, 0x2c1b3c6d) >>> 8) & ((PLACES[group] as number) - 1));
  }

  /** False: the caller writes the vector of this place, which is from now on the one of this key. */
  holds(place: number, a: number, b: number): boolean {
    if (this.#taken[place] === 1 && this.#keys[2 * place] === a && this.#keys[2 * place + 1] === b) return true;
    this.#taken[place] = 1;
    this.#keys[2 * place] = a;
    this.#keys[2 * place + 1] = b;
    return false;
  }
}
