// Loads something for a key and forgets it when the key changes; the answer of an old key never shows under a new one.
import { useCallback, useEffect, useState } from 'react';
import { type ApiFailure, isAbort, toFailure } from '../api/failure.ts';

export type Remote<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: ApiFailure }
  | { readonly status: 'ready'; readonly data: T };
const LOADING = { status: 'loading' } as const;

export function useRemote<T>(
  key: string,
  load: (key: string, signal: AbortSignal) => Promise<T>,
): { remote: Remote<T>; retry: () => void } {
  const [entry, setEntry] = useState<{ key: string; remote: Remote<T> }>({ key, remote: LOADING });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is there to load the same key again
  useEffect(() => {
    const abort = new AbortController();
    setEntry((last) => (last.key === key && last.remote === LOADING ? last : { key, remote: LOADING }));
    load(key, abort.signal)
      .then((data) => setEntry({ key, remote: { status: 'ready', data } }))
      .catch((cause: unknown) => {
        if (!isAbort(cause)) setEntry({ key, remote: { status: 'failed', failure: toFailure(cause) } });
      });
    return () => abort.abort();
  }, [key, load, attempt]);
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  return { remote: entry.key === key ? entry.remote : LOADING, retry };
}
