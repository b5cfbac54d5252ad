// Answers that take a look at the whole graph, kept for as long as the graph stays the same. Two who ask at once wait for one computation.
const MAX_ENTRIES = 100;

export class FingerprintCache<T> {
  readonly #kept = new Map<string, Promise<T>>();
  #fingerprint = '';

  get(fingerprint: string, key: string, compute: () => Promise<T>): Promise<T> {
    if (fingerprint !== this.#fingerprint) {
      this.#kept.clear();
      this.#fingerprint = fingerprint;
    }
    const known = this.#kept.get(key);
    if (known) return known;
    const computing = compute();
    this.#kept.set(key, computing);
    // A failure is not kept; the oldest goes first.
    computing.catch(() => this.#kept.get(key) === computing && this.#kept.delete(key));
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > MAX_ENTRIES && !oldest.done) this.#kept.delete(oldest.value);
    return computing;
  }
}
