// While there is no graph to show: loading, empty, server away, server in trouble. Each says what to do next.
import type { GraphState } from '../../state/app.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { describeFailure, Notice } from '../../ui/Notice.tsx';

export function LoadState({ state }: { state: GraphState }) {
  const app = useApp();
  const { t } = useWords();
  if (state.status === 'loading') {
    return (
      <div className="loading" data-testid="loading" role="status">
        <span className="loading-dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {t.loading}
      </div>
    );
  }
  const words =
    state.status === 'failed' ? describeFailure(state.failure, t) : { title: t.emptyTitle, text: t.emptyNext, command: t.emptyCommand };
  return (
    <Notice {...words} testId={state.status === 'failed' ? 'load-failed' : 'load-empty'} isAlert={state.status === 'failed'}>
      <button type="button" className="button is-main" data-testid="reload" onClick={() => void app.load()}>
        {t.reload}
      </button>
    </Notice>
  );
}
