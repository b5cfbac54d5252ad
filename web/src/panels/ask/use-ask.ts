// Asks a question in words; a newer one drops the one before.
import { useEffect, useRef, useState } from 'react';
import type { AskResponse } from '../../../../src/shared/api/ask.ts';
import { type ApiFailure, isAbort, toFailure } from '../../api/failure.ts';
import { useApp } from '../../ui/AppContext.tsx';

export type AskState =
  | { readonly status: 'idle' | 'asking' }
  | { readonly status: 'failed'; readonly failure: ApiFailure }
  | { readonly status: 'done'; readonly response: AskResponse };

export function useAsk(onAnswer: (response: AskResponse) => void = () => undefined): {
  readonly state: AskState;
  readonly ask: (question: string) => void;
  readonly forget: () => void;
} {
  const { api } = useApp();
  const [state, setState] = useState<AskState>({ status: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const ask = (question: string): void => {
    if (question.trim() === '') return;
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setState({ status: 'asking' });
    api
      .ask(question, abort.signal)
      .then((response) => {
        setState({ status: 'done', response });
        onAnswer(response);
      })
      .catch((cause: unknown) => {
        if (!isAbort(cause)) setState({ status: 'failed', failure: toFailure(cause) });
      });
  };
  const forget = (): void => {
    running.current?.abort();
    setState({ status: 'idle' });
  };
  return { state, ask, forget };
}
