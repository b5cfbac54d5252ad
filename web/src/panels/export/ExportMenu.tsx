// Exports of what is on screen: links, nodes, papers, the table of the view, and the map as a picture.
import { useRef } from 'react';
import { useApp, usePick, useView, useWords } from '../../ui/AppContext.tsx';
import { canExport, EXPORTS, runExport } from './run-export.ts';

export function ExportMenu() {
  const app = useApp();
  useView();
  usePick(app.ui, (value) => value.viewTable !== null);
  usePick(app.ui, (value) => value.mapPicture !== null);
  const { t } = useWords();
  const menu = useRef<HTMLDetailsElement>(null);
  return (
    <details
      className="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return;
        event.stopPropagation();
        event.nativeEvent.stopImmediatePropagation();
        menu.current.open = false;
        menu.current.querySelector('summary')?.focus();
      }}
    >
      <summary data-testid="export-open" title={t.w.exportMenu}>
        {t.v.export}
      </summary>
      <div className="menu-items">
        {EXPORTS.filter(({ id }) => canExport(app, id)).map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className="menu-item"
            data-testid={`export-${id}`}
            onClick={() => {
              if (menu.current) menu.current.open = false;
              void runExport(app, id);
            }}
          >
            {label(t)}
          </button>
        ))}
      </div>
    </details>
  );
}
