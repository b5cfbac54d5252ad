// A question in words: what was understood stands in the console as Cypher and runs; what was not is said, with what comes near.
import { useState } from 'react';
import type { Question } from '../../state/view-state.ts';
import { useWords } from '../../ui/AppContext.tsx';
import { consoleWords } from '../console/words.ts';
import { AskAnswer } from './AskAnswer.tsx';
import { useAsk } from './use-ask.ts';

export function AskBox({ onUnderstood }: { onUnderstood: (question: Question) => void }) {
  const { lang } = useWords();
  const words = consoleWords(lang);
  const [typed, setTyped] = useState('');
  const { state, ask } = useAsk(({ reading }) => {
    if (reading) onUnderstood({ query: reading.query, params: reading.params });
  });
  return (
    <form
      className="ask-box"
      data-testid="ask-box"
      onSubmit={(event) => {
        event.preventDefault();
        ask(typed);
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
      <AskAnswer
        state={state}
        onAsk={(question) => {
          setTyped(question);
          ask(question);
        }}
      />
    </form>
  );
}
