// Runs one query at a time; a new one or leaving the view stops the one before, on the server too.
import { useEffect, useRef, useState } from 'react';
import type { CypherResponse } from '../../../../src/shared/api/cypher.ts';
import { type ApiFailure, isAbort, toFailure } from '../../api/failure.ts';
import type { Question } from '../../state/view-state.ts';
import { useApp } from '../../ui/AppContext.tsx';

export type QueryState =
  | { readonly status: 'idle' }
  | { readonly status: 'running' }
  | { readonly status: 'failed'; readonly failure: ApiFailure; readonly query: string }
  | { readonly status: 'done'; readonly answer: CypherResponse };
type Ended = { readonly rows: number; readonly ms: number; readonly isFailed: boolean };

export function useQuery(onEnd: (question: Question, ended: Ended) => void): {
  state: QueryState;
  run: (question: Question) => void;
  cancel: () => void;
} {
  const { api } = useApp();
  const [state, setState] = useState<QueryState>({ status: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const run = (question: Question): void => {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setState({ status: 'running' });
    api
      .cypher(question.query, question.params, abort.signal)
      .then((answer) => {
        setState({ status: 'done', answer });
        onEnd(question, { rows: answer.rows.length, ms: answer.ms, isFailed: false });
      })
      .catch((cause: unknown) => {
        if (isAbort(cause)) return;
        setState({ status: 'failed', failure: toFailure(cause), query: question.query });
        onEnd(question, { rows: 0, ms: 0, isFailed: true });
      });
  };
  const cancel = (): void => {
    running.current?.abort();
    setState({ status: 'idle' });
  };
  return { state, run, cancel };
}
