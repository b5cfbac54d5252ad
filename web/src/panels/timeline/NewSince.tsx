// Everything first seen since a date: papers, techniques, models, benchmarks.
import { useMemo } from 'react';
import { formatDate } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { findNew } from '../../state/timeline.ts';
import type { Visible } from '../../state/visible.ts';
import { useApp, useViewOf, useWords } from '../../ui/AppContext.tsx';
import { NodeButton } from '../../ui/NodeButton.tsx';
import { ShowCypher } from '../cypher/ShowCypher.tsx';

const FIRST = 40;

interface Props {
  readonly model: GraphModel;
  readonly visible: Visible;
  readonly dates: readonly string[];
  readonly lastVisit: string | null;
}

export function NewSince({ model, visible, dates, lastVisit }: Props) {
  const app = useApp();
  const { since: asked } = useViewOf('since');
  const { t, lang } = useWords();
  const newest = dates.at(-1) ?? '';
  const since = asked ?? newest;
  const groups = useMemo(() => findNew(model, visible, since), [model, visible, since]);
  // What came after the newest digest of the last visit; on a first visit there is none.
  const afterVisit = lastVisit === null ? undefined : dates.find((date) => date > lastVisit);
  const options = [...new Set([...dates, since])].sort().reverse();
  return (
    <section className="boards" data-testid="new-since">
      <div className="since">
        <label className="field-label">
          <span>{t.v.newSince}</span>
          <select
            className="field-select is-short"
            data-testid="since-select"
            value={since}
            onChange={(event) => app.view.patch({ since: event.target.value })}
          >
            {options.map((date) => (
              <option key={date} value={date}>
                {formatDate(date, lang)}
                {date === afterVisit ? ` (${t.v.sinceLastVisit})` : ''}
              </option>
            ))}
          </select>
        </label>
        <label className="field-label">
          <span>{t.w.sinceDay}</span>
          <input
            type="date"
            className="field-input is-short"
            data-testid="since-date"
            value={since}
            onChange={(event) => event.target.value !== '' && app.view.patch({ since: event.target.value })}
          />
        </label>
        {lastVisit !== null && afterVisit === undefined && <p className="quiet">{t.v.nothingSinceVisit}</p>}
      </div>
      {groups.length === 0 && <p className="quiet">{t.v.nothingNew}</p>}
      {groups.map(({ type, nodes }) => (
        <section key={type} data-testid="new-group" data-type={type}>
          <h3>
            {t.typesMany[type]}
            <span className="count">{nodes.length}</span>
          </h3>
          <div className="chips">
            {nodes.slice(0, FIRST).map((node) => (
              <NodeButton key={node.id} node={node} {...(type === 'paper' ? {} : { count: node.weight })} />
            ))}
            {nodes.length > FIRST && <span className="more">{t.moreAliases(nodes.length - FIRST)}</span>}
          </div>
        </section>
      ))}
      <ShowCypher id="new-since" params={{ since }} />
    </section>
  );
}
