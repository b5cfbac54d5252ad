// A tie of a projection: which papers and techniques make it, each down to the sentence.
import type { GraphEdge } from '../../../../src/shared/api/graph.ts';
import type { GraphModel, Tie } from '../../state/graph-model.ts';
import { useWords } from '../../ui/AppContext.tsx';
import { NodeButton } from '../../ui/NodeButton.tsx';
import { CellPapers } from '../matrix/CellPapers.tsx';
import { PanelHead } from './PanelHead.tsx';

interface Props {
  readonly edge: GraphEdge;
  readonly tie: Tie;
  /** The whole graph, which knows the sentences. */
  readonly model: GraphModel;
}

export function TiePanel({ edge, tie, model }: Props) {
  const { t } = useWords();
  const nodes = (ids: readonly string[]) => ids.flatMap((id) => model.nodeById.get(id) ?? []);
  const [from] = nodes([edge.source]);
  const [to] = nodes([edge.target]);
  if (!from || !to) return null;
  const isPapers = from.type === 'paper';
  return (
    <article className="panel" data-testid="tie-panel" data-id={edge.id}>
      <PanelHead kind={<span className="kind">{t.w.tie}</span>}>
        <h2 className="edge-title">
          <NodeButton node={from} look="row" />
          <NodeButton node={to} look="row" />
        </h2>
      </PanelHead>
      <h3>{t.w.tieTitle}</h3>
      <p className="quiet">{isPapers ? t.w.tiePapers(tie.via.length) : t.w.tieGrid(tie.papers.length)}</p>
      {isPapers && (
        <div className="chips">
          {nodes(tie.via).map((node) => (
            <NodeButton key={node.id} node={node} count={node.weight} />
          ))}
        </div>
      )}
      <CellPapers model={model} papers={nodes(tie.papers)} ends={isPapers ? nodes(tie.via) : [from, to]} />
    </article>
  );
}
