// Lets the page answer in between: long work waits a moment whenever it has held the main thread for long enough.
const HOLD_MS = 40;

/** Long work: at each `yield` it may be put off for a moment. */
export type Steps<T> = Generator<void, T>;

/** All at once. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** With pauses. Null when `signal` was aborted meanwhile. */
export async function runWithPauses<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T | null> {
  let since = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - since < HOLD_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) return null;
    since = performance.now();
  }
}
