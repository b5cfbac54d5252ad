// Gives the map its place on the page, its name and instructions, and its buttons. The drawing itself is web/src/graph.
import { useEffect, useRef, useState } from 'react';
import { createMapView, type MapView } from '../../graph/map-view.ts';
import { runWithPauses } from '../../state/breathe.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { exposeTestHandle } from '../../state/test-handle.ts';
import { selectVisible } from '../../state/visible.ts';
import { useApp, usePick, useViewOf, useWords } from '../../ui/AppContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { MapControls } from './MapControls.tsx';

export function MapStage({ model, isShown }: { model: GraphModel; isShown: boolean }) {
  const app = useApp();
  const mapTrouble = usePick(app.ui, (value) => value.mapTrouble);
  const view = useViewOf('hiddenTypes', 'hiddenRoles', 'from', 'to', 'explored');
  const { t } = useWords();
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapView | null>(null);

  useEffect(() => {
    const element = container.current;
    if (!element || mapTrouble !== null) return undefined;
    const abort = new AbortController();
    let dispose = (): void => undefined;
    const steps = createMapView(element, app, model, (made) => {
      dispose = made;
    });
    runWithPauses(steps, abort.signal)
      .then((made) => {
        if (made === null) return;
        setMap(made);
        app.ui.patch({ mapPicture: made.toSvg });
        exposeTestHandle(app, () => ({ map: made, container: element }));
      })
      .catch(() => app.ui.patch({ mapTrouble: 'no-webgl' }));
    return () => {
      abort.abort();
      exposeTestHandle(app, () => null);
      setMap(null);
      app.ui.patch({ mapPicture: null });
      dispose();
    };
  }, [app, model, mapTrouble]);

  useEffect(() => map?.setShown(isShown), [map, isShown]);

  const isAllHidden = selectVisible(model, view).nodes.size === 0;
  return (
    <div className="map" data-testid="map" data-shown={isShown}>
      <div
        id="stage"
        ref={container}
        className="stage"
        data-testid="stage"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: role application takes keys, see keyboard-controller.ts
        tabIndex={0}
        role="application"
        aria-label={t.stageName}
        aria-describedby="stage-keys"
      />
      <p id="stage-keys" className="visually-hidden">
        {t.stageKeys}
      </p>
      {map && <MapControls map={map} />}
      {isShown && mapTrouble !== null && (
        <Notice
          title={mapTrouble === 'no-webgl' ? t.noWebgl : t.contextLost}
          text={mapTrouble === 'no-webgl' ? t.noWebglNext : t.contextLostNext}
          testId="map-trouble"
          isAlert
        >
          <button type="button" className="button is-main" onClick={() => app.ui.patch({ mapTrouble: null })}>
            {t.redraw}
          </button>
          <button type="button" className="button" onClick={() => app.view.patch({ tab: 'papers' })}>
            {t.openPapers}
          </button>
        </Notice>
      )}
      {isShown && isAllHidden && mapTrouble === null && (
        <Notice title={t.allHidden} text={t.allHiddenNext} testId="all-hidden">
          <button type="button" className="button is-main" onClick={app.resetFilters}>
            {t.resetFilters}
          </button>
        </Notice>
      )}
    </div>
  );
}
