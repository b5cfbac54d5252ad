// One relation in a list: its name chooses the other end, its quote button unfolds the sentence.
import { type ReactNode, useId, useState } from 'react';
import type { EdgeView } from '../../../../src/shared/api/edges.ts';
import { UNSURE_BELOW } from '../../graph/edge-style.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { EvidenceList } from './EvidenceList.tsx';

interface Props {
  readonly edge: EdgeView;
  readonly target: string;
  readonly children: ReactNode;
  readonly note?: ReactNode;
  readonly link?: ReactNode;
}

export function EdgeRow({ edge, target, children, note, link }: Props) {
  const app = useApp();
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const over = (hoveredEdge: string | null) => () => app.ui.patch({ hoveredEdge });
  return (
    <li className="edge-row" data-testid="edge-row" data-id={edge.id} onPointerEnter={over(edge.id)} onPointerLeave={over(null)}>
      <div className="edge-row-head">
        <button type="button" className="title-button" onClick={() => app.select(target)}>
          {children}
        </button>
        {edge.confidence < UNSURE_BELOW && <span className="unsure">{t.unconfirmed}</span>}
        <button
          type="button"
          className="tool is-small"
          data-testid="evidence-toggle"
          aria-label={t.showEvidence}
          title={t.showEvidence}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon name="quote" />
        </button>
      </div>
      {note && <p className="edge-row-note">{note}</p>}
      <div id={id} hidden={!isOpen}>
        {isOpen && <EvidenceList edge={edge} />}
        {isOpen && link}
      </div>
    </li>
  );
}
