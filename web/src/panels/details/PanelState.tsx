// A panel whose data is on the way or did not come.

import { useApp, useWords } from '../../ui/AppContext.tsx';
import { describeFailure, Notice } from '../../ui/Notice.tsx';
import type { Remote } from '../../ui/use-remote.ts';

export function PanelState({ remote, retry }: { remote: Exclude<Remote<unknown>, { status: 'ready' }>; retry: () => void }) {
  const app = useApp();
  const { t } = useWords();
  if (remote.status === 'loading') {
    return (
      <div className="panel-loading" role="status" aria-label={t.loading}>
        <i />
        <i />
        <i />
      </div>
    );
  }
  return (
    <Notice {...describeFailure(remote.failure, t)} testId="panel-failed" isAlert>
      <button type="button" className="button is-main" onClick={retry}>
        {t.reload}
      </button>
      <button type="button" className="button" onClick={app.stepBack}>
        {t.back}
      </button>
    </Notice>
  );
}
