// Exports of what is on screen, by name: the menu and the palette run the same ones.
import type { Dictionary } from '../../i18n/dictionary.ts';
import type { App } from '../../state/app.ts';
import { projectMap } from '../../state/project-map.ts';
import { selectVisible } from '../../state/visible.ts';
import { download, downloadPicture } from './download.ts';

export type ExportId = 'csv' | 'json' | 'gexf' | 'graphml' | 'bibtex' | 'table' | 'svg' | 'png';

export const EXPORTS: readonly { readonly id: ExportId; readonly label: (t: Dictionary) => string }[] = [
  { id: 'table', label: (t) => t.w.exportTable },
  { id: 'csv', label: (t) => t.v.exportCsv },
  { id: 'json', label: (t) => t.v.exportJson },
  { id: 'gexf', label: (t) => t.w.exportGexf },
  { id: 'graphml', label: (t) => t.w.exportGraphml },
  { id: 'bibtex', label: (t) => t.v.exportBibtex },
  { id: 'svg', label: (t) => t.v.exportSvg },
  { id: 'png', label: (t) => t.v.exportPng },
];

/** Whether there is something on screen for it. */
export function canExport({ ui, view }: Pick<App, 'ui' | 'view'>, id: ExportId): boolean {
  const { viewTable, mapPicture } = ui.get();
  if (id === 'table') return viewTable !== null;
  if (id === 'svg' || id === 'png') return mapPicture !== null && (view.get().tab === 'map' || view.get().split);
  return true;
}

export async function runExport(app: App, id: ExportId): Promise<void> {
  const { state } = app.graph.get();
  if (state.status !== 'ready' || !canExport(app, id)) return;
  const view = app.view.get();
  const model = projectMap(state.model, view.projection);
  const visible = selectVisible(model, view);
  const { mapPicture, viewTable } = app.ui.get();
  const data = await import('../../state/export-data.ts');
  const graph = await import('../../state/export-graph.ts');
  if (id === 'csv') download('paperloom-links.csv', 'text/csv', data.linksCsv(model, visible));
  else if (id === 'json') download('paperloom-graph.json', 'application/json', data.graphJson(model, visible));
  else if (id === 'gexf') download('paperloom-graph.gexf', 'application/gexf+xml', graph.toGexf(model, visible));
  else if (id === 'graphml') download('paperloom-graph.graphml', 'application/graphml+xml', graph.toGraphMl(model, visible));
  else if (id === 'bibtex') download('paperloom-papers.bib', 'application/x-bibtex', data.papersBibtex(model, visible));
  else if (id === 'table' && viewTable) download(`paperloom-${view.tab}.csv`, 'text/csv', data.toCsv(viewTable()));
  else if (id === 'svg' && mapPicture) download('paperloom-map.svg', 'image/svg+xml', mapPicture());
  else if (id === 'png' && mapPicture) await downloadPicture('paperloom-map.png', mapPicture());
}
