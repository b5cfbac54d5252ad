// Technique by benchmark: which was measured on which, by how many papers, with the best reported value; an empty cell is a finding too.
import { type KeyboardEvent, useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { namesOf } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { findMatrix, matrixTable } from '../../state/matrix.ts';
import { selectUnexplored } from '../../state/visible.ts';
import { useApp, useViewOf, useWords } from '../../ui/AppContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useViewTable } from '../../ui/use-view-table.ts';
import { MatrixDetail } from './MatrixDetail.tsx';
import { MatrixRow } from './MatrixRow.tsx';
import { MatrixTools } from './MatrixTools.tsx';
import { bestOf, useBoards } from './use-best.ts';
import { useRowWindow } from './use-row-window.ts';

const MAX_ROWS = 100;
const MAX_COLUMNS = 100;
const FIRST_COLUMNS = 24;
/** The names of the benchmarks, as `.matrix-column` has it. */
const HEAD_PX = 132;
const NOTHING: readonly string[] = [];
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** `model` is the whole graph, or what a test makes. */
export default function MatrixView({ model }: { model: GraphModel }) {
  const app = useApp();
  const view = useViewOf('hiddenTypes', 'hiddenRoles', 'from', 'to', 'explored', 'picked', 'grid');
  const { t, lang } = useWords();
  const visible = selectUnexplored(model, view);
  const { cell } = view.grid;
  // The tools answer at once; ten thousand cells follow, and a choice that is already another one is not drawn to the end.
  const { by, gaps, rollUp, find } = useDeferredValue(view.grid);
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
  // Those in sight first; the others follow when nothing else is to be done.
  const columnCount = useDeferredValue(matrix.columns.length, FIRST_COLUMNS);
  const columns = useMemo(() => matrix.columns.slice(0, columnCount), [matrix, columnCount]);
  const box = useRef<HTMLDivElement>(null);
  const rows = useRowWindow(box, matrix.rows.length, HEAD_PX);
  useEffect(() => () => app.ui.patch({ lit: NOTHING }), [app]);
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
  /** The pair under an event: cells carry their place in their id. */
  const pairAt = (target: EventTarget): { a: number; b: number } | null => {
    const id = target instanceof Element ? (target.closest('[data-testid="matrix-cell"]')?.id ?? '') : '';
    const [, a, b] = /^cell-(\d+)-(\d+)$/.exec(id) ?? [];
    return a === undefined || b === undefined ? null : { a: Number(a), b: Number(b) };
  };
  const chooseAt = (a: number, b: number): boolean => {
    const [method, benchmark] = [matrix.rows[a], matrix.columns[b]];
    if (method && benchmark) app.patchGrid({ cell: `${method.id}\n${benchmark.id}` });
    return Boolean(method && benchmark);
  };
  const light = (pair: { a: number; b: number } | null): void => {
    const [method, benchmark] = [matrix.rows[pair?.a ?? -1], matrix.columns[pair?.b ?? -1]];
    app.ui.patch({ lit: method && benchmark ? [method.id, benchmark.id, ...matrix.papersAt(method.id, benchmark.id)] : NOTHING });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    const pair = pairAt(event.target);
    if (!move || !pair) return;
    event.preventDefault();
    const a = Math.max(0, Math.min(matrix.rows.length - 1, pair.a + move[0]));
    const b = Math.max(0, Math.min(matrix.columns.length - 1, pair.b + move[1]));
    if (!chooseAt(a, b)) return;
    light({ a, b });
    rows.reveal(a);
    document.getElementById(`cell-${a}-${b}`)?.focus();
  };
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
      <div className="table-scroll matrix-scroll" ref={box}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid by the ARIA pattern, one tab stop and arrow keys inside
          role="grid"
          aria-label={t.matrixTitle}
          aria-rowcount={matrix.rows.length + 1}
          aria-colcount={matrix.columns.length + 1}
          data-testid="matrix-table"
          onKeyDown={onKeyDown}
          onClick={(event) => {
            const pair = pairAt(event.target);
            if (pair) chooseAt(pair.a, pair.b);
          }}
          onPointerOver={(event) => light(pairAt(event.target))}
          onPointerLeave={() => light(null)}
          onBlur={() => light(null)}
        >
          <thead>
            <tr>
              <td />
              {columns.map((benchmark) => (
                <th key={benchmark.id} scope="col" className="matrix-column" aria-sort={by === benchmark.id ? 'descending' : undefined}>
                  <button type="button" onClick={() => app.select(benchmark.id)}>
                    <bdi>{namesOf(benchmark, lang).main}</bdi>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.above > 0 && <tr style={{ height: rows.above }} />}
            {matrix.rows.slice(rows.from, rows.to).map((method, place) => (
              <MatrixRow
                key={method.id}
                method={method}
                index={rows.from + place}
                matrix={matrix}
                columns={columns}
                boards={boards}
                chosen={rows.from + place === i ? j : null}
                isSorted={isRowOf && by === method.id}
              />
            ))}
            {rows.below > 0 && <tr style={{ height: rows.below }} />}
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
