// The query behind a view, with the parameters of this very view: to read, to copy, to change in the console.
import { useState } from 'react';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useRemote } from '../../ui/use-remote.ts';
import { PanelState } from '../details/PanelState.tsx';

interface Props {
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

export default function CypherDialog({ id, params, onClose }: Props) {
  const app = useApp();
  const { t, lang } = useWords();
  const { remote, retry } = useRemote('all', app.api.gallery);
  const [isCopied, setIsCopied] = useState(false);
  const item = remote.status === 'ready' ? remote.data.items.find((candidate) => candidate.id === id) : undefined;
  const query = item?.query ?? '';
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(query);
      setIsCopied(true);
    } catch {
      // A page that is not served securely has no clipboard; the text can still be selected.
    }
  };
  return (
    <Dialog title={item ? item.title[lang] : t.v.showCypher} testId="cypher-dialog" onClose={onClose}>
      {remote.status !== 'ready' && <PanelState remote={remote} retry={retry} />}
      {item && (
        <>
          <p className="quiet">{t.v.cypherIntro}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, by keyboard too */}
          <pre className="cypher" data-testid="cypher-text" tabIndex={0}>
            {query}
          </pre>
          {item.params.length > 0 && (
            <dl className="facts" aria-label={t.v.parameters}>
              {item.params.map(({ name, example }) => (
                <div key={name}>
                  <dt>
                    <code>${name}</code>
                  </dt>
                  <dd>
                    <code>{params[name] ?? example}</code>
                  </dd>
                </div>
              ))}
            </dl>
          )}
          <div className="dialog-actions">
            <button
              type="button"
              className="button is-main"
              data-testid="open-console"
              onClick={() => {
                const given = Object.fromEntries(item.params.map(({ name, example }) => [name, params[name] ?? example]));
                onClose();
                app.view.patch({ tab: 'console', ask: { query, params: given } });
                app.ui.patch({ sheet: 'stage' });
              }}
            >
              {t.v.openConsole}
            </button>
            <button type="button" className="button" onClick={() => void copy()}>
              {isCopied ? t.v.copied : t.v.copy}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}
