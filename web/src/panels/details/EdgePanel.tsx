// One edge of the map: who stands in which role to whom, and every sentence that says so.
import type { EdgeResponse } from '../../../../src/shared/api/edges.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { NodeButton } from '../../ui/NodeButton.tsx';
import { RoleLine } from '../../ui/RoleLine.tsx';
import { useRemote } from '../../ui/use-remote.ts';
import { ShowCypher } from '../cypher/ShowCypher.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { PanelHead } from './PanelHead.tsx';
import { PanelState } from './PanelState.tsx';
import { PaperLink } from './PaperLink.tsx';

export function EdgePanel({ id }: { id: string }) {
  const { api } = useApp();
  const { remote, retry } = useRemote(id, api.edge);
  return remote.status === 'ready' ? <Edge response={remote.data} /> : <PanelState remote={remote} retry={retry} />;
}

function Edge({ response: { edge, paper } }: { response: EdgeResponse }) {
  const { t } = useWords();
  return (
    <article className="panel" data-testid="edge-panel" data-id={edge.id}>
      <PanelHead kind={<span className="kind">{t.evidence}</span>}>
        <h2 className="edge-title">
          <NodeButton node={edge.from} look="row" />
          <span className="edge-role">
            <RoleLine type={edge.type} />
            {t.roles[edge.type]}
          </span>
          <NodeButton node={edge.to} look="row" />
        </h2>
      </PanelHead>
      {edge.evidence.length > 1 && <p className="quiet">{t.evidenceCount(edge.evidence.length)}</p>}
      <EvidenceList edge={edge} />
      {paper && <PaperLink url={paper.url} />}
      {edge.from.type === 'paper' && <ShowCypher id="edge-evidence" params={{ from: edge.from.id, type: edge.type, to: edge.to.id }} />}
    </article>
  );
}
