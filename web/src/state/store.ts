// The smallest store that React's useSyncExternalStore and the map's controllers can both listen to.
export interface Store<T> {
  readonly get: () => T;
  /** Replaces the value; listeners hear only of a value that is another object. */
  readonly set: (next: T) => void;
  readonly patch: (part: Partial<T>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const set = (next: T): void => {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => value,
    set,
    patch: (part) => {
      const keys = Object.keys(part) as (keyof T)[];
      if (keys.some((key) => !Object.is(part[key], value[key]))) set({ ...value, ...part });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Calls `run` when what `pick` takes out of the store has changed. */
export function watch<T extends object, S>(store: Store<T>, pick: (value: T) => S, run: (now: S, before: S) => void): () => void {
  let last = pick(store.get());
  return store.subscribe(() => {
    const now = pick(store.get());
    if (Object.is(now, last)) return;
    const before = last;
    last = now;
    run(now, before);
  });
}
