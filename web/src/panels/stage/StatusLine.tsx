// What is drawn of what, why not the rest, and from which data.
import { useEffect, useState } from 'react';
import type { GraphModel } from '../../state/graph-model.ts';
import { hasFilters } from '../../state/view-state.ts';
import { selectVisible } from '../../state/visible.ts';
import { useApp, useView, useWords } from '../../ui/AppContext.tsx';
import { ExportMenu } from '../export/ExportMenu.tsx';

export function StatusLine({ model }: { model: GraphModel }) {
  const app = useApp();
  const view = useView();
  const { t } = useWords();
  const [hasMoved, setHasMoved] = useState(false);
  const visible = selectVisible(model, view);
  const short = model.fingerprint.slice(0, 8);

  useEffect(() => {
    const { fingerprint } = app.view.get();
    setHasMoved(fingerprint !== null && fingerprint !== short);
    app.view.patch({ fingerprint: short });
  }, [app, short]);

  const hiddenNodes = model.nodes.length - visible.nodes.size;
  const hiddenEdges = model.edges.length - visible.edges.size;
  const isFar = view.tab === 'map' && view.camera !== null && view.camera.ratio > 2.2;
  return (
    <footer className="status" data-testid="status">
      <span data-testid="status-drawn">{t.drawn(visible.nodes.size, model.total.nodes, visible.edges.size, model.total.edges)}</span>
      {model.truncated && <span className="is-note">{t.truncated}</span>}
      {hasFilters(view) && (hiddenNodes > 0 || hiddenEdges > 0) && (
        <span className="is-note" data-testid="status-hidden">
          {hiddenNodes > 0 ? t.hiddenBy(hiddenNodes) : t.linksHiddenBy(hiddenEdges)}
          <button type="button" className="link-button" onClick={app.resetFilters}>
            {t.resetFilters}
          </button>
        </span>
      )}
      {isFar && <span className="is-note">{t.farOut}</span>}
      {hasMoved && (
        <span className="is-note" data-testid="data-moved">
          {t.dataMoved}
        </span>
      )}
      <ExportMenu model={model} />
      <span className="status-data" title={model.fingerprint}>
        {t.dataVersion} <code>{short}</code>
      </span>
    </footer>
  );
}
