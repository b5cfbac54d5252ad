// Buttons over the corner of the map, and what the pointer is over, in words.

import { UNSURE_BELOW } from '../../graph/edge-style.ts';
import type { MapView } from '../../graph/map-view.ts';
import { namesOf } from '../../i18n/format.ts';
import { useApp, useGraphState, usePick, useView, useWords } from '../../ui/AppContext.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { RoleLine } from '../../ui/RoleLine.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';

export function MapControls({ map }: { map: MapView }) {
  const { selected } = useView();
  const { t } = useWords();
  const button = (id: string, icon: IconName, label: string, run: () => void) => (
    <button type="button" className="tool" data-testid={id} aria-label={label} title={label} onClick={run}>
      <Icon name={icon} />
    </button>
  );
  return (
    <>
      <div className="map-controls">
        {button('zoom-in', 'plus', t.zoomIn, () => map.zoomBy(1 / 1.5))}
        {button('zoom-out', 'minus', t.zoomOut, () => map.zoomBy(1.5))}
        {button('fit', 'fit', t.fit, map.fit)}
        {selected !== null && button('centre', 'target', t.centre, () => map.centre(selected))}
      </div>
      <HoverCard />
    </>
  );
}

function HoverCard() {
  const app = useApp();
  const hovered = usePick(app.ui, (value) => value.hovered);
  const hoveredEdge = usePick(app.ui, (value) => value.hoveredEdge);
  const state = useGraphState();
  const { t, lang } = useWords();
  if (state.status !== 'ready') return null;
  const node = state.model.nodeById.get(hovered ?? '');
  const edge = state.model.edgeById.get(hoveredEdge ?? '');
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
      <strong>{t.roles[edge.type]}</strong>
      <bdi>{nameOf(edge.target)}</bdi>
      {edge.confidence < UNSURE_BELOW && <span className="hover-note">{t.unconfirmed}</span>}
    </div>
  );
}
