// Asks the server a moment after the last key; answers that come too late are dropped.
import { useEffect, useState } from 'react';
import type { SearchResponse } from '../../../../src/shared/api/search.ts';
import { isAbort } from '../../api/failure.ts';
import { useApp } from '../../ui/AppContext.tsx';

const WAIT_MS = 160;
const MAX_HITS = 12;
export type SearchState =
  | { readonly status: 'idle' }
  | { readonly status: 'searching' }
  | { readonly status: 'failed' }
  | { readonly status: 'done'; readonly q: string; readonly response: SearchResponse };

/** What is asked for what is typed. */
export const toQuery = (typed: string): string => typed.trim().slice(0, 200);

export function useSearch(typed: string): SearchState {
  const { api } = useApp();
  const [state, setState] = useState<SearchState>({ status: 'idle' });
  const q = toQuery(typed);
  useEffect(() => {
    if (q === '') {
      setState({ status: 'idle' });
      return undefined;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      setState((now) => (now.status === 'done' ? now : { status: 'searching' }));
      api
        .search(q, MAX_HITS, abort.signal)
        .then((response) => setState({ status: 'done', q, response }))
        .catch((cause: unknown) => {
          if (!isAbort(cause)) setState({ status: 'failed' });
        });
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, q]);
  return state;
}
