// Buttons over the corner of the map, and what the pointer is over, in words.

import { UNSURE_BELOW } from '../../graph/edge-style.ts';
import type { MapView } from '../../graph/map-view.ts';
import { namesOf } from '../../i18n/format.ts';
import { projectMap } from '../../state/project-map.ts';
import { PROJECTIONS } from '../../state/view-state.ts';
import { useApp, useGraphState, usePick, useViewOf, useWords } from '../../ui/AppContext.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { RoleLine } from '../../ui/RoleLine.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';

const button = (id: string, icon: IconName, label: string, run: () => void) => (
  <button type="button" className="tool" data-testid={id} aria-label={label} title={label} onClick={run}>
    <Icon name={icon} />
  </button>
);

export function MapControls({ map }: { map: MapView }) {
  const app = useApp();
  const { projection } = useViewOf('projection');
  const isLassoing = usePick(app.ui, (value) => value.isLassoing);
  const { t } = useWords();
  return (
    <>
      <label className="map-projection">
        <span className="visually-hidden">{t.w.projection}</span>
        <select
          data-testid="projection"
          title={t.w.projection}
          value={projection}
          onChange={(event) =>
            app.view.patch({ projection: PROJECTIONS.find((known) => known === event.target.value) ?? 'all', edge: null })
          }
        >
          {PROJECTIONS.map((id) => (
            <option key={id} value={id}>
              {t.w.projections[id]}
            </option>
          ))}
        </select>
      </label>
      {isLassoing && (
        <p className="hover-card" role="status">
          {t.w.lassoHint}
        </p>
      )}
      <div className="map-controls">
        {button('zoom-in', 'plus', t.zoomIn, () => map.zoomBy(1 / 1.5))}
        {button('zoom-out', 'minus', t.zoomOut, () => map.zoomBy(1.5))}
        {button('fit', 'fit', t.fit, map.fit)}
        <button
          type="button"
          className="tool"
          data-testid="lasso"
          aria-label={t.w.lasso}
          title={t.w.lasso}
          aria-pressed={isLassoing}
          onClick={() => app.ui.patch({ isLassoing: !isLassoing })}
        >
          <Icon name="lasso" />
        </button>
        <Centre map={map} />
      </div>
      <HoverCard />
    </>
  );
}

/** Alone in being drawn again with every selection. */
function Centre({ map }: { map: MapView }) {
  const { selected } = useViewOf('selected');
  const { t } = useWords();
  return selected === null ? null : button('centre', 'target', t.centre, () => map.centre(selected));
}

function HoverCard() {
  const app = useApp();
  const hovered = usePick(app.ui, (value) => value.hovered);
  const hoveredEdge = usePick(app.ui, (value) => value.hoveredEdge);
  const state = useGraphState();
  const { t, lang } = useWords();
  const { projection } = useViewOf('projection');
  if (state.status !== 'ready') return null;
  const drawn = projectMap(state.model, projection);
  const node = state.model.nodeById.get(hovered ?? '');
  const edge = drawn.edgeById.get(hoveredEdge ?? '');
  const isTie = edge !== undefined && drawn.ties.has(edge.id);
  const nameOf = (id: string): string => {
    const end = state.model.nodeById.get(id);
    return end ? namesOf(end, lang).main : id;
  };
  if (node) {
    const { main, other } = namesOf(node, lang);
    return (
      <div className="hover-card" data-testid="hover-card" aria-hidden="true">
        <TypeIcon type={node.type} />
        <bdi>{main}</bdi>
        {other !== null && <bdi className="name-other">{other}</bdi>}
        <span className="hover-note">{node.type === 'paper' ? node.date : t.papersCount(node.weight)}</span>
      </div>
    );
  }
  if (!edge) return null;
  return (
    <div className="hover-card" data-testid="hover-card" aria-hidden="true">
      <bdi>{nameOf(edge.source)}</bdi>
      <RoleLine type={edge.type} />
      <strong>{isTie ? t.w.tie : t.roles[edge.type]}</strong>
      <bdi>{nameOf(edge.target)}</bdi>
      {!isTie && edge.confidence < UNSURE_BELOW && <span className="hover-note">{t.unconfirmed}</span>}
    </div>
  );
}
