// What a question was taken for; and when it was not understood, names and questions that come near.
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { consoleWords } from '../console/words.ts';
import type { AskState } from './use-ask.ts';

interface Props {
  readonly state: AskState;
  readonly onAsk: (question: string) => void;
  readonly onSelect?: () => void;
}

export function AskAnswer({ state, onAsk, onSelect }: Props) {
  const app = useApp();
  const { t, lang } = useWords();
  const words = consoleWords(lang);
  return (
    <>
      <div role="status" className="ask-answer" data-testid="ask-answer">
        {state.status === 'asking' && words.asking}
        {state.status === 'failed' && (state.failure.message || t.offlineTitle)}
        {state.status === 'done' && state.response.message[lang]}
      </div>
      {state.status === 'done' && !state.response.understood && (
        <div className="ask-near">
          {state.response.near.things.length > 0 && <h3>{words.near}</h3>}
          {state.response.near.things.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className="link-button"
              data-testid="ask-thing"
              onClick={() => {
                app.select(id);
                onSelect?.();
              }}
            >
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
              onClick={() => onAsk(question[lang])}
            >
              {question[lang]}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
