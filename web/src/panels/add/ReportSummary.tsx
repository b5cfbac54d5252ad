// What an ingest did or would do, in words, with everything that could not be read and where.
import type { IngestPreview, IngestReport } from '../../../../src/shared/api/ingest.ts';
import { namesOf } from '../../i18n/format.ts';
import { isEdgeType } from '../../state/view-state.ts';
import { useGraphState, useWords } from '../../ui/AppContext.tsx';
import { RoleLine } from '../../ui/RoleLine.tsx';

const FIRST_EDGES = 12;
const FIRST_PROBLEMS = 8;

interface Props {
  readonly report: IngestReport;
  readonly edges: IngestPreview['edges'];
  readonly testId: string;
}

export function ReportSummary({ report: { papers, nodes, edges: counts, diagnostics }, edges, testId }: Props) {
  const { t, lang } = useWords();
  const state = useGraphState();
  const nameOf = (id: string): string => {
    const node = state.status === 'ready' ? (state.model.nodeById.get(id) ?? state.model.nodeById.get(`paper:${id}`)) : undefined;
    return node ? namesOf(node, lang).main : id;
  };
  const total = papers.added + papers.changed + papers.unchanged + papers.failed;
  return (
    <div data-testid={testId}>
      <ul className="plain-list">
        <li>{t.w.addPapers(papers.added, papers.changed, papers.unchanged, papers.failed)}</li>
        <li>{t.w.addNodes(nodes.added, nodes.removed)}</li>
        <li>{t.w.addEdges(counts.added, counts.changed, counts.removed)}</li>
      </ul>
      {total === 0 && <p>{t.w.addNoPapers}</p>}
      {total > 0 && papers.added + papers.changed === 0 && <p>{t.w.addNothing}</p>}
      {edges.length > 0 && (
        <ul className="edge-changes">
          {edges.slice(0, FIRST_EDGES).map(({ change, type, from, to }) => (
            <li key={`${change} ${from} ${type} ${to}`}>
              <span aria-hidden="true">{change === 'added' ? '+' : change === 'removed' ? '−' : '~'}</span>
              <bdi>{nameOf(from)}</bdi>
              {isEdgeType(type) && <RoleLine type={type} />}
              <span className="quiet">{isEdgeType(type) ? t.roles[type] : type}</span>
              <bdi>{nameOf(to)}</bdi>
            </li>
          ))}
          {edges.length > FIRST_EDGES && <li className="quiet">{t.moreAliases(edges.length - FIRST_EDGES)}</li>}
        </ul>
      )}
      {diagnostics.length > 0 && (
        <>
          <h3>
            {t.w.addProblems}
            <span className="count">{diagnostics.length}</span>
          </h3>
          <ul className="plain-list">
            {diagnostics.slice(0, FIRST_PROBLEMS).map(({ code, line, message, hint }) => (
              <li key={`${code} ${line ?? 0} ${message}`}>
                {line !== undefined && <strong>{t.w.addLine(line)}: </strong>}
                <bdi>{message}</bdi> {hint && <span className="quiet">{hint}</span>}
              </li>
            ))}
            {diagnostics.length > FIRST_PROBLEMS && <li className="quiet">{t.moreAliases(diagnostics.length - FIRST_PROBLEMS)}</li>}
          </ul>
        </>
      )}
    </div>
  );
}
