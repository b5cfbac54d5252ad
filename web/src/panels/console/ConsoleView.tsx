// The console: a question in Cypher, its parameters, and the rows it answers. Read-only; the server has the layers that keep it so.
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Question } from '../../state/view-state.ts';
import { useApp, useView, useWords } from '../../ui/AppContext.tsx';
import { useRemote } from '../../ui/use-remote.ts';
import { Answer } from './Answer.tsx';
import { useQuery } from './use-query.ts';

const FIRST: Question = {
  query:
    'MATCH (m:Method)<-[r:PROPOSES|USES]-(p:Paper)\nRETURN m.name AS technique, count(DISTINCT p) AS papers\nORDER BY papers DESC\nLIMIT 25',
  params: {},
};
const namesIn = (query: string): string[] => [...new Set([...query.matchAll(/\$(\w+)/g)].flatMap((match) => match[1] ?? []))];

export default function ConsoleView() {
  const app = useApp();
  const { ask } = useView();
  const { t, lang } = useWords();
  const [question, setQuestion] = useState<Question>(ask ?? FIRST);
  const { state, run, cancel } = useQuery();
  const { remote } = useRemote('all', app.api.gallery);
  useEffect(() => {
    if (ask) setQuestion(ask);
  }, [ask]);
  const start = (): void => {
    app.view.patch({ ask: question });
    run(question);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    start();
  };
  const names = namesIn(question.query);
  return (
    <section className="console" data-testid="console-view" aria-label={t.v.consoleTitle}>
      <div className="papers-head">
        <h2>{t.v.consoleTitle}</h2>
        <p>{t.v.consoleNote}</p>
      </div>
      <form
        className="console-form"
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        {remote.status === 'ready' && (
          <label>
            <span>{t.v.gallery}</span>
            <select
              data-testid="gallery"
              value=""
              onChange={(event) => {
                const item = remote.data.items.find(({ id }) => id === event.target.value);
                if (item)
                  setQuestion({ query: item.query, params: Object.fromEntries(item.params.map(({ name, example }) => [name, example])) });
              }}
            >
              <option value="" />
              {remote.data.items.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title[lang]}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          <span>{t.v.query}</span>
          <textarea
            data-testid="console-query"
            rows={Math.min(14, Math.max(5, question.query.split('\n').length + 1))}
            spellCheck={false}
            value={question.query}
            onKeyDown={onKeyDown}
            onChange={(event) => setQuestion({ ...question, query: event.target.value })}
          />
        </label>
        {names.length > 0 && (
          <fieldset className="console-params">
            <legend>{t.v.parameters}</legend>
            {names.map((name) => (
              <label key={name}>
                <code>${name}</code>
                <input
                  data-testid={`param-${name}`}
                  value={question.params[name] ?? ''}
                  onKeyDown={onKeyDown}
                  onChange={(event) => setQuestion({ ...question, params: { ...question.params, [name]: event.target.value } })}
                />
              </label>
            ))}
          </fieldset>
        )}
        <div className="console-actions">
          <button type="submit" className="button is-main" data-testid="console-run">
            {t.v.run}
          </button>
          {state.status === 'running' && (
            <button type="button" className="button" onClick={cancel}>
              {t.v.cancel}
            </button>
          )}
        </div>
      </form>
      <Answer state={state} />
    </section>
  );
}
