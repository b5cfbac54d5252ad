// Every correction that stands, newest first, each with its undo.
import { useState } from 'react';
import type { Decision } from '../../../../src/shared/api/overrides.ts';
import { type ApiFailure, toFailure } from '../../api/failure.ts';
import type { Dictionary } from '../../i18n/dictionary.ts';
import { formatDate, namesOf } from '../../i18n/format.ts';
import { undoDecision } from '../../state/decisions.ts';
import { isEdgeType } from '../../state/view-state.ts';
import { useApp, useGraphState, useWords } from '../../ui/AppContext.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { describeFailure } from '../../ui/Notice.tsx';
import { useClose } from '../../ui/use-close.ts';
import { useRemote } from '../../ui/use-remote.ts';
import { PanelState } from '../details/PanelState.tsx';

function toWords(decision: Decision, t: Dictionary, nameOf: (id: string) => string): string {
  if (decision.kind === 'hide') {
    const [paper = '', type = '', entity = ''] = decision.edge.split('|');
    return t.w.decisionHide(`${nameOf(`paper:${paper}`)} ${isEdgeType(type) ? t.roles[type] : type} ${nameOf(entity)}`);
  }
  if (decision.kind === 'correct')
    return t.w.decisionCorrect(
      `${nameOf(`paper:${decision.paper}`)} · ${nameOf(decision.entity)}`,
      decision.role ? t.w.kinds[decision.role] : '',
      decision.name ?? '',
    );
  return decision.kind === 'alias' ? t.w.decisionAlias(decision.name, decision.target) : t.w.decisionNeverMerge(decision.name);
}

export default function DecisionsDialog() {
  const app = useApp();
  const { t, lang } = useWords();
  const state = useGraphState();
  const { remote, retry } = useRemote('all', app.api.overrides);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const close = useClose('decisions');
  const nameOf = (id: string): string => {
    const node = state.status === 'ready' ? state.model.nodeById.get(id) : undefined;
    return node ? namesOf(node, lang).main : id;
  };
  const undo = (id: string): void => {
    setBusy(id);
    setFailure(null);
    undoDecision(app, id)
      .then(retry)
      .catch((cause: unknown) => setFailure(toFailure(cause)))
      .finally(() => setBusy(null));
  };
  return (
    <Dialog title={t.w.decisions} testId="decisions" onClose={close}>
      <p className="quiet">{t.w.decisionKept}</p>
      {remote.status !== 'ready' && <PanelState remote={remote} retry={retry} />}
      {failure && (
        <p className="is-unsure" role="alert">
          {describeFailure(failure, t).title}. {describeFailure(failure, t).text}
        </p>
      )}
      {remote.status === 'ready' && remote.data.overrides.length === 0 && (
        <p>
          {t.w.noDecisions}. {t.w.noDecisionsNext}
        </p>
      )}
      {remote.status === 'ready' && (
        <ul className="decisions">
          {remote.data.overrides.map(({ id, at, decision }) => (
            <li key={id} data-testid="decision" data-id={id}>
              <p>
                <bdi>{toWords(decision, t, nameOf)}</bdi> <span className="quiet">{formatDate(at, lang)}</span>
              </p>
              <button type="button" className="button" data-testid="decision-undo" disabled={busy !== null} onClick={() => undo(id)}>
                {busy === id ? t.w.saving : t.w.undo}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
