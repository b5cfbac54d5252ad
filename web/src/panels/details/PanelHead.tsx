// Head of a panel: what type of thing it is, its name, and the way back.
import type { ReactNode } from 'react';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { Icon } from '../../ui/Icon.tsx';

interface Props {
  readonly kind: ReactNode;
  readonly children: ReactNode;
}

export function PanelHead({ kind, children }: Props) {
  const app = useApp();
  const { t } = useWords();
  return (
    <div className="panel-head">
      <div className="panel-kind">
        {kind}
        <button
          type="button"
          className="tool is-small"
          data-testid="panel-close"
          aria-label={t.close}
          title={`${t.close} (Esc)`}
          onClick={app.stepBack}
        >
          <Icon name="close" />
        </button>
      </div>
      {children}
    </div>
  );
}
