// Every paper on the map as a table: the same filters, the same selection, for those who would rather read than look.
import { useCallback, useMemo, useState } from 'react';
import { namesOf } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { findPaperRows, isAbout, type PaperRow } from '../../state/paper-rows.ts';
import { selectUnexplored } from '../../state/visible.ts';
import { useApp, useView, useWords } from '../../ui/AppContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { useViewTable } from '../../ui/use-view-table.ts';
import { ShowCypher } from '../cypher/ShowCypher.tsx';
import { PaperTableRow } from './PaperTableRow.tsx';

const PAGE = 100;
type Column = 'date' | 'title' | 'methods' | 'models' | 'benchmarks';
const COMPARE: Readonly<Record<Column, (a: PaperRow, b: PaperRow) => number>> = {
  date: (a, b) => b.paper.date.localeCompare(a.paper.date) || a.paper.name.localeCompare(b.paper.name),
  title: (a, b) => a.paper.name.localeCompare(b.paper.name),
  methods: (a, b) => b.methods.length - a.methods.length,
  models: (a, b) => b.models.length - a.models.length,
  benchmarks: (a, b) => b.benchmarks.length - a.benchmarks.length,
};

export default function PapersView({ model }: { model: GraphModel }) {
  const app = useApp();
  const view = useView();
  const { t, lang } = useWords();
  const [column, setColumn] = useState<Column>('date');
  const [isReversed, setIsReversed] = useState(false);
  const [isNarrowed, setIsNarrowed] = useState(true);
  const [shown, setShown] = useState(PAGE);
  const visible = selectUnexplored(model, view);
  const chosen = model.nodeById.get(view.selected ?? '');
  const topic = chosen && chosen.type !== 'paper' ? chosen : null;

  const rows = useMemo(() => {
    const all = findPaperRows(model, visible, view.picked).filter(
      ({ paper }) => !topic || !isNarrowed || isAbout(model, visible, paper.id, topic.id),
    );
    all.sort(COMPARE[column]);
    return isReversed ? all.reverse() : all;
  }, [model, visible, view.picked, topic, isNarrowed, column, isReversed]);
  const table = useCallback(
    () => [
      ['id', 'date', 'title', 'techniques', 'baseModels', 'benchmarks'],
      ...rows.map(({ paper, methods, models, benchmarks }) => [
        paper.id,
        paper.date,
        paper.name,
        ...[methods, models, benchmarks].map((nodes) => nodes.map(({ name }) => name).join('; ')),
      ]),
    ],
    [rows],
  );
  useViewTable(table);

  const heading = (id: Column, name: string) => (
    <th scope="col" aria-sort={column === id ? (isReversed === (id === 'title') ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        className="sort"
        title={t.sortBy(name)}
        onClick={() => {
          setIsReversed(column === id && !isReversed);
          setColumn(id);
        }}
      >
        {name}
        {column === id && <span aria-hidden="true">{isReversed ? ' ↑' : ' ↓'}</span>}
      </button>
    </th>
  );
  return (
    <section className="papers" data-testid="papers-view">
      <div className="papers-head">
        <h2>{t.papersCount(rows.length)}</h2>
        {topic ? <ShowCypher id="entity-papers" params={{ id: topic.id }} /> : <ShowCypher id="papers-newest" />}
        {topic && (
          <label className="check">
            <input type="checkbox" checked={isNarrowed} onChange={(event) => setIsNarrowed(event.target.checked)} />
            {t.ofSelection(namesOf(topic, lang).main)}
          </label>
        )}
      </div>
      {rows.length === 0 ? (
        <Notice title={t.noPapers} text={t.allHiddenNext}>
          <button type="button" className="button is-main" onClick={app.resetFilters}>
            {t.resetFilters}
          </button>
        </Notice>
      ) : (
        <ScrollRegion className="table-scroll" name={t.papersTable}>
          <table>
            <thead>
              <tr>
                {heading('date', t.columnDate)}
                {heading('title', t.columnTitle)}
                {heading('methods', t.columnMethods)}
                {heading('models', t.columnModels)}
                {heading('benchmarks', t.columnBenchmarks)}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shown).map((row) => (
                <PaperTableRow key={row.paper.id} row={row} isSelected={row.paper.id === view.selected} />
              ))}
            </tbody>
          </table>
          {rows.length > shown && (
            <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>
              {t.showMore(Math.min(PAGE, rows.length - shown))}
            </button>
          )}
        </ScrollRegion>
      )}
    </section>
  );
}
