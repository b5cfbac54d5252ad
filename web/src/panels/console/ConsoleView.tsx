// The console: a question in words or in Cypher, its parameters, and what it answers. Read-only; the server has the layers that keep it so.
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import type { Json } from '../../../../src/shared/api/cypher.ts';
import type { Question } from '../../state/view-state.ts';
import { useApp, useViewOf, useWords } from '../../ui/AppContext.tsx';
import { useRemote } from '../../ui/use-remote.ts';
import { AskBox } from '../ask/AskBox.tsx';
import { Answer } from './Answer.tsx';
import { CypherEditor } from './editor/CypherEditor.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { type HistoryEntry, readHistory, remember, writeHistory } from './history.ts';
import { Params } from './Params.tsx';
import { paramsIn } from './param-types.ts';
import { useCheck } from './use-check.ts';
import { useQuery } from './use-query.ts';
import { consoleWords } from './words.ts';

const FIRST: Question = {
  query:
    'MATCH (m:Method)<-[r:PROPOSES|USES]-(p:Paper)\nRETURN m.name AS technique, count(DISTINCT p) AS papers\nORDER BY papers DESC\nLIMIT 25',
  params: {},
};

export default function ConsoleView() {
  const app = useApp();
  const { ask, selected } = useViewOf('ask', 'selected');
  const { t, lang } = useWords();
  const words = consoleWords(lang);
  const [question, setQuestion] = useState<Question>(ask ?? FIRST);
  const [entries, setEntries] = useState<readonly HistoryEntry[]>(() => readHistory(localStorage));
  const [isShared, setIsShared] = useState(false);
  const keep = (next: readonly HistoryEntry[]): void => {
    setEntries(next);
    writeHistory(localStorage, next);
  };
  const { state, run, cancel } = useQuery((ran, { rows, ms, isFailed }) =>
    keep(remember(readHistory(localStorage), { ...ran, at: Date.now(), rows, ms, isFailed })),
  );
  const { remote } = useRemote('all', app.api.gallery);
  useEffect(() => {
    if (ask) setQuestion(ask);
  }, [ask]);
  const names = paramsIn(question.query);
  /** A field that nobody filled takes what is selected, where a thing is asked for. */
  const params: Record<string, Json> = Object.fromEntries(
    names.map((name) => [name, question.params[name] ?? (/^(?:id|from|a)$/.test(name) && selected !== null ? selected : '')]),
  );
  const start = (next: Question = { query: question.query, params }): void => {
    setQuestion(next);
    app.view.patch({ ask: next });
    run(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    start();
  };
  const mistake = useCheck(question.query, params);
  const error = useMemo(() => {
    if (mistake) return mistake.at;
    if (state.status !== 'failed' || !state.failure.at || state.query !== question.query) return null;
    return { ...state.failure.at, message: state.failure.message };
  }, [mistake, state, question.query]);
  const share = async (): Promise<void> => {
    app.view.patch({ ask: { query: question.query, params } });
    try {
      // The address follows the view a moment later.
      await new Promise((resolve) => setTimeout(resolve, 300));
      await navigator.clipboard.writeText(location.href);
      setIsShared(true);
    } catch {
      // Without a clipboard the address bar has the link.
    }
  };
  return (
    <section className="console" data-testid="console-view" aria-label={t.v.consoleTitle}>
      <div className="papers-head">
        <h2>{t.v.consoleTitle}</h2>
        <p>{t.v.consoleNote}</p>
      </div>
      <AskBox onUnderstood={start} />
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
        <div className="console-query">
          <span aria-hidden="true">{t.v.query}</span>
          <CypherEditor
            api={app.api}
            name={t.v.query}
            value={question.query}
            error={error}
            onChange={(query) => setQuestion((before) => (before.query === query ? before : { ...before, query }))}
            onRun={() => start()}
          />
          <p className="quiet">{words.editorKeys}</p>
          <p className="is-unsure" role="status" data-testid="console-mistake">
            {mistake && (mistake.at ? `${t.v.errorAt(mistake.at.line, mistake.at.column)}: ${mistake.message}` : mistake.message)}
          </p>
        </div>
        <Params
          names={names}
          values={params}
          words={words}
          onKeyDown={onKeyDown}
          onChange={(name, value) => setQuestion({ query: question.query, params: { ...params, [name]: value } })}
        />
        <div className="console-actions">
          <button type="submit" className="button is-main" data-testid="console-run">
            {t.v.run}
          </button>
          {state.status === 'running' && (
            <button type="button" className="button" onClick={cancel}>
              {t.v.cancel}
            </button>
          )}
          <button type="button" className="button" data-testid="console-share" onClick={() => void share()}>
            {isShared ? words.shared : words.share}
          </button>
        </div>
      </form>
      <HistoryPanel
        entries={entries}
        words={words}
        onChange={keep}
        onChoose={({ query, params: given }) => setQuestion({ query, params: given })}
      />
      <Answer state={state} />
    </section>
  );
}
