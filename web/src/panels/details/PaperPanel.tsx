// A paper: its facts, what it proposes, uses, builds on and is measured on, each with the sentence, and its results.
import type { EdgeView } from '../../../../src/shared/api/edges.ts';
import type { PaperResponse } from '../../../../src/shared/api/papers.ts';
import { formatDate } from '../../i18n/format.ts';
import { ROLE_ORDER } from '../../state/view-state.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { Name } from '../../ui/Name.tsx';
import { RoleLine } from '../../ui/RoleLine.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import { useRemote } from '../../ui/use-remote.ts';
import { CompareButton } from '../compare/CompareButton.tsx';
import { ShowCypher } from '../cypher/ShowCypher.tsx';
import { ExploreBox } from '../explore/ExploreBox.tsx';
import { EdgeRow } from './EdgeRow.tsx';
import { PanelHead } from './PanelHead.tsx';
import { PanelState } from './PanelState.tsx';
import { PaperLink } from './PaperLink.tsx';
import { ResultsTable } from './ResultsTable.tsx';

export function PaperPanel({ id }: { id: string }) {
  const { api } = useApp();
  const { remote, retry } = useRemote(id, api.paper);
  return remote.status === 'ready' ? <Paper response={remote.data} /> : <PanelState remote={remote} retry={retry} />;
}

function Paper({ response: { paper, edges, results } }: { response: PaperResponse }) {
  const { t, lang } = useWords();
  const groups = ROLE_ORDER.map((role) => ({ role, edges: edges.filter((edge) => edge.type === role) })).filter(
    (group) => group.edges.length > 0,
  );
  return (
    <article className="panel" data-testid="paper-panel" data-id={paper.id}>
      <PanelHead
        kind={
          <span className="kind">
            <TypeIcon type="paper" />
            {t.types.paper} <code>{paper.id}</code>
          </span>
        }
      >
        <h2>
          <bdi lang={paper.lang}>{paper.title}</bdi>
        </h2>
        <CompareButton id={`paper:${paper.id}`} />
      </PanelHead>
      <PaperLink url={paper.url} />
      <dl className="facts is-wide">
        <div>
          <dt>{t.digest}</dt>
          <dd>{formatDate(paper.date, lang)}</dd>
        </div>
        {paper.publishedAt !== null && (
          <div>
            <dt>{t.published}</dt>
            <dd>{formatDate(paper.publishedAt, lang)}</dd>
          </div>
        )}
        <div>
          <dt>{t.originalLanguage}</dt>
          <dd>{paper.lang === 'zh' || paper.lang === 'en' ? t.languages[paper.lang] : paper.lang}</dd>
        </div>
        <div>
          <dt>{t.sources}</dt>
          <dd>
            <bdi>{paper.sources.join(', ')}</bdi>
          </dd>
        </div>
      </dl>
      <ExploreBox id={`paper:${paper.id}`} />
      {groups.length === 0 && <p className="quiet">{t.noEdges}</p>}
      {groups.map((group) => (
        <PaperRoleGroup key={group.role} role={group.role} edges={group.edges} />
      ))}
      {results.length > 0 && <ResultsTable paper={paper} results={results} />}
      <ShowCypher id="paper-relations" params={{ id: `paper:${paper.id}` }} />
    </article>
  );
}

function PaperRoleGroup({ role, edges }: { role: (typeof ROLE_ORDER)[number]; edges: readonly EdgeView[] }) {
  const { t } = useWords();
  return (
    <section className="role-group" data-testid="role-group" data-role={role}>
      <h3>
        <RoleLine type={role} />
        {t.roles[role]}
        <span className="count">{edges.length}</span>
      </h3>
      <ul>
        {edges.map((edge) => (
          <EdgeRow key={edge.id} edge={edge} target={edge.to.id}>
            <TypeIcon type={edge.to.type} />
            <Name node={edge.to} />
          </EdgeRow>
        ))}
      </ul>
    </section>
  );
}
