// The answer to a question that was typed into the palette: its first rows, the Cypher behind them, and the way into the console.
import { useState } from 'react';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { AnswerRows } from '../console/AnswerRows.tsx';
import { consoleWords } from '../console/words.ts';
import { AskAnswer } from './AskAnswer.tsx';
import type { AskState } from './use-ask.ts';

const FIRST_ROWS = 12;

interface Props {
  readonly state: AskState;
  readonly onAsk: (question: string) => void;
  readonly onClose: () => void;
}

export function AskedInPalette({ state, onAsk, onClose }: Props) {
  const app = useApp();
  const { t, lang } = useWords();
  const words = consoleWords(lang);
  const [isShown, setIsShown] = useState(false);
  const { reading = null, answer = null } = state.status === 'done' ? state.response : {};
  return (
    <section className="palette-answer" aria-label={words.askLabel} data-testid="palette-answer">
      <AskAnswer state={state} onAsk={onAsk} onSelect={onClose} />
      {answer && (
        <>
          <AnswerRows columns={answer.columns} rows={answer.rows.slice(0, FIRST_ROWS)} testId="palette-rows" onSelect={onClose} />
          <p className="quiet">
            {answer.rows.length === 0 ? t.v.noRows : t.v.rowsFound(answer.rows.length, answer.ms)}
            {answer.rows.length > FIRST_ROWS && ` ${words.firstRows(FIRST_ROWS)}`}
          </p>
        </>
      )}
      {reading && (
        <>
          {isShown && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, by keyboard too
            <pre className="cypher" data-testid="palette-cypher" tabIndex={0}>
              {reading.query}
            </pre>
          )}
          <div className="dialog-actions">
            {!isShown && (
              <button type="button" className="link-button" data-testid="palette-show-cypher" onClick={() => setIsShown(true)}>
                {t.v.showCypher}
              </button>
            )}
            <button
              type="button"
              className="link-button"
              data-testid="palette-open-console"
              onClick={() => {
                onClose();
                app.view.patch({ tab: 'console', ask: { query: reading.query, params: reading.params } });
                app.ui.patch({ sheet: 'stage' });
              }}
            >
              {t.v.openConsole}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
