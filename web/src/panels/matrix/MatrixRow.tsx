// One technique with its cells. Drawn again only when something in it changes: a hundred rows stay cheap.
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
  readonly boards: ReadonlyMap<string, LeaderboardResponse>;
  /** Column of the chosen cell when it is in this row. */
  readonly chosen: number | null;
  readonly isSorted: boolean;
  readonly onChoose: (method: string, benchmark: string) => void;
  readonly onLight: (method: string | null, benchmark: string | null) => void;
}

export const MatrixRow = memo(function MatrixRow({ method, index, matrix, boards, chosen, isSorted, onChoose, onLight }: Props) {
  const app = useApp();
  const { t, lang } = useWords();
  const name = namesOf(method, lang).main;
  return (
    <tr data-sorted={isSorted || undefined}>
      <th scope="row" className="matrix-row">
        <button type="button" onClick={() => app.select(method.id)}>
          <bdi>{name}</bdi>
        </button>
      </th>
      {matrix.columns.map((benchmark, j) => {
        const papers = matrix.papersAt(method.id, benchmark.id);
        const best = papers.length > 0 ? bestOf(boards.get(benchmark.id), papers) : null;
        const words = t.matrixCell(name, namesOf(benchmark, lang).main, papers.length);
        const label = best ? `${words}, ${t.w.matrixBest(best.row.value, best.metric)}` : words;
        return (
          <td key={benchmark.id} data-level={Math.min(4, papers.length)}>
            <button
              type="button"
              id={`cell-${index}-${j}`}
              tabIndex={chosen === j ? 0 : -1}
              aria-pressed={chosen === j}
              aria-label={label}
              title={label}
              data-testid="matrix-cell"
              data-count={papers.length}
              onClick={() => onChoose(method.id, benchmark.id)}
              onPointerEnter={() => onLight(method.id, benchmark.id)}
            >
              {papers.length > 0 ? papers.length : ''}
              {best && <small>{best.row.value.slice(0, 8)}</small>}
            </button>
          </td>
        );
      })}
    </tr>
  );
});
