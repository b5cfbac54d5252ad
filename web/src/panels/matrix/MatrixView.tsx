// Technique by benchmark: which was measured on which, by how many papers; an empty cell is a finding too.
import { type KeyboardEvent, useMemo, useState } from 'react';
import { namesOf } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { findMatrix } from '../../state/matrix.ts';
import { selectVisible } from '../../state/visible.ts';
import { useApp, useView, useWords } from '../../ui/AppContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ShowCypher } from '../cypher/ShowCypher.tsx';
import { CellPapers } from './CellPapers.tsx';

const MAX_ROWS = 40;
const MAX_COLUMNS = 30;
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

export default function MatrixView({ model }: { model: GraphModel }) {
  const app = useApp();
  const view = useView();
  const { t, lang } = useWords();
  const [cell, setCell] = useState<readonly [number, number]>([0, 0]);
  const visible = selectVisible(model, view);
  const matrix = useMemo(() => findMatrix(model, visible, MAX_ROWS, MAX_COLUMNS), [model, visible]);
  const row = matrix.rows[cell[0]];
  const column = matrix.columns[cell[1]];
  const papers = row && column ? matrix.papersAt(row.id, column.id).flatMap((id) => model.nodeById.get(id) ?? []) : [];

  const onKeyDown = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    const next = [
      Math.max(0, Math.min(matrix.rows.length - 1, cell[0] + move[0])),
      Math.max(0, Math.min(matrix.columns.length - 1, cell[1] + move[1])),
    ] as const;
    setCell(next);
    document.getElementById(`cell-${next[0]}-${next[1]}`)?.focus();
  };
  if (!row || !column) {
    return (
      <section className="matrix" data-testid="matrix-view">
        <Notice title={t.matrixEmpty} text={t.allHiddenNext}>
          <button type="button" className="button is-main" onClick={app.resetFilters}>
            {t.resetFilters}
          </button>
        </Notice>
      </section>
    );
  }
  return (
    <section className="matrix" data-testid="matrix-view" aria-label={t.matrixTitle}>
      <div className="papers-head">
        <h2>{t.matrixTitle}</h2>
        <p>
          {t.matrixCut(matrix.rows.length, matrix.columns.length, matrix.total.rows, matrix.total.columns)}. {t.matrixNote}
        </p>
        <ShowCypher id="technique-benchmarks" />
      </div>
      <div className="table-scroll matrix-scroll">
        <table aria-label={t.matrixTitle}>
          <thead>
            <tr>
              <td />
              {matrix.columns.map((benchmark) => (
                <th key={benchmark.id} scope="col" className="matrix-column">
                  <button type="button" onClick={() => app.select(benchmark.id)}>
                    <bdi>{namesOf(benchmark, lang).main}</bdi>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((method, i) => (
              <tr key={method.id}>
                <th scope="row" className="matrix-row">
                  <button type="button" onClick={() => app.select(method.id)}>
                    <bdi>{namesOf(method, lang).main}</bdi>
                  </button>
                </th>
                {matrix.columns.map((benchmark, j) => {
                  const count = matrix.papersAt(method.id, benchmark.id).length;
                  const isChosen = i === cell[0] && j === cell[1];
                  const name = t.matrixCell(namesOf(method, lang).main, namesOf(benchmark, lang).main, count);
                  return (
                    <td key={benchmark.id} data-level={Math.min(4, count)}>
                      <button
                        type="button"
                        id={`cell-${i}-${j}`}
                        tabIndex={isChosen ? 0 : -1}
                        aria-pressed={isChosen}
                        aria-label={name}
                        title={name}
                        data-testid="matrix-cell"
                        onKeyDown={onKeyDown}
                        onClick={() => setCell([i, j])}
                      >
                        {count > 0 ? count : ''}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="matrix-detail" aria-live="polite">
        <p>{t.matrixCell(namesOf(row, lang).main, namesOf(column, lang).main, papers.length)}</p>
        <CellPapers model={model} papers={papers} ends={[row, column]} />
      </div>
    </section>
  );
}
