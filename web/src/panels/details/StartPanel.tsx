// With nothing selected: the techniques papers share, the most met models and benchmarks, the newest papers.
import { useMemo } from 'react';
import type { NodeType } from '../../../../src/shared/api/common.ts';
import type { GraphNode } from '../../../../src/shared/api/graph.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { selectUnexplored } from '../../state/visible.ts';
import { useViewOf, useWords } from '../../ui/AppContext.tsx';
import { NodeButton } from '../../ui/NodeButton.tsx';
import { ShowCypher } from '../cypher/ShowCypher.tsx';

const FIRST = 8;

export function StartPanel({ model }: { model: GraphModel }) {
  const view = useViewOf('hiddenTypes', 'hiddenRoles', 'from', 'to', 'explored');
  const { t } = useWords();
  const visible = selectUnexplored(model, view);
  const { techniques, models, benchmarks, papers } = useMemo(() => {
    const top = (type: NodeType, order: (a: GraphNode, b: GraphNode) => number): GraphNode[] =>
      model.nodes
        .filter((node) => node.type === type && visible.nodes.has(node.id))
        .sort(order)
        .slice(0, FIRST);
    const byWeight = (a: GraphNode, b: GraphNode): number => b.weight - a.weight;
    // Dates as written stand in their order; comparing them as words of a language is most of the work at thousands of papers.
    const byDate = (a: GraphNode, b: GraphNode): number => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1);
    const shared = model.clusters
      .filter(({ kind, method }) => kind === 'declared' && method !== null && visible.nodes.has(method.id))
      .sort((a, b) => b.papers.length - a.papers.length);
    return {
      techniques: shared.slice(0, FIRST + 4),
      models: top('model', byWeight),
      benchmarks: top('benchmark', byWeight),
      papers: top('paper', byDate),
    };
  }, [model, visible]);
  const list = (title: string, nodes: readonly GraphNode[], hasCount: boolean) =>
    nodes.length > 0 && (
      <section>
        <h3>{title}</h3>
        <div className="rows">
          {nodes.map((node) => (
            <NodeButton key={node.id} node={node} look="row" {...(hasCount ? { count: node.weight } : {})} />
          ))}
        </div>
      </section>
    );
  return (
    <article className="panel" data-testid="start-panel">
      <h2>{t.startTitle}</h2>
      <p className="quiet">{t.startText}</p>
      {techniques.length > 0 && (
        <section>
          <h3>{t.sharedTechniques}</h3>
          <div className="chips">
            {techniques.map(
              ({ id, method, papers: members }) =>
                method && <NodeButton key={id} node={{ ...method, type: 'method' }} count={members.length} />,
            )}
          </div>
        </section>
      )}
      {list(t.popularModels, models, true)}
      {list(t.popularBenchmarks, benchmarks, true)}
      {list(t.newestPapers, papers, false)}
      <ShowCypher id="techniques-shared" />
    </article>
  );
}
