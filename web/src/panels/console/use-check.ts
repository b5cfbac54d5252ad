// What running the query would say, asked of the server a moment after the typing stops; a newer text drops the older request.
import { useEffect, useState } from 'react';
import type { Json } from '../../../../src/shared/api/cypher.ts';
import { useApp } from '../../ui/AppContext.tsx';

export interface Mistake {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
const PAUSE_MS = 350;
/** What is wrong with the text itself; that the server is busy is not. */
const OF_THE_TEXT = new Set(['syntax', 'write_refused', 'bad_request', 'too_large']);

/** Null while nothing is known to be wrong; `at` when the place is known. */
export function useCheck(query: string, params: Readonly<Record<string, Json>>): { message: string; at: Mistake | null } | null {
  const { api } = useApp();
  const [found, setFound] = useState<{ query: string; message: string; at: Mistake | null } | null>(null);
  const given = JSON.stringify(params);
  useEffect(() => {
    if (query.trim() === '') return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api
        .check(query, JSON.parse(given) as Record<string, Json>, abort.signal)
        .then(({ problem }) => {
          if (problem === null || !OF_THE_TEXT.has(problem.code)) return setFound(null);
          const { message, line, column } = problem;
          const place = line === undefined ? placeOfName(message, query) : { line, column: column ?? 1 };
          setFound({ query, message, at: place && { ...place, message } });
        })
        // Typed over, or no answer: a run says more.
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, query, given]);
  return found?.query === query ? found : null;
}

/** Where the name stands that a message without a place quotes: `Undefined variable 'q'`. */
function placeOfName(message: string, query: string): { line: number; column: number } | null {
  const name = /['"`](\w+)['"`]/.exec(message)?.[1];
  if (name === undefined) return null;
  const at = [...query.matchAll(new RegExp(`(?<![\\w.:$])${name}(?!\\w)`, 'g'))].at(-1)?.index;
  if (at === undefined) return null;
  const before = query.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
