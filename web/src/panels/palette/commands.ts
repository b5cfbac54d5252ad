// What the palette can do besides finding things: everything that has a button somewhere, in one list.
import type { Dictionary } from '../../i18n/dictionary.ts';
import type { App } from '../../state/app.ts';
import { PROJECTIONS, TABS, THEMES } from '../../state/view-state.ts';
import { EXPORTS, runExport } from '../export/run-export.ts';

export interface Command {
  readonly id: string;
  readonly name: string;
  readonly run: () => void;
}

export function commandsOf(app: App, t: Dictionary): Command[] {
  const { view, ui } = app;
  const toView = (run: () => void) => (): void => {
    run();
    ui.patch({ sheet: 'stage' });
  };
  return [
    ...TABS.map((tab) => ({ id: `view-${tab}`, name: t.w.goTo(t.tabs[tab]), run: toView(() => view.patch({ tab })) })),
    ...PROJECTIONS.map((projection) => ({
      id: `map-${projection}`,
      name: `${t.w.projection}: ${t.w.projections[projection]}`,
      run: toView(() => view.patch({ projection, tab: 'map' })),
    })),
    { id: 'undo', name: t.w.undo, run: app.undo },
    { id: 'redo', name: t.w.redo, run: app.redo },
    { id: 'reset', name: t.resetFilters, run: app.resetFilters },
    { id: 'whole-map', name: t.w.wholeMap, run: toView(app.showAll) },
    {
      id: 'lasso',
      name: t.w.lasso,
      run: toView(() => {
        view.patch({ tab: 'map' });
        ui.patch({ isLassoing: true });
      }),
    },
    { id: 'add', name: t.w.addReport, run: () => ui.patch({ dialog: 'add' }) },
    { id: 'decisions', name: t.w.decisions, run: () => ui.patch({ dialog: 'decisions' }) },
    ...EXPORTS.map(({ id, label }) => ({ id: `export-${id}`, name: `${t.v.export}: ${label(t)}`, run: () => void runExport(app, id) })),
    { id: 'language', name: t.switchLanguage, run: () => view.patch({ lang: view.get().lang === 'zh' ? 'en' : 'zh' }) },
    ...THEMES.map((theme) => ({ id: `theme-${theme}`, name: `${t.theme}: ${t.themes[theme]}`, run: () => view.patch({ theme }) })),
    { id: 'help', name: t.help, run: () => ui.patch({ dialog: 'help' }) },
    { id: 'tour', name: t.w.tourStart, run: () => ui.patch({ tourStep: 0 }) },
  ];
}
