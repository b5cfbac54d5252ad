// The papers of a technique by role, each relation with its sentence; a variant is named where the paper names a variant.
import { formatDate, namesOf } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import type { Technique } from '../../state/technique.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { RoleLine } from '../../ui/RoleLine.tsx';
import { EdgeEvidence } from '../details/EdgeEvidence.tsx';

export function TechniquePapers({ technique, model }: { technique: Technique; model: GraphModel }) {
  const app = useApp();
  const { t, lang } = useWords();
  const nameOf = (id: string): string => {
    const node = model.nodeById.get(id);
    return node ? namesOf(node, lang).main : id;
  };
  return (
    <section className="lineage-papers">
      {technique.roles.length === 0 && <p className="quiet">{t.noRoles}</p>}
      {technique.roles.map(({ role, papers }) => (
        <section key={role} className="role-group" data-testid="technique-role" data-role={role}>
          <h3>
            <RoleLine type={role} />
            {t.rolesInverse[role]}
            <span className="count">{papers.length}</span>
          </h3>
          <ul className="cell-papers">
            {papers.map(({ paper, edges }) => (
              <li key={paper.id}>
                <button type="button" className="title-button" onClick={() => app.select(paper.id)}>
                  <bdi>{paper.name}</bdi>
                </button>
                <p className="edge-row-note">{formatDate(paper.date, lang)}</p>
                {edges.map((edge) => (
                  <EdgeEvidence key={edge.id} edge={edge} name={nameOf(edge.target)} />
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
