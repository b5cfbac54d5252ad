// The hits of a search; a hit that was found under another name says which.
import { useWords } from '../../ui/AppContext.tsx';
import { Name } from '../../ui/Name.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import type { SearchState } from './use-search.ts';

interface Props {
  readonly state: SearchState;
  readonly isOpen: boolean;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onChoose: (id: string) => void;
}

function Message({ state }: { state: SearchState }) {
  const { t } = useWords();
  if (state.status === 'searching') return <p className="hits-note">{t.searching}</p>;
  if (state.status === 'failed') return <p className="hits-note">{t.searchFailed}</p>;
  if (state.status !== 'done') return null;
  if (state.response.hits.length === 0) {
    return (
      <p className="hits-note" data-testid="no-hits">
        <strong>{t.noHits(state.q)}</strong> {t.noHitsNext}
      </p>
    );
  }
  return state.response.truncated ? <p className="hits-note">{t.hitsShown(state.response.hits.length, state.response.total)}</p> : null;
}

export function SearchHits({ state, isOpen, active, onActive, onChoose }: Props) {
  const { t } = useWords();
  const hits = state.status === 'done' ? state.response.hits : [];
  return (
    <div className="hits" hidden={!isOpen} onPointerDown={(event) => event.preventDefault()}>
      <div id="search-hits" role="listbox" aria-label={t.search} data-testid="search-hits">
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the focus stays in the field, whose keys move and choose (ARIA combobox)
          <div
            key={hit.id}
            id={`hit-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            data-testid="search-hit"
            data-id={hit.id}
            onPointerEnter={() => onActive(index)}
            onClick={() => onChoose(hit.id)}
          >
            <TypeIcon type={hit.type} />
            <span className="hit-name">
              <Name node={hit} />
              {hit.matched !== null && <bdi className="hit-matched">{t.matchedAs(hit.matched)}</bdi>}
            </span>
            <span className="hit-type">
              {t.types[hit.type]}
              {hit.type !== 'paper' && <span className="count">{hit.papers}</span>}
            </span>
          </div>
        ))}
      </div>
      <Message state={state} />
      <div className="visually-hidden" role="status">
        {isOpen && state.status === 'done' ? t.hitsFound(state.response.total) : ''}
      </div>
    </div>
  );
}
