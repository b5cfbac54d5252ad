// The one screen: header, and the three parts find, stage, details; on a phone the outer two are sheets over the stage.
import { lazy, Suspense, useEffect } from 'react';
import { useApp, usePick, useWords } from '../../ui/AppContext.tsx';
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx';
import { DetailsPanel } from '../details/DetailsPanel.tsx';
import { LegendPanel } from '../legend/LegendPanel.tsx';
import { SearchBox } from '../search/SearchBox.tsx';
import { StagePanel } from '../stage/StagePanel.tsx';
import { Header } from './Header.tsx';
import { SheetBar } from './SheetBar.tsx';
import { useDrop } from './use-drop.ts';
import { useGlobalKeys } from './use-global-keys.ts';

const DIALOGS = {
  palette: lazy(() => import('../palette/Palette.tsx')),
  add: lazy(() => import('../add/AddDialog.tsx')),
  decisions: lazy(() => import('../decisions/DecisionsDialog.tsx')),
  help: lazy(() => import('../help/HelpDialog.tsx')),
} as const;

export function App() {
  const { ui } = useApp();
  const sheet = usePick(ui, (value) => value.sheet);
  const { t, lang } = useWords();
  const dialog = usePick(ui, (value) => value.dialog);
  const Dialog = dialog === null ? null : DIALOGS[dialog];
  const isDropping = useDrop();
  useGlobalKeys();
  useEffect(() => {
    // So that what is typed right after Ctrl K is not lost while its code is on the way.
    const timer = setTimeout(() => void import('../palette/Palette.tsx'), 1_500);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    document.title = lang === 'zh' ? 'Paperloom · 论文图谱' : 'Paperloom · papers as a graph';
  }, [lang]);
  return (
    <div className="app" data-testid="app" data-sheet={sheet}>
      <a className="skip" href="#stage">
        {t.skipToMap}
      </a>
      <Header />
      <aside className="part part-find" data-testid="part-find" aria-label={t.legend}>
        <SearchBox />
        <LegendPanel />
      </aside>
      <main className="part part-stage" data-testid="part-stage">
        <StagePanel />
      </main>
      <aside className="part part-details" data-testid="part-details" aria-label={t.sheets.details}>
        <DetailsPanel />
      </aside>
      <SheetBar />
      <Offline />
      {Dialog && (
        <ErrorBoundary key={dialog} fallback={null}>
          <Suspense fallback={null}>
            <Dialog />
          </Suspense>
        </ErrorBoundary>
      )}
      {isDropping && (
        <div className="drop-over" data-testid="drop-over">
          {t.w.addDrop}
        </div>
      )}
      <Announcer />
    </div>
  );
}

/** The server went away while the page is open: what is there stays. */
function Offline() {
  const app = useApp();
  const isOffline = usePick(app.ui, (value) => value.isOffline);
  const isLoaded = usePick(app.graph, ({ state }) => state.status === 'ready');
  const { t } = useWords();
  if (!isOffline || !isLoaded) return null;
  return (
    <div className="offline" role="alert" data-testid="offline">
      {t.w.offlineNow}{' '}
      <button type="button" className="link-button" data-testid="offline-retry" onClick={() => void app.load()}>
        {t.w.onlineAgain}
      </button>
    </div>
  );
}

/** What screen readers are told of changes on the map. */
function Announcer() {
  const announcement = usePick(useApp().ui, (value) => value.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite" data-testid="announcer">
      {announcement}
    </div>
  );
}
