// Leaderboards: what was reported on a benchmark, metric by metric, values and improvements apart, each number with its sentence.
import type { LeaderboardsResponse } from '../../../../src/shared/api/leaderboards.ts';
import { namesOf } from '../../i18n/format.ts';
import { useApp, useViewOf, useWords } from '../../ui/AppContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useRemote } from '../../ui/use-remote.ts';
import { PanelState } from '../details/PanelState.tsx';
import { Boards } from './Boards.tsx';

export default function BoardsView() {
  const { api } = useApp();
  const { remote, retry } = useRemote('all', api.leaderboards);
  return (
    <div className="board" data-testid="boards-view">
      {remote.status === 'ready' ? <Chooser response={remote.data} /> : <PanelState remote={remote} retry={retry} />}
    </div>
  );
}

function Chooser({ response: { benchmarks } }: { response: LeaderboardsResponse }) {
  const app = useApp();
  const { selected } = useViewOf('selected');
  const { t, lang } = useWords();
  const chosen = benchmarks.find(({ benchmark }) => benchmark.id === selected) ?? benchmarks[0];
  if (!chosen) return <Notice title={t.v.noNumbers} text={t.v.noNumbersNext} />;
  return (
    <>
      <div className="papers-head">
        <h2>{t.v.boardsTitle}</h2>
        <p>{t.v.boardsNote}</p>
        <label className="field-label">
          <span>{t.types.benchmark}</span>
          <select
            className="field-select"
            data-testid="board-select"
            value={chosen.benchmark.id}
            onChange={(event) => app.select(event.target.value)}
          >
            {benchmarks.map(({ benchmark, results, papers }) => (
              <option key={benchmark.id} value={benchmark.id}>
                {t.v.boardOption(namesOf(benchmark, lang).main, results, papers)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Boards key={chosen.benchmark.id} id={chosen.benchmark.id} />
    </>
  );
}
