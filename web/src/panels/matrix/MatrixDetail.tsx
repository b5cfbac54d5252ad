// The chosen cell: its papers with both sentences, and what they report there.
import type { GraphNode } from '../../../../src/shared/api/graph.ts';
import type { LeaderboardResponse } from '../../../../src/shared/api/leaderboards.ts';
import { namesOf } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { useWords } from '../../ui/AppContext.tsx';
import { BoardRow } from '../boards/BoardRow.tsx';
import { CellPapers } from './CellPapers.tsx';
import type { Best } from './use-best.ts';

interface Props {
  readonly model: GraphModel;
  readonly row: GraphNode;
  readonly column: GraphNode;
  readonly papers: readonly string[];
  readonly best: Best | null;
  readonly board: LeaderboardResponse | undefined;
}

/** The techniques a cell stands for: the row and what is a variant of it. */
function familyBelow(model: GraphModel, id: string): GraphNode[] {
  const found = new Set([id]);
  for (const at of found)
    for (const edge of model.edgesOf.get(at) ?? []) if (edge.type === 'VARIANT_OF' && edge.target === at) found.add(edge.source);
  return [...found].flatMap((member) => model.nodeById.get(member) ?? []);
}

export function MatrixDetail({ model, row, column, papers, best, board }: Props) {
  const { t, lang } = useWords();
  const numbers = (board?.boards ?? []).flatMap(({ metric, kind, rows }) =>
    rows.filter(({ paper }) => papers.includes(`paper:${paper.id}`)).map((line) => ({ metric, kind, line })),
  );
  return (
    <div className="matrix-detail" aria-live="polite" data-testid="matrix-detail">
      <p>
        {t.matrixCell(namesOf(row, lang).main, namesOf(column, lang).main, papers.length)}
        {best && <span className="quiet"> · {t.w.matrixBest(best.row.value, best.metric)}</span>}
      </p>
      <CellPapers
        model={model}
        papers={papers.flatMap((id) => model.nodeById.get(id) ?? [])}
        ends={[column, ...familyBelow(model, row.id)]}
      />
      {numbers.length > 0 && (
        <section>
          <h3>{t.w.matrixNumbers}</h3>
          <table className="plain-table board-table">
            <tbody>
              {numbers.map(({ line }) => (
                <BoardRow key={line.id} row={line} benchmark={namesOf(column, lang).main} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
