// What the keys do and what shapes and lines mean. Opens on ?, closes on Escape.
import { useEffect, useRef } from 'react';
import { NODE_TYPES } from '../../state/view-state.ts';
import { useApp, usePick, useWords } from '../../ui/AppContext.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';

export function HelpDialog() {
  const app = useApp();
  const isHelpOpen = usePick(app.ui, (value) => value.isHelpOpen);
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === isHelpOpen) return;
    if (isHelpOpen) element.showModal();
    else element.close();
  }, [isHelpOpen]);
  const close = (): void => app.ui.patch({ isHelpOpen: false });
  const keys: readonly (readonly [readonly string[], string])[] = [
    [['/'], t.keySearch],
    [['Ctrl', 'K'], t.keyPalette],
    [['Ctrl', 'Z'], t.keyUndo],
    [['?'], t.keyHelp],
    [['Esc'], t.keyEscape],
    [['→', '←'], t.keyNeighbours],
    [['↓', '↑'], t.keyFollow],
    [['Enter'], t.keyEnter],
    [['+', '−', '0'], t.keyZoom],
    [['e', 'c', 'm'], t.keyExplore],
  ];
  return (
    <dialog ref={dialog} className="dialog" data-testid="help" aria-labelledby="help-title" onClose={close}>
      <div className="dialog-head">
        <h2 id="help-title">{t.helpTitle}</h2>
        <button type="button" className="tool" aria-label={t.close} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <h3>{t.helpKeys}</h3>
      <dl className="keys">
        {keys.map(([caps, meaning]) => (
          <div key={meaning}>
            <dt>
              {caps.map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h3>{t.helpShapes}</h3>
      <ul className="help-shapes">
        {NODE_TYPES.map((type) => (
          <li key={type}>
            <TypeIcon type={type} />
            {t.types[type]}
          </li>
        ))}
      </ul>
      <p>{t.helpShapesText}</p>
      <div className="dialog-actions">
        <button type="button" className="button" data-testid="tour-start" onClick={() => app.ui.patch({ isHelpOpen: false, tourStep: 0 })}>
          {t.w.tourStart}
        </button>
        <button type="button" className="button" onClick={() => app.ui.patch({ isHelpOpen: false, dialog: 'decisions' })}>
          {t.w.decisions}
        </button>
      </div>
    </dialog>
  );
}
