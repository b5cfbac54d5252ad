// Technique by benchmark: which was measured on which, by how many papers, with the best reported value; an empty cell is a finding too.
import { type KeyboardEvent, useCallback, useMemo } from 'react';
import { namesOf } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { findMatrix, matrixTable } from '../../state/matrix.ts';
import { selectUnexplored } from '../../state/visible.ts';
import { useApp, useView, useWords } from '../../ui/AppContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useViewTable } from '../../ui/use-view-table.ts';
import { MatrixDetail } from './MatrixDetail.tsx';
import { MatrixRow } from './MatrixRow.tsx';
import { MatrixTools } from './MatrixTools.tsx';
import { bestOf, useBoards } from './use-best.ts';

const MAX_ROWS = 100;
const MAX_COLUMNS = 100;
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** `model` is the whole graph, or what a test makes. */
export default function MatrixView({ model }: { model: GraphModel }) {
  const app = useApp();
  const view = useView();
  const { t, lang } = useWords();
  const visible = selectUnexplored(model, view);
  const { by, gaps, rollUp, find, cell } = view.grid;
  const matrix = useMemo(
    () => findMatrix(model, visible, view.picked, { by, gaps, rollUp, find }, MAX_ROWS, MAX_COLUMNS),
    [model, visible, view.picked, by, gaps, rollUp, find],
  );
  const boards = useBoards(
    app,
    matrix.columns.map(({ id }) => id),
    model.fingerprint,
  );
  const table = useCallback(() => matrixTable(matrix), [matrix]);
  useViewTable(table);
  const [rowId, columnId] = (cell ?? '').split('\n');
  const i = Math.max(
    0,
    matrix.rows.findIndex(({ id }) => id === rowId),
  );
  const j = Math.max(
    0,
    matrix.columns.findIndex(({ id }) => id === columnId),
  );
  const row = matrix.rows[i];
  const column = matrix.columns[j];
  const choose = useCallback((method: string, benchmark: string) => app.patchGrid({ cell: `${method}\n${benchmark}` }), [app]);
  const light = useCallback(
    (method: string | null, benchmark: string | null) =>
      app.ui.patch({ lit: method === null || benchmark === null ? [] : [method, benchmark, ...matrix.papersAt(method, benchmark)] }),
    [app, matrix],
  );
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>): void => {
      const move = MOVES[event.key];
      const place = event.target instanceof HTMLElement ? event.target.id.split('-') : [];
      if (!move || place[0] !== 'cell') return;
      event.preventDefault();
      const a = Math.max(0, Math.min(matrix.rows.length - 1, Number(place[1]) + move[0]));
      const b = Math.max(0, Math.min(matrix.columns.length - 1, Number(place[2]) + move[1]));
      const [method, benchmark] = [matrix.rows[a], matrix.columns[b]];
      if (!method || !benchmark) return;
      choose(method.id, benchmark.id);
      light(method.id, benchmark.id);
      document.getElementById(`cell-${a}-${b}`)?.focus();
    },
    [matrix, choose, light],
  );
  if (!row || !column) {
    return (
      <section className="matrix" data-testid="matrix-view">
        <MatrixTools model={model} matrix={matrix} />
        <Notice title={t.matrixEmpty} text={t.allHiddenNext}>
          <button
            type="button"
            className="button is-main"
            onClick={() => {
              app.resetFilters();
              app.patchGrid({ by: null, gaps: false, find: '' });
            }}
          >
            {t.resetFilters}
          </button>
        </Notice>
      </section>
    );
  }
  const isRowOf = by !== null && model.nodeById.get(by)?.type === 'method';
  return (
    <section className="matrix" data-testid="matrix-view" aria-label={t.matrixTitle}>
      <div className="papers-head">
        <h2>{t.matrixTitle}</h2>
        <p>
          {t.matrixCut(matrix.rows.length, matrix.columns.length, matrix.total.rows, matrix.total.columns)}. {t.matrixNote}
        </p>
        <MatrixTools model={model} matrix={matrix} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: one listener for the arrow keys of all cells, which are buttons */}
      <div
        className="table-scroll matrix-scroll"
        onKeyDown={onKeyDown}
        onPointerLeave={() => light(null, null)}
        onBlur={() => light(null, null)}
      >
        <table aria-label={t.matrixTitle} data-testid="matrix-table">
          <thead>
            <tr>
              <td />
              {matrix.columns.map((benchmark) => (
                <th key={benchmark.id} scope="col" className="matrix-column" aria-sort={by === benchmark.id ? 'descending' : undefined}>
                  <button type="button" onClick={() => app.select(benchmark.id)}>
                    <bdi>{namesOf(benchmark, lang).main}</bdi>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((method, index) => (
              <MatrixRow
                key={method.id}
                method={method}
                index={index}
                matrix={matrix}
                boards={boards}
                chosen={index === i ? j : null}
                isSorted={isRowOf && by === method.id}
                onChoose={choose}
                onLight={light}
              />
            ))}
          </tbody>
        </table>
      </div>
      <MatrixDetail
        model={model}
        row={row}
        column={column}
        papers={matrix.papersAt(row.id, column.id)}
        best={bestOf(boards.get(column.id), matrix.papersAt(row.id, column.id))}
        board={boards.get(column.id)}
      />
    </section>
  );
}
