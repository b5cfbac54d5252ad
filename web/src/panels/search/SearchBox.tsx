// Search with a list of hits below it: a combobox by the ARIA pattern, for mouse, keyboard and screen reader alike.
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SearchHits } from './SearchHits.tsx';
import { toQuery, useSearch } from './use-search.ts';

export function SearchBox() {
  const app = useApp();
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const state = useSearch(typed);
  const hits = state.status === 'done' ? state.response.hits : [];
  // Enter pressed before the answer to what is typed is there waits for it: the first hit of an older word is not meant.
  const isFresh = state.status === 'done' && state.q === toQuery(typed);
  const [isWaiting, setIsWaiting] = useState(false);
  const isListed = isOpen && state.status !== 'idle';

  const choose = (id: string): void => {
    setIsOpen(false);
    app.select(id);
    app.ui.patch({ sheet: 'stage' });
    if (matchMedia('(min-width: 901px)').matches) document.getElementById('stage')?.focus({ preventScroll: true });
  };
  useEffect(() => {
    const hit = hits[active];
    if (!isWaiting || !isFresh) return;
    setIsWaiting(false);
    if (hit) choose(hit.id);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && hits.length > 0) {
      event.preventDefault();
      setIsOpen(true);
      setActive((active + move + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      const hit = hits[active];
      if (!isFresh && toQuery(typed) !== '') setIsWaiting(true);
      else if (isListed && hit) choose(hit.id);
      else setIsOpen(true);
    } else if (event.key === 'Escape' && (isListed || typed !== '')) {
      event.preventDefault();
      if (!isListed) setTyped('');
      setIsOpen(false);
    }
  };

  return (
    <search className="search">
      <label className="search-field">
        <Icon name="search" />
        <span className="visually-hidden">{t.search}</span>
        <input
          id="search-input"
          data-testid="search-input"
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={isListed}
          aria-controls="search-hits"
          aria-autocomplete="list"
          aria-activedescendant={isListed && hits.length > 0 ? `hit-${active}` : undefined}
          placeholder={t.searchPlaceholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
            setIsWaiting(false);
            setIsOpen(true);
          }}
          onFocus={() => setIsOpen(true)}
          onBlur={() => setIsOpen(false)}
          onKeyDown={onKeyDown}
        />
        <span className="key" aria-hidden="true">
          /
        </span>
      </label>
      <SearchHits state={state} isOpen={isListed} active={active} onActive={setActive} onChoose={choose} />
    </search>
  );
}
