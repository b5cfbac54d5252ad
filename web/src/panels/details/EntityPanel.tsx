// A technique, model, benchmark, data set or field: names, facts, family, and its papers grouped by role.
import type { EntityResponse } from '../../../../src/shared/api/entities.ts';
import { formatDate, namesOf } from '../../i18n/format.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { NodeButton } from '../../ui/NodeButton.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import { useRemote } from '../../ui/use-remote.ts';
import { CompareButton } from '../compare/CompareButton.tsx';
import { ShowCypher } from '../cypher/ShowCypher.tsx';
import { ExploreBox } from '../explore/ExploreBox.tsx';
import { Aliases } from './Aliases.tsx';
import { PanelHead } from './PanelHead.tsx';
import { PanelState } from './PanelState.tsx';
import { RoleGroupView } from './RoleGroupView.tsx';

export function EntityPanel({ id }: { id: string }) {
  const { api } = useApp();
  const { remote, retry } = useRemote(id, api.entity);
  return remote.status === 'ready' ? <Entity response={remote.data} /> : <PanelState remote={remote} retry={retry} />;
}

function Entity({ response: { entity, parents, children, roles } }: { response: EntityResponse }) {
  const { t, lang } = useWords();
  const { main, other } = namesOf(entity, lang);
  return (
    <article className="panel" data-testid="entity-panel" data-id={entity.id}>
      <PanelHead
        kind={
          <span className="kind">
            <TypeIcon type={entity.type} />
            {t.types[entity.type]}
            {entity.type === 'benchmark' && entity.labels.includes('Dataset') && <span className="quiet">, {t.alsoDataset}</span>}
          </span>
        }
      >
        <h2>
          <bdi>{main}</bdi>
        </h2>
        {other !== null && (
          <p className="name-beside" lang={lang === 'zh' ? 'en' : 'zh-CN'}>
            <bdi>{other}</bdi>
          </p>
        )}
        <CompareButton id={entity.id} />
      </PanelHead>
      <dl className="facts is-wide">
        <div>
          <dt>{t.papers}</dt>
          <dd>{entity.papers}</dd>
        </div>
        <div>
          <dt>{t.firstSeen}</dt>
          <dd>{formatDate(entity.firstSeen, lang)}</dd>
        </div>
        <div>
          <dt>{t.lastSeen}</dt>
          <dd>{formatDate(entity.lastSeen, lang)}</dd>
        </div>
      </dl>
      <Aliases aliases={entity.aliases.filter((alias) => alias !== main && alias !== other)} />
      {parents.length > 0 && (
        <section>
          <h3>{t.parents}</h3>
          <div className="chips">
            {parents.map((node) => (
              <NodeButton key={node.id} node={node} />
            ))}
          </div>
        </section>
      )}
      {children.length > 0 && (
        <section>
          <h3>{t.children}</h3>
          <div className="chips">
            {children.map((node) => (
              <NodeButton key={node.id} node={node} />
            ))}
          </div>
        </section>
      )}
      <ExploreBox id={entity.id} />
      {roles.map((group) => (
        <RoleGroupView key={group.role} group={group} />
      ))}
      {roles.length === 0 && (
        <p className="quiet">
          {t.noRoles}. {t.noRolesNext}
        </p>
      )}
      <ShowCypher id="entity-papers" params={{ id: entity.id }} />
    </article>
  );
}
