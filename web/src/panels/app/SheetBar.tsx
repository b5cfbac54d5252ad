// On a phone: switches between find, view and details. Opening something never covers the stage by itself; the bar says what is chosen.

import { namesOf } from '../../i18n/format.ts';
import type { Sheet } from '../../state/app.ts';
import { useApp, useGraphState, usePick, useViewOf, useWords } from '../../ui/AppContext.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Tour } from '../tour/Tour.tsx';

const SHEETS: readonly { readonly id: Sheet; readonly icon: IconName }[] = [
  { id: 'find', icon: 'search' },
  { id: 'stage', icon: 'map' },
  { id: 'details', icon: 'panel' },
];

export function SheetBar() {
  const app = useApp();
  const sheet = usePick(app.ui, (value) => value.sheet);
  const { selected, edge } = useViewOf('selected', 'edge');
  const state = useGraphState();
  const { t, lang } = useWords();
  const model = state.status === 'ready' ? state.model : null;
  const link = edge === null ? undefined : model?.edgeById.get(edge);
  const node = model?.nodeById.get(link?.target ?? selected ?? '');
  const chosen = node ? `${link ? `${t.roles[link.type]} ` : ''}${namesOf(node, lang).main}` : null;
  return (
    <div className="sheet-bar">
      <Tour place="bar" />
      {chosen !== null && sheet === 'stage' && (
        <button type="button" className="peek" data-testid="peek" onClick={() => app.ui.patch({ sheet: 'details' })}>
          <bdi>{chosen}</bdi>
          <span className="peek-more">{link ? t.evidence : t.openDetails}</span>
        </button>
      )}
      <nav aria-label={t.views}>
        {SHEETS.map(({ id, icon }) => (
          <button
            key={id}
            type="button"
            data-testid={`sheet-${id}`}
            aria-pressed={sheet === id}
            onClick={() => app.ui.patch({ sheet: id })}
          >
            <Icon name={icon} />
            {t.sheets[id]}
          </button>
        ))}
      </nav>
    </div>
  );
}
