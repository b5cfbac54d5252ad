// One relation as a line that unfolds its sentence, fetched only then: for views that know edges of the map but not their evidence.
import { useId, useState } from 'react';
import type { EdgeView } from '../../../../src/shared/api/edges.ts';
import type { GraphEdge } from '../../../../src/shared/api/graph.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RoleLine } from '../../ui/RoleLine.tsx';
import { useRemote } from '../../ui/use-remote.ts';
import { EvidenceList } from './EvidenceList.tsx';
import { PanelState } from './PanelState.tsx';
import { PaperLink } from './PaperLink.tsx';

interface Props {
  readonly edge: Pick<GraphEdge, 'id' | 'type'>;
  /** What stands at the end of the relation, in words. */
  readonly name: string;
  /** Read from the thing, not from the paper: "Used by X" instead of "uses X". */
  readonly isInverse?: boolean;
  /** When the sentences are at hand already. */
  readonly view?: EdgeView;
}

export function EdgeEvidence({ edge, name, view, isInverse = false }: Props) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const words = isInverse ? `${t.rolesInverse[edge.type]}: ${name}` : `${t.roles[edge.type]} ${name}`;
  return (
    <div className="edge-evidence" data-testid="edge-evidence" data-id={edge.id}>
      <button
        type="button"
        className="evidence-line"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={t.v.openEvidence(words)}
        data-testid="evidence-toggle"
        onClick={() => setIsOpen(!isOpen)}
      >
        <RoleLine type={edge.type} />
        <bdi>{words}</bdi>
        <Icon name="quote" />
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && (view ? <EvidenceList edge={view} /> : <Loaded id={edge.id} />)}
      </div>
    </div>
  );
}

function Loaded({ id }: { id: string }) {
  const { api } = useApp();
  const { remote, retry } = useRemote(id, api.edge);
  if (remote.status !== 'ready') return <PanelState remote={remote} retry={retry} />;
  return (
    <>
      <EvidenceList edge={remote.data.edge} />
      {remote.data.paper && <PaperLink url={remote.data.paper.url} />}
    </>
  );
}
