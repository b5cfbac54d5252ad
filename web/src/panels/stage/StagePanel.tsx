// The middle: tabs over one stage. The map stays mounted under the other views, so that coming back costs nothing.
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import type { GraphModel } from '../../state/graph-model.ts';
import { projectMap } from '../../state/project-map.ts';
import { TABS, type TabId } from '../../state/view-state.ts';
import { useApp, useGraphState, useViewOf, useWords } from '../../ui/AppContext.tsx';
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { LoadState } from './LoadState.tsx';
import { MapStage } from './MapStage.tsx';
import { StatusLine } from './StatusLine.tsx';

/** A view beside the map is a component over the loaded graph, fetched when first opened; a new one is a line here and a word in the dictionary. */
const VIEWS: Readonly<Record<Exclude<TabId, 'map'>, ComponentType<{ model: GraphModel }>>> = {
  matrix: lazy(() => import('../matrix/MatrixView.tsx')),
  technique: lazy(() => import('../technique/TechniqueView.tsx')),
  timeline: lazy(() => import('../timeline/TimelineView.tsx')),
  compare: lazy(() => import('../compare/CompareView.tsx')),
  lineage: lazy(() => import('../lineage/LineageView.tsx')),
  boards: lazy(() => import('../boards/BoardsView.tsx')),
  papers: lazy(() => import('../papers/PapersView.tsx')),
  list: lazy(() => import('../list/ListView.tsx')),
  console: lazy(() => import('../console/ConsoleView.tsx')),
};

export function StagePanel() {
  const app = useApp();
  const { tab, split, projection } = useViewOf('tab', 'split', 'projection');
  const state = useGraphState();
  const { t } = useWords();
  const View = tab === 'map' ? null : VIEWS[tab];
  useEffect(() => {
    // On a narrow stage the row of tabs scrolls: the open one is in sight.
    document.getElementById(`tab-${tab}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tab]);
  const move = (by: number): void => {
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length] ?? 'map';
    app.view.patch({ tab: next });
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <>
      <div
        className="tabs"
        role="tablist"
        aria-label={t.views}
        onKeyDown={(event) => {
          const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
          if (by !== undefined) move(by);
        }}
      >
        {TABS.map((id) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            data-testid={`tab-${id}`}
            aria-selected={tab === id}
            aria-controls="view"
            tabIndex={tab === id ? 0 : -1}
            onClick={() => app.view.patch({ tab: id })}
          >
            {t.tabs[id]}
          </button>
        ))}
      </div>
      <div id="view" className="view" role="tabpanel" aria-labelledby={`tab-${tab}`} data-split={split && tab !== 'map'}>
        {state.status === 'ready' && state.model.nodes.length > 0 ? (
          <>
            <MapStage model={projectMap(state.model, projection)} isShown={tab === 'map' || split} />
            {View && (
              <ErrorBoundary
                key={tab}
                fallback={
                  <Notice title={t.errorTitle} text={t.badAnswer} testId="view-failed" isAlert>
                    <button type="button" className="button is-main" onClick={() => location.reload()}>
                      {t.reload}
                    </button>
                  </Notice>
                }
              >
                <Suspense fallback={<p className="loading">{t.loading}</p>}>
                  <View model={state.model} />
                </Suspense>
              </ErrorBoundary>
            )}
          </>
        ) : (
          <LoadState state={state} />
        )}
      </div>
      {state.status === 'ready' && <StatusLine model={projectMap(state.model, projection)} whole={state.model} />}
    </>
  );
}
