// The papers of a lineage: base models first and grouped by shared technique; auxiliary, compared and proposed in lists of their own.
import type { LineagePaper, LineageResponse, ModelRole } from '../../../../src/shared/api/lineage.ts';
import { formatDate, namesOf } from '../../i18n/format.ts';
import { countPapers, groupByTechnique, papersOnce, ROLES_IN_ORDER } from '../../state/lineage.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { NodeButton } from '../../ui/NodeButton.tsx';
import { RoleLine } from '../../ui/RoleLine.tsx';
import { EdgeEvidence } from '../details/EdgeEvidence.tsx';

export function LineagePapers({ response }: { response: LineageResponse }) {
  const { t } = useWords();
  const roles = ROLES_IN_ORDER.filter((role) => response.papers.some(({ edge }) => edge.type === role));
  if (roles.length === 0) return <p className="quiet">{t.v.noPaperTouches}</p>;
  return roles.map((role) => <RoleSection key={role} role={role} response={response} />);
}

function RoleSection({ role, response }: { role: ModelRole; response: LineageResponse }) {
  const { t } = useWords();
  const papers = response.papers.filter(({ edge }) => edge.type === role);
  return (
    <section className="role-group" data-testid="lineage-role" data-role={role}>
      <h3>
        <RoleLine type={role} />
        {t.rolesInverse[role]}
        <span className="count">{countPapers(papers)}</span>
      </h3>
      {role === 'BUILDS_ON' ? (
        groupByTechnique(response.papers, role).map(({ technique, papers: members }) => (
          <div key={technique?.id ?? 'rest'} className="technique-group" data-testid="technique-group">
            <h4>{technique ? <NodeButton node={technique} count={countPapers(members)} /> : t.v.ownTechniques}</h4>
            <PaperList papers={members} response={response} />
          </div>
        ))
      ) : (
        <PaperList papers={papers} response={response} />
      )}
    </section>
  );
}

/** A paper once, with a line for each model of the family that it touches. */
function PaperList({ papers, response }: { papers: readonly LineagePaper[]; response: LineageResponse }) {
  const app = useApp();
  const { lang } = useWords();
  const nameOf = (id: string): string => {
    const node = response.tree.find((entry) => entry.node.id === id)?.node ?? response.model;
    return namesOf(node, lang).main;
  };
  return (
    <ul className="cell-papers">
      {papersOnce(papers).map(({ paper, entries }) => (
        <li key={paper.id} data-testid="lineage-paper" data-id={paper.id}>
          <button type="button" className="title-button" onClick={() => app.select(`paper:${paper.id}`)}>
            <bdi lang={paper.lang}>{paper.title}</bdi>
          </button>
          <p className="edge-row-note">{`${formatDate(paper.date, lang)} · ${paper.id}`}</p>
          {entries.map(({ edge, model }) => (
            <EdgeEvidence key={edge.id} edge={edge} view={edge} name={nameOf(model)} />
          ))}
        </li>
      ))}
    </ul>
  );
}
