// One technique with its cells. Drawn again only when something in it changes, and a cell is one element without listeners of its own.
import { memo } from 'react';
import type { GraphNode } from '../../../../src/shared/api/graph.ts';
import type { LeaderboardResponse } from '../../../../src/shared/api/leaderboards.ts';
import { namesOf } from '../../i18n/format.ts';
import type { Matrix } from '../../state/matrix.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { bestOf } from './use-best.ts';

interface Props {
  readonly method: GraphNode;
  readonly index: number;
  readonly matrix: Matrix;
  readonly columns: readonly GraphNode[];
  readonly boards: ReadonlyMap<string, LeaderboardResponse>;
  /** Column of the chosen cell when it is in this row. */
  readonly chosen: number | null;
  readonly isSorted: boolean;
}

export const MatrixRow = memo(function MatrixRow({ method, index, matrix, columns, boards, chosen, isSorted }: Props) {
  const app = useApp();
  const { t, lang } = useWords();
  const name = namesOf(method, lang).main;
  return (
    <tr data-sorted={isSorted || undefined} aria-rowindex={index + 2}>
      <th scope="row" className="matrix-row">
        <button type="button" onClick={() => app.select(method.id)}>
          <bdi>{name}</bdi>
        </button>
      </th>
      {columns.map((benchmark, j) => {
        const papers = matrix.countAt(method.id, benchmark.id);
        const board = papers > 0 ? boards.get(benchmark.id) : undefined;
        const best = board ? bestOf(board, matrix.papersAt(method.id, benchmark.id)) : null;
        const words = t.matrixCell(name, namesOf(benchmark, lang).main, papers);
        const label = best ? `${words}, ${t.w.matrixBest(best.row.value, best.metric)}` : words;
        return (
          <td
            key={benchmark.id}
            id={`cell-${index}-${j}`}
            tabIndex={chosen === j ? 0 : -1}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see the grid around it
            role="gridcell"
            aria-selected={chosen === j || undefined}
            aria-label={label}
            title={papers > 0 ? label : undefined}
            data-level={Math.min(4, papers)}
            data-count={papers}
            data-best={best?.row.value.slice(0, 8)}
            data-testid="matrix-cell"
          >
            {papers > 0 ? papers : ''}
          </td>
        );
      })}
    </tr>
  );
});
