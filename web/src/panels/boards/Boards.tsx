// All boards of one benchmark.
import { useCallback } from 'react';
import type { Board, LeaderboardResponse } from '../../../../src/shared/api/leaderboards.ts';
import { namesOf } from '../../i18n/format.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { useRemote } from '../../ui/use-remote.ts';
import { useViewTable } from '../../ui/use-view-table.ts';
import { ShowCypher } from '../cypher/ShowCypher.tsx';
import { PanelState } from '../details/PanelState.tsx';
import { BoardRow } from './BoardRow.tsx';

export function Boards({ id }: { id: string }) {
  const { api } = useApp();
  const { remote, retry } = useRemote(id, api.leaderboard);
  return remote.status === 'ready' ? <Loaded response={remote.data} /> : <PanelState remote={remote} retry={retry} />;
}

function Loaded({ response: { benchmark, boards, truncated, leftOut } }: { response: LeaderboardResponse }) {
  const { t, lang } = useWords();
  const table = useCallback(
    () => [
      ['benchmark', 'metric', 'kind', 'subject', 'value', 'number', 'unit', 'paper', 'title', 'date', 'sentence'],
      ...boards.flatMap(({ metric, kind, rows }) =>
        rows.map((row) => [
          benchmark.name,
          metric,
          kind,
          row.subject,
          row.value,
          row.number ?? '',
          row.unit ?? '',
          row.paper.id,
          row.paper.title,
          row.paper.date,
          row.evidence.sentence || row.evidence.quote,
        ]),
      ),
    ],
    [benchmark, boards],
  );
  useViewTable(table);
  return (
    <div className="boards">
      {boards.map((board) => (
        <BoardTable key={`${board.kind} ${board.metric}`} board={board} benchmark={namesOf(benchmark, lang).main} />
      ))}
      {truncated && <p className="quiet">{t.v.boardCut(leftOut)}</p>}
      <ShowCypher id="benchmark-leaderboard" params={{ id: benchmark.id }} />
    </div>
  );
}

function BoardTable({ board, benchmark }: { board: Board; benchmark: string }) {
  const { t } = useWords();
  const isImprovement = board.kind === 'improvement';
  return (
    <section data-testid="board" data-kind={board.kind}>
      <h3>
        <bdi>{board.metric}</bdi>
        <span className={isImprovement ? 'tag is-improvement' : 'tag'}>{isImprovement ? t.v.kindImprovement : t.v.kindAbsolute}</span>
        <span className="count">{board.rows.length}</span>
      </h3>
      <table className="plain-table board-table">
        <thead>
          <tr>
            <th scope="col">{t.subject}</th>
            <th scope="col">{t.value}</th>
            <th scope="col">{t.columnTitle}</th>
            <th scope="col">{t.columnDate}</th>
            <th scope="col">{t.evidence}</th>
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row) => (
            <BoardRow key={row.id} row={row} benchmark={benchmark} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
