// Runs one query at a time; a new one or leaving the view stops the one before, on the server too.
import { useEffect, useRef, useState } from 'react';
import type { CypherResponse } from '../../../../src/shared/api/cypher.ts';
import { type ApiFailure, isAbort, toFailure } from '../../api/failure.ts';
import type { Question } from '../../state/view-state.ts';
import { useApp } from '../../ui/AppContext.tsx';

export type QueryState =
  | { readonly status: 'idle' }
  | { readonly status: 'running' }
  | { readonly status: 'failed'; readonly failure: ApiFailure }
  | { readonly status: 'done'; readonly answer: CypherResponse };

export function useQuery(): { state: QueryState; run: (question: Question) => void; cancel: () => void } {
  const { api } = useApp();
  const [state, setState] = useState<QueryState>({ status: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const run = ({ query, params }: Question): void => {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setState({ status: 'running' });
    api
      .cypher(query, params, abort.signal)
      .then((answer) => setState({ status: 'done', answer }))
      .catch((cause: unknown) => {
        if (!isAbort(cause)) setState({ status: 'failed', failure: toFailure(cause) });
      });
  };
  const cancel = (): void => {
    running.current?.abort();
    setState({ status: 'idle' });
  };
  return { state, run, cancel };
}
