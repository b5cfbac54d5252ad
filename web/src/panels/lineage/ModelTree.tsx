// The family as an indented tree: family, size or stage, derived models; beside each how many papers touch it, base, auxiliary and compared apart.
import type { CSSProperties } from 'react';
import type { LineageNode, LineageResponse } from '../../../../src/shared/api/lineage.ts';
import { ROLES_IN_ORDER } from '../../state/lineage.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { Name } from '../../ui/Name.tsx';
import { RoleLine } from '../../ui/RoleLine.tsx';

export function ModelTree({ response: { tree, model } }: { response: LineageResponse }) {
  const { t } = useWords();
  return (
    <section className="model-tree" aria-label={t.v.familyTree} data-testid="model-tree">
      <h3>{t.v.familyTree}</h3>
      <ul>
        {tree.map((entry) => (
          <TreeRow key={entry.node.id} entry={entry} isChosen={entry.node.id === model.id} />
        ))}
      </ul>
      <p className="legend-note">
        {ROLES_IN_ORDER.slice(0, 3).map((role) => (
          <span key={role} className="tree-key">
            <RoleLine type={role} />
            {t.roles[role]}
          </span>
        ))}
      </p>
    </section>
  );
}

function TreeRow({ entry, isChosen }: { entry: LineageNode; isChosen: boolean }) {
  const app = useApp();
  const { t } = useWords();
  const counts = ROLES_IN_ORDER.filter((role) => role !== 'PROPOSES' && entry.papers[role] > 0);
  return (
    <li style={{ '--depth': entry.depth } as CSSProperties}>
      <button
        type="button"
        className="tree-row"
        aria-current={isChosen || undefined}
        data-testid="tree-row"
        data-id={entry.node.id}
        onClick={() => app.select(entry.node.id)}
      >
        {entry.via === 'DERIVED_FROM' && <span className="tag">{t.roles.DERIVED_FROM}</span>}
        <Name node={entry.node} />
        {counts.map((role) => (
          <span key={role} className="tree-count" title={t.roles[role]}>
            <RoleLine type={role} />
            <span className="count">
              <span className="visually-hidden">{t.roles[role]} </span>
              {entry.papers[role]}
            </span>
          </span>
        ))}
      </button>
    </li>
  );
}
