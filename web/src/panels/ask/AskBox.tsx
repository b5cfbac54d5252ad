// A question in words: what was understood stands in the console as Cypher and runs; what was not is said, with what comes near.
import { useEffect, useRef, useState } from 'react';
import type { AskResponse } from '../../../../src/shared/api/ask.ts';
import { type ApiFailure, isAbort, toFailure } from '../../api/failure.ts';
import type { Question } from '../../state/view-state.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { consoleWords } from '../console/words.ts';

type State =
  | { readonly status: 'idle' | 'asking' }
  | { readonly status: 'failed'; readonly failure: ApiFailure }
  | { readonly status: 'done'; readonly response: AskResponse };

export function AskBox({ onUnderstood }: { onUnderstood: (question: Question) => void }) {
  const app = useApp();
  const { t, lang } = useWords();
  const words = consoleWords(lang);
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<State>({ status: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const ask = async (question: string): Promise<void> => {
    if (question.trim() === '') return;
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setState({ status: 'asking' });
    try {
      const response = await app.api.ask(question, abort.signal);
      setState({ status: 'done', response });
      if (response.reading) onUnderstood({ query: response.reading.query, params: response.reading.params });
    } catch (cause) {
      if (!isAbort(cause)) setState({ status: 'failed', failure: toFailure(cause) });
    }
  };
  return (
    <form
      className="ask-box"
      data-testid="ask-box"
      onSubmit={(event) => {
        event.preventDefault();
        void ask(typed);
      }}
    >
      <label>
        <span>{words.askLabel}</span>
        <input
          data-testid="ask-input"
          maxLength={300}
          placeholder={words.askHint}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit" className="button" data-testid="ask-run">
        {words.askButton}
      </button>
      <div role="status" className="ask-answer" data-testid="ask-answer">
        {state.status === 'asking' && words.asking}
        {state.status === 'failed' && (state.failure.message || t.offlineTitle)}
        {state.status === 'done' && state.response.message[lang]}
      </div>
      {state.status === 'done' && !state.response.understood && (
        <div className="ask-near">
          {state.response.near.things.length > 0 && <h3>{words.near}</h3>}
          {state.response.near.things.map(({ id, name }) => (
            <button key={id} type="button" className="link-button" data-testid="ask-thing" onClick={() => app.select(id)}>
              <bdi>{name}</bdi>
            </button>
          ))}
          <h3>{words.like}</h3>
          {state.response.near.questions.map((question) => (
            <button
              key={question.en}
              type="button"
              className="link-button"
              data-testid="ask-question"
              onClick={() => {
                setTyped(question[lang]);
                void ask(question[lang]);
              }}
            >
              {question[lang]}
            </button>
          ))}
        </div>
      )}
    </form>
  );
}
