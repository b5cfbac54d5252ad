// The map as a list: the same nodes, filters and selection, for readers who would rather not, or cannot, look at a picture.
import { useCallback, useMemo, useState } from 'react';
import type { GraphNode } from '../../../../src/shared/api/graph.ts';
import { formatDate, namesOf } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { findNeighbours } from '../../state/neighbours.ts';
import { NODE_TYPES } from '../../state/view-state.ts';
import { selectVisible, type Visible } from '../../state/visible.ts';
import { useApp, useView, useWords } from '../../ui/AppContext.tsx';
import { Name } from '../../ui/Name.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import { useViewTable } from '../../ui/use-view-table.ts';
import { EdgeEvidence } from '../details/EdgeEvidence.tsx';

const PAGE = 150;
const FIRST_RELATIONS = 30;

export default function ListView({ model }: { model: GraphModel }) {
  const app = useApp();
  const view = useView();
  const { t } = useWords();
  const [find, setFind] = useState('');
  const [shown, setShown] = useState(PAGE);
  const visible = selectVisible(model, view);
  const rows = useMemo(() => {
    const needle = find.trim().toLocaleLowerCase();
    return model.nodes
      .filter((node) => visible.nodes.has(node.id) && `${node.name}\n${node.nameZh ?? ''}`.toLocaleLowerCase().includes(needle))
      .sort((a, b) => NODE_TYPES.indexOf(a.type) - NODE_TYPES.indexOf(b.type) || b.weight - a.weight || (a.id < b.id ? -1 : 1));
  }, [model, visible, find]);
  const table = useCallback(
    () => [
      ['id', 'type', 'name', 'nameZh', 'weight', 'date'],
      ...rows.map(({ id, type, name, nameZh, weight, date }) => [id, type, name, nameZh ?? '', weight, date]),
    ],
    [rows],
  );
  useViewTable(table);
  const selectedAt = rows.findIndex(({ id }) => id === view.selected);
  const count = Math.max(shown, selectedAt + 1);
  return (
    <section className="papers" data-testid="list-view">
      <div className="papers-head">
        <h2>{t.w.listTitle}</h2>
        <p>{t.w.listNote}</p>
        <input
          className="field-input is-short"
          data-testid="list-find"
          aria-label={t.w.listFind}
          placeholder={t.w.listFind}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      </div>
      {rows.length === 0 ? (
        <Notice title={t.allHidden} text={t.allHiddenNext}>
          <button
            type="button"
            className="button is-main"
            onClick={() => {
              setFind('');
              app.resetFilters();
            }}
          >
            {t.resetFilters}
          </button>
        </Notice>
      ) : (
        <ScrollRegion className="table-scroll" name={t.w.listTitle}>
          <table className="plain-table list-table">
            <thead>
              <tr>
                <th scope="col">{t.w.listName}</th>
                <th scope="col">{t.w.listType}</th>
                <th scope="col">{t.columnDate}</th>
                <th scope="col">{t.w.listLinks}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, count).map((node) => (
                <Row key={node.id} node={node} model={model} visible={visible} isOpen={node.id === view.selected} />
              ))}
            </tbody>
          </table>
          {rows.length > count && (
            <button type="button" className="button" onClick={() => setShown(count + PAGE)}>
              {t.showMore(Math.min(PAGE, rows.length - count))}
            </button>
          )}
        </ScrollRegion>
      )}
    </section>
  );
}

interface RowProps {
  readonly node: GraphNode;
  readonly model: GraphModel;
  readonly visible: Visible;
  readonly isOpen: boolean;
}

function Row({ node, model, visible, isOpen }: RowProps) {
  const app = useApp();
  const { t, lang } = useWords();
  const light = (hovered: string | null) => () => app.ui.patch({ hovered });
  return (
    <>
      <tr
        data-testid="list-row"
        data-id={node.id}
        aria-current={isOpen || undefined}
        onPointerEnter={light(node.id)}
        onPointerLeave={light(null)}
      >
        <th scope="row">
          <button
            type="button"
            className="title-button"
            data-testid="list-open"
            aria-expanded={isOpen}
            onClick={() => app.select(isOpen ? null : node.id)}
          >
            <TypeIcon type={node.type} /> <Name node={node} />
          </button>
        </th>
        <td>{t.types[node.type]}</td>
        <td className="cell-date">{formatDate(node.date, lang, 'short')}</td>
        <td className="count">{model.edgesOf.get(node.id)?.length ?? 0}</td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={4}>
            <Relations node={node} model={model} visible={visible} />
          </td>
        </tr>
      )}
    </>
  );
}

/** In the order of the arrow keys on the map. */
function Relations({ node, model, visible }: Omit<RowProps, 'isOpen'>) {
  const { t, lang } = useWords();
  const [isAll, setIsAll] = useState(false);
  const neighbours = findNeighbours(model, node.id, visible);
  const shown = isAll ? neighbours : neighbours.slice(0, FIRST_RELATIONS);
  if (neighbours.length === 0) return <p className="quiet">{t.noNeighbours}</p>;
  return (
    <section className="list-relations" aria-label={t.w.listRelations(namesOf(node, lang).main)}>
      {shown.map(({ edge, node: other }) => (
        <EdgeEvidence key={edge.id} edge={edge} name={namesOf(other, lang).main} isInverse={edge.target === node.id} />
      ))}
      {shown.length < neighbours.length && (
        <button type="button" className="link-button" onClick={() => setIsAll(true)}>
          {t.w.listMore(neighbours.length - shown.length)}
        </button>
      )}
    </section>
  );
}
