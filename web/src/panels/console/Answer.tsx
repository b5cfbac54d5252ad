// What a query answered: table, graph and JSON with one selection, what was cut, and the same to take away; or what went wrong and where.
import { useMemo, useState } from 'react';
import type { CypherResponse } from '../../../../src/shared/api/cypher.ts';
import { toCsv } from '../../state/export-data.ts';
import { useWords } from '../../ui/AppContext.tsx';
import { download } from '../export/download.ts';
import { AnswerRows } from './AnswerRows.tsx';
import { toText } from './Cell.tsx';
import { ResultGraphView } from './ResultGraphView.tsx';
import { graphIn, resultGexf } from './result-graph.ts';
import type { QueryState } from './use-query.ts';
import { consoleWords } from './words.ts';

const FORMS = ['table', 'graph', 'json'] as const;
type Form = (typeof FORMS)[number];

export function Answer({ state }: { state: QueryState }) {
  const { t } = useWords();
  if (state.status === 'idle') return null;
  if (state.status === 'running')
    return (
      <p className="console-note" role="status">
        {t.v.running}
      </p>
    );
  if (state.status === 'failed') {
    const { message, hint, at } = state.failure;
    return (
      <div className="console-note is-unsure" role="alert" data-testid="console-error">
        <p>
          {at && <strong>{t.v.errorAt(at.line, at.column)}: </strong>}
          {message || t.offlineTitle}
        </p>
        <p className="quiet">{hint || t.offlineNext}</p>
      </div>
    );
  }
  return <Result answer={state.answer} />;
}

function Result({ answer }: { answer: CypherResponse }) {
  const { t, lang } = useWords();
  const words = consoleWords(lang);
  const [form, setForm] = useState<Form>('table');
  const { columns, rows, truncated, ms } = answer;
  const graph = useMemo(() => graphIn(rows), [rows]);
  const files = {
    csv: () => download('paperloom-result.csv', 'text/csv', toCsv([columns, ...rows.map((row) => row.map(toText))])),
    json: () => download('paperloom-result.json', 'application/json', `${JSON.stringify(answer, null, 1)}\n`),
    gexf: () => download('paperloom-result.gexf', 'application/xml', resultGexf(graph)),
  };
  return (
    <>
      <p className="console-note" role="status" data-testid="console-summary">
        {rows.length === 0 ? t.v.noRows : t.v.rowsFound(rows.length, ms)} {truncated && t.v.rowsCut(rows.length)}
      </p>
      {rows.length > 0 && (
        <>
          <div className="console-tools">
            <fieldset aria-label={words.results}>
              {FORMS.map((option) => (
                <button
                  key={option}
                  type="button"
                  className="button"
                  aria-pressed={form === option}
                  data-testid={`result-${option}`}
                  onClick={() => setForm(option)}
                >
                  {words.tabs[option]}
                </button>
              ))}
            </fieldset>
            <fieldset aria-label={words.save}>
              {(['csv', 'json', 'gexf'] as const).map((kind) => (
                <button
                  key={kind}
                  type="button"
                  className="link-button"
                  data-testid={`save-${kind}`}
                  disabled={kind === 'gexf' && graph.nodes.length === 0}
                  onClick={files[kind]}
                >
                  {words[kind]}
                </button>
              ))}
            </fieldset>
          </div>
          {form === 'graph' && <ResultGraphView graph={graph} words={words} />}
          {form === 'json' && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: long answers scroll, by keyboard too
            <pre className="cypher" data-testid="console-json" tabIndex={0}>
              {JSON.stringify(
                rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null]))),
                null,
                1,
              )}
            </pre>
          )}
          {form === 'table' && <AnswerRows columns={answer.columns} rows={answer.rows} testId="console-rows" />}
        </>
      )}
    </>
  );
}
