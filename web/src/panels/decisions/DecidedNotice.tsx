// What the last correction did, over the panel, with its undo; stays until closed.
import { useEffect, useRef, useState } from 'react';
import { type ApiFailure, toFailure } from '../../api/failure.ts';
import { undoDecision } from '../../state/decisions.ts';
import { useApp, usePick, useWords } from '../../ui/AppContext.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { describeFailure } from '../../ui/Notice.tsx';

export function DecidedNotice() {
  const app = useApp();
  const decided = usePick(app.ui, (value) => value.decided);
  const { t } = useWords();
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const undoButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (decided?.id) undoButton.current?.focus();
  }, [decided]);
  if (!decided) return null;
  const { id } = decided;
  const undo = (): void => {
    if (id === null) return;
    setIsBusy(true);
    setFailure(null);
    undoDecision(app, id)
      .catch((cause: unknown) => setFailure(toFailure(cause)))
      .finally(() => setIsBusy(false));
  };
  return (
    <div className="decided" data-testid="decided">
      <p role="status">{failure ? describeFailure(failure, t).title : decided.words}</p>
      {id !== null && (
        <button type="button" ref={undoButton} className="link-button" data-testid="decided-undo" disabled={isBusy} onClick={undo}>
          {t.w.undoDecision}
        </button>
      )}
      <button type="button" className="link-button" data-testid="decisions-open" onClick={() => app.ui.patch({ dialog: 'decisions' })}>
        {t.w.decisions}
      </button>
      <button type="button" className="tool is-small" aria-label={t.close} onClick={() => app.ui.patch({ decided: null })}>
        <Icon name="close" />
      </button>
    </div>
  );
}
