// Exports of what is on screen: links, nodes, papers, and the map as a picture.
import { useRef } from 'react';
import type { GraphModel } from '../../state/graph-model.ts';
import { selectVisible } from '../../state/visible.ts';
import { useApp, usePick, useView, useWords } from '../../ui/AppContext.tsx';
import { download, downloadPicture } from './download.ts';

export function ExportMenu({ model }: { model: GraphModel }) {
  const app = useApp();
  const view = useView();
  const { t } = useWords();
  const map = usePick(app.ui, (value) => value.mapPicture);
  const menu = useRef<HTMLDetailsElement>(null);
  const visible = selectVisible(model, view);
  const run = (make: () => Promise<void> | void) => () => {
    if (menu.current) menu.current.open = false;
    void make();
  };
  const data = (name: string, type: string, pick: 'linksCsv' | 'graphJson' | 'papersBibtex') =>
    run(async () => {
      const make = (await import('../../state/export-data.ts'))[pick];
      download(name, type, make(model, visible));
    });
  const item = (id: string, label: string, onClick: () => void) => (
    <button type="button" className="menu-item" data-testid={`export-${id}`} onClick={onClick}>
      {label}
    </button>
  );
  return (
    <details className="menu" ref={menu}>
      <summary data-testid="export-open">{t.v.export}</summary>
      <div className="menu-items">
        {item('csv', t.v.exportCsv, data('paperloom-links.csv', 'text/csv', 'linksCsv'))}
        {item('json', t.v.exportJson, data('paperloom-graph.json', 'application/json', 'graphJson'))}
        {item('bibtex', t.v.exportBibtex, data('paperloom-papers.bib', 'application/x-bibtex', 'papersBibtex'))}
        {map &&
          view.tab === 'map' &&
          item(
            'svg',
            t.v.exportSvg,
            run(() => download('paperloom-map.svg', 'image/svg+xml', map())),
          )}
        {map &&
          view.tab === 'map' &&
          item(
            'png',
            t.v.exportPng,
            run(() => downloadPicture('paperloom-map.png', map())),
          )}
      </div>
    </details>
  );
}
