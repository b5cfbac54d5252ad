// What the keys do and what shapes and lines mean. Opens on ?, closes on Escape.
import { NODE_TYPES } from '../../state/view-state.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import { useClose } from '../../ui/use-close.ts';

export default function HelpDialog() {
  const app = useApp();
  const { t } = useWords();
  const close = useClose('help');
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
    <Dialog title={t.helpTitle} testId="help" onClose={close}>
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
        <button type="button" className="button" data-testid="tour-start" onClick={() => app.ui.patch({ dialog: null, tourStep: 0 })}>
          {t.w.tourStart}
        </button>
        <button type="button" className="button" onClick={() => app.ui.patch({ dialog: 'decisions' })}>
          {t.w.decisions}
        </button>
      </div>
    </Dialog>
  );
}
