// When what came: techniques by digest date, and everything first seen since a date or since the last visit.
import { useCallback, useMemo, useState } from 'react';
import { formatDate, namesOf } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { readLastVisit } from '../../state/last-visit.ts';
import { findTimeline } from '../../state/timeline.ts';
import { selectUnexplored } from '../../state/visible.ts';
import { useApp, useView, useWords } from '../../ui/AppContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { useViewTable } from '../../ui/use-view-table.ts';
import { CellPapers } from '../matrix/CellPapers.tsx';
import { Brush } from './Brush.tsx';
import { NewSince } from './NewSince.tsx';

export default function TimelineView({ model }: { model: GraphModel }) {
  const app = useApp();
  const view = useView();
  const { t, lang } = useWords();
  const visible = selectUnexplored(model, view);
  const { dates, rows } = useMemo(() => findTimeline(model, visible), [model, visible]);
  const [cell, setCell] = useState<{ row: number; date: string } | null>(null);
  const table = useCallback(
    () => [
      ['technique', ...dates.map(({ date }) => date)],
      ...rows.map(({ cluster, papersOn }) => [cluster.label, ...dates.map(({ date }) => papersOn.get(date)?.length ?? 0)]),
    ],
    [dates, rows],
  );
  useViewTable(table);
  const lastVisit = readLastVisit(model.dates.at(-1)?.date ?? null);
  const newest = dates.at(-1)?.date;
  if (newest === undefined)
    return (
      <Notice title={t.noPapers} text={t.allHiddenNext}>
        <button type="button" className="button is-main" onClick={app.resetFilters}>
          {t.resetFilters}
        </button>
      </Notice>
    );
  const chosen = cell === null ? undefined : rows[cell.row];
  const tallest = Math.max(...rows.flatMap(({ papersOn }) => [...papersOn.values()].map((list) => list.length)), 1);
  return (
    <div className="board" data-testid="timeline-view">
      <div className="papers-head">
        <h2>{t.v.timelineTitle}</h2>
        <p>{t.v.timelineNote}</p>
      </div>
      <Brush dates={model.dates} />
      <ScrollRegion className="timeline-scroll" name={t.v.timelineTitle}>
        <table className="timeline">
          <thead>
            <tr>
              <td />
              {dates.map(({ date, papers }) => (
                <th key={date} scope="col">
                  {formatDate(date, lang, 'short')}
                  <span className="count">{papers.length}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cluster, papersOn }, row) => (
              <tr key={cluster.id}>
                <th scope="row">
                  <button type="button" className="title-button" onClick={() => app.select(cluster.method?.id ?? null)}>
                    <bdi>{namesOf({ name: cluster.label, nameZh: cluster.labelZh }, lang).main}</bdi>
                  </button>
                </th>
                {dates.map(({ date }) => {
                  const count = papersOn.get(date)?.length ?? 0;
                  return (
                    <td key={date}>
                      {count > 0 && (
                        <button
                          type="button"
                          className="dot"
                          data-testid="timeline-cell"
                          aria-pressed={cell?.row === row && cell.date === date}
                          aria-label={`${cluster.label}, ${t.papersOn(formatDate(date, lang), count)}`}
                          onClick={() => setCell(cell?.row === row && cell.date === date ? null : { row, date })}
                        >
                          <svg viewBox="-12 -12 24 24" aria-hidden="true">
                            <circle r={4 + 7.5 * Math.sqrt(count / tallest)} />
                          </svg>
                          <span>{count}</span>
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {chosen && cell && (
        <div className="boards">
          <h3>{`${namesOf({ name: chosen.cluster.label, nameZh: chosen.cluster.labelZh }, lang).main} · ${formatDate(cell.date, lang)}`}</h3>
          <CellPapers
            model={model}
            papers={chosen.papersOn.get(cell.date) ?? []}
            ends={chosen.cluster.methods.flatMap((id) => model.nodeById.get(id) ?? [])}
          />
        </div>
      )}
      <NewSince model={model} visible={visible} dates={dates.map(({ date }) => date)} lastVisit={lastVisit} />
    </div>
  );
}
