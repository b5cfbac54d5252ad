// Sums of weights that come again, by group of features. A place that is taken is overwritten, and a sum is the same
// whenever it is worked out, so that no answer depends on what was read before.
import { GROUPS } from './features.ts';
import { ATOMS } from './labels.ts';

const PLACES = 2048;

export class GroupCache {
  /** ATOMS numbers a place. */
  readonly vectors = new Float32Array(GROUPS * PLACES * ATOMS);
  readonly #keys = new Int32Array(2 * GROUPS * PLACES);
  readonly #taken = new Uint8Array(GROUPS * PLACES);

  place(group: number, a: number, b: number): number {
    let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    h ^= h >>> 15;
    return group * PLACES + ((Math.imul(h, 0x2c1b3c6d) >>> 8) & (PLACES - 1));
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
