// The papers that stand in one role to the selected thing, each with its sentence a click away.
import type { RoleGroup } from '../../../../src/shared/api/entities.ts';
import { formatDate } from '../../i18n/format.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { RoleLine } from '../../ui/RoleLine.tsx';
import { EdgeRow } from './EdgeRow.tsx';
import { PaperLink } from './PaperLink.tsx';

export function RoleGroupView({ group }: { group: RoleGroup }) {
  const app = useApp();
  const { t, lang } = useWords();
  return (
    <section className="role-group" data-testid="role-group" data-role={group.role}>
      <h3>
        <RoleLine type={group.edgeType} />
        {t.rolesInverse[group.edgeType]}
        <span className="count">{group.total}</span>
      </h3>
      <ul>
        {group.items.map(({ paper, edge }) => (
          <EdgeRow
            key={edge.id}
            edge={edge}
            target={`paper:${paper.id}`}
            note={`${formatDate(paper.date, lang)} · ${paper.id}`}
            link={<PaperLink url={paper.url} />}
          >
            <bdi>{paper.title}</bdi>
          </EdgeRow>
        ))}
      </ul>
      {group.truncated && (
        <button type="button" className="link-button" onClick={() => app.view.patch({ tab: 'papers' })}>
          {t.leftOut(group.leftOut)}
        </button>
      )}
    </section>
  );
}
