// Ctrl or Cmd K: one field over everything, things of the graph by the server's index and commands by their name.
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Name } from '../../ui/Name.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import { useClose } from '../../ui/use-close.ts';
import { AskedInPalette } from '../ask/AskedInPalette.tsx';
import { useAsk } from '../ask/use-ask.ts';
import { consoleWords } from '../console/words.ts';
import { toQuery, useSearch } from '../search/use-search.ts';
import { commandsOf } from './commands.ts';

const MAX_THINGS = 8;
type Kind = 'thing' | 'command' | 'question';
/** Then asking comes first; else it is the last thing offered. */
const isQuestion = (text: string): boolean =>
  /[?？]\s*$|^(?:which|what|who|how|where|when|list|show)\s+\S|哪|什么|怎么|多少|有没有|吗$/i.test(text.trim());
const MIN_QUESTION = 4;

export default function Palette() {
  const app = useApp();
  const { t, lang } = useWords();
  const words = consoleWords(lang);
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const search = useSearch(typed);
  const { state: asked, ask, forget } = useAsk();
  const close = useClose('palette');
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const commands = useMemo(() => commandsOf(app, t), [app, t]);
  const needle = typed.trim().toLocaleLowerCase();
  const things =
    search.status === 'done' && search.q === toQuery(typed)
      ? search.response.hits.slice(0, MAX_THINGS).map((hit) => ({
          id: hit.id,
          kind: 'thing' as const,
          content: (
            <>
              <TypeIcon type={hit.type} />
              <span className="hit-name">
                <Name node={hit} />
                {hit.matched !== null && <bdi className="hit-matched">{t.matchedAs(hit.matched)}</bdi>}
              </span>
              <span className="hit-type">{t.types[hit.type]}</span>
            </>
          ),
          run: () => {
            app.select(hit.id);
            app.ui.patch({ sheet: 'stage' });
            document.getElementById('stage')?.focus({ preventScroll: true });
          },
        }))
      : [];
  const matching = commands
    .filter(({ name }) => name.toLocaleLowerCase().includes(needle))
    .map(({ id, name, run }) => ({
      id,
      kind: 'command' as const,
      content: (
        <>
          <Icon name="chevron" />
          <span className="hit-name">{name}</span>
        </>
      ),
      run,
    }));
  const question = typed.trim();
  const questions =
    question.length < MIN_QUESTION
      ? []
      : [
          {
            id: 'ask',
            kind: 'question' as const,
            content: (
              <>
                <Icon name="help" />
                <span className="hit-name">
                  <bdi>{words.askThis(question)}</bdi>
                </span>
              </>
            ),
            run: null,
          },
        ];
  const items = isQuestion(typed) ? [...questions, ...things, ...matching] : [...things, ...matching, ...questions];
  const at = Math.min(active, Math.max(0, items.length - 1));
  const choose = (index: number): void => {
    const item = items[index];
    if (!item) return;
    if (item.run === null) ask(question);
    else {
      close();
      // After the dialog has given the focus back.
      setTimeout(item.run);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && items.length > 0 && asked.status === 'idle') {
      event.preventDefault();
      const next = (at + by + items.length) % items.length;
      setActive(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (asked.status === 'idle') choose(at);
      else ask(question);
    }
  };
  const group = (name: string, kind: Kind) =>
    items.some((item) => item.kind === kind) && (
      // biome-ignore lint/a11y/useSemanticElements: options inside a listbox are grouped by role
      <div role="group" aria-label={name}>
        <p className="palette-head" aria-hidden="true">
          {name}
        </p>
        {items.map(
          (item, index) =>
            item.kind === kind && (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the focus stays in the field, whose keys move and choose (ARIA combobox)
              <div
                key={item.id}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                data-testid={`palette-${kind}`}
                data-id={item.id}
                onPointerMove={() => setActive(index)}
                onClick={() => choose(index)}
              >
                {item.content}
              </div>
            ),
        )}
      </div>
    );
  return (
    <dialog ref={dialog} className="dialog palette" data-testid="palette" aria-label={t.w.palette} onClose={close}>
      <div className="search-field">
        <Icon name="search" />
        <input
          data-testid="palette-input"
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={t.w.palette}
          aria-expanded={asked.status === 'idle'}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={items.length > 0 && asked.status === 'idle' ? `${listId}-${at}` : undefined}
          placeholder={t.w.paletteHint}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
            forget();
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={listId} role="listbox" aria-label={t.w.palette} className="palette-list" hidden={asked.status !== 'idle'}>
        {isQuestion(typed) && group(words.questions, 'question')}
        {group(t.w.paletteThings, 'thing')}
        {group(t.w.paletteCommands, 'command')}
        {!isQuestion(typed) && group(words.questions, 'question')}
      </div>
      {asked.status !== 'idle' && (
        <AskedInPalette
          key={asked.status === 'done' ? asked.response.question : ''}
          state={asked}
          onAsk={(next) => {
            setTyped(next);
            ask(next);
          }}
          onClose={close}
        />
      )}
      {items.length === 0 && <p className="hits-note">{search.status === 'searching' ? t.searching : t.w.paletteNothing}</p>}
      <p className="visually-hidden" role="status">
        {t.hitsFound(items.length)}
      </p>
    </dialog>
  );
}
