// Two to four papers, techniques or models side by side: shared first, then what only one has.
import { useCallback, useMemo } from 'react';
import { namesOf } from '../../i18n/format.ts';
import { findComparison } from '../../state/compare.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { selectUnexplored } from '../../state/visible.ts';
import { useApp, useView, useWords } from '../../ui/AppContext.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { NodeButton } from '../../ui/NodeButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { useViewTable } from '../../ui/use-view-table.ts';
import { ShowCypher } from '../cypher/ShowCypher.tsx';
import { ComparedGroup } from './ComparedGroup.tsx';
import { Paths } from './Paths.tsx';

export default function CompareView({ model }: { model: GraphModel }) {
  const app = useApp();
  const view = useView();
  const { t, lang } = useWords();
  const visible = selectUnexplored(model, view);
  const { things, groups } = useMemo(() => findComparison(model, visible, view.compared), [model, visible, view.compared]);
  const table = useCallback(
    () => [
      ['type', 'id', 'name', ...things.map(({ name }) => name)],
      ...groups.flatMap(({ type, rows }) => rows.map(({ node, cells }) => [type, node.id, node.name, ...cells.map((cell) => cell.length)])),
    ],
    [things, groups],
  );
  useViewTable(table);
  const [a, b] = things;
  if (!a || !b) {
    return (
      <Notice title={t.v.compareEmpty} text={t.v.compareEmptyNext} testId="compare-empty">
        <div className="chips">
          {things.map((thing) => (
            <NodeButton key={thing.id} node={thing} />
          ))}
        </div>
        <button type="button" className="button is-main" onClick={() => app.view.patch({ tab: 'map' })}>
          {t.tabs.map}
        </button>
      </Notice>
    );
  }
  return (
    <div className="board" data-testid="compare-view">
      <div className="papers-head">
        <h2>{t.v.compareTitle(things.length)}</h2>
        <p>{t.v.compareNote}</p>
      </div>
      <ScrollRegion className="compare-scroll" name={t.v.compareTitle(things.length)}>
        <table className="compare">
          <thead>
            <tr>
              <td />
              {things.map((thing) => (
                <th key={thing.id} scope="col">
                  <NodeButton node={thing} />
                  <button
                    type="button"
                    className="tool is-small"
                    data-testid="uncompare"
                    aria-label={t.v.uncompare(namesOf(thing, lang).main)}
                    title={t.v.uncompare(namesOf(thing, lang).main)}
                    onClick={() => app.toggleCompared(thing.id)}
                  >
                    <Icon name="close" />
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <ComparedGroup key={group.type} group={group} things={things} model={model} />
          ))}
        </table>
      </ScrollRegion>
      <Paths key={`${a.id}|${b.id}`} from={a} to={b} />
      <div className="boards">
        {a.type !== 'paper' && b.type !== 'paper' && <ShowCypher id="things-shared" params={{ a: a.id, b: b.id }} />}
      </div>
    </div>
  );
}
