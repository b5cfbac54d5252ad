// What is drawn of what, why not the rest, from which data, and what has changed since a link was made.
import { useEffect, useRef, useState } from 'react';
import type { GraphModel } from '../../state/graph-model.ts';
import { type DataMark, hasFilters } from '../../state/view-state.ts';
import { selectVisible } from '../../state/visible.ts';
import { useApp, useViewOf, useWords } from '../../ui/AppContext.tsx';
import { ExportMenu } from '../export/ExportMenu.tsx';

interface Props {
  /** What the map draws. */
  readonly model: GraphModel;
  readonly whole: GraphModel;
}

const markOf = (whole: GraphModel): DataMark => ({
  hash: whole.fingerprint.slice(0, 8),
  counts: { papers: whole.paperCount, nodes: whole.total.nodes, edges: whole.total.edges },
  newest: whole.dates.at(-1)?.date ?? null,
});

export function StatusLine({ model, whole }: Props) {
  const app = useApp();
  const view = useViewOf('hiddenTypes', 'hiddenRoles', 'from', 'to', 'explored', 'picked', 'tab', 'camera', 'split');
  const { t } = useWords();
  const [moved, setMoved] = useState<{ before: DataMark; now: DataMark } | null>(null);
  const isChecked = useRef(false);
  const [isCopied, setIsCopied] = useState(false);
  const visible = selectVisible(model, view);

  useEffect(() => {
    const now = markOf(whole);
    const { mark } = app.view.get();
    // Against the link alone: what changes while the page is open the user did or saw.
    if (!isChecked.current) setMoved(mark !== null && mark.hash !== now.hash ? { before: mark, now } : null);
    isChecked.current = true;
    app.view.patch({ mark: now });
  }, [app, whole]);

  const copyLink = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      setIsCopied(true);
      app.announce(t.w.linkCopied);
      setTimeout(() => setIsCopied(false), 2_000);
    } catch {
      // A page that is not served securely has no clipboard; the address bar holds the same link.
    }
  };
  const hiddenNodes = model.nodes.length - visible.nodes.size;
  const hiddenEdges = model.edges.length - visible.edges.size;
  const isFiltered = hasFilters(view) || view.explored.length > 0;
  const isFar = view.tab === 'map' && view.camera !== null && view.camera.ratio > 2.2;
  return (
    <footer className="status" data-testid="status" data-over={view.tab === 'map'}>
      <div className="status-lines">
        <span data-testid="status-drawn">{t.drawn(visible.nodes.size, model.total.nodes, visible.edges.size, model.total.edges)}</span>
        {model.truncated && <span className="is-note">{t.truncated}</span>}
        {isFiltered && (hiddenNodes > 0 || hiddenEdges > 0) && (
          <span className="is-note" data-testid="status-hidden">
            {view.explored.length > 0 ? t.w.exploring : hiddenNodes > 0 ? t.hiddenBy(hiddenNodes) : t.linksHiddenBy(hiddenEdges)}
            <button
              type="button"
              className="link-button"
              onClick={() => {
                app.resetFilters();
                if (view.explored.length > 0) app.showAll();
              }}
            >
              {view.explored.length > 0 ? t.w.wholeMap : t.resetFilters}
            </button>
          </span>
        )}
        {view.picked.length > 0 && (
          <span className="is-note" data-testid="status-picked">
            {t.w.picked(view.picked.length)}
            <button type="button" className="link-button" data-testid="unpick" onClick={() => app.view.patch({ picked: [] })}>
              {t.w.unpick}
            </button>
          </span>
        )}
        {isFar && <span className="is-note">{t.farOut}</span>}
        {moved && <Moved before={moved.before} now={moved.now} whole={whole} />}
        <span className="status-tools">
          {view.tab !== 'map' && (
            <button
              type="button"
              className="link-button is-wide"
              data-testid="split"
              aria-pressed={view.split}
              onClick={() => app.view.patch({ split: !view.split })}
            >
              {t.w.split}
            </button>
          )}
          <button type="button" className="link-button" data-testid="copy-link" onClick={() => void copyLink()}>
            {isCopied ? t.w.linkCopied : t.w.copyLink}
          </button>
          <ExportMenu />
          <span className="status-data" title={whole.fingerprint}>
            {t.dataVersion} <code>{whole.fingerprint.slice(0, 8)}</code>
          </span>
        </span>
      </div>
    </footer>
  );
}

function Moved({ before, now, whole }: { before: DataMark; now: DataMark; whole: GraphModel }) {
  const app = useApp();
  const { t } = useWords();
  const { newest } = before;
  const since = newest === null ? undefined : whole.dates.find(({ date }) => date > newest)?.date;
  return (
    <span className="is-note" data-testid="data-moved">
      {before.counts && now.counts
        ? t.w.movedTo(
            now.counts.papers - before.counts.papers,
            now.counts.nodes - before.counts.nodes,
            now.counts.edges - before.counts.edges,
          )
        : t.dataMoved}
      {since !== undefined && (
        <button type="button" className="link-button" data-testid="see-new" onClick={() => app.view.patch({ tab: 'timeline', since })}>
          {t.w.seeNew}
        </button>
      )}
    </span>
  );
}
