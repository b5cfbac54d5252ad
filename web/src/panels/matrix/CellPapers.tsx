// The papers of one cell, each with the sentence for the technique and the sentence for the benchmark.
import type { GraphNode } from '../../../../src/shared/api/graph.ts';
import { namesOf } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { useWords } from '../../ui/AppContext.tsx';
import { NodeButton } from '../../ui/NodeButton.tsx';
import { EdgeEvidence } from '../details/EdgeEvidence.tsx';

interface Props {
  readonly model: GraphModel;
  readonly papers: readonly GraphNode[];
  /** The two things the cell is about. */
  readonly ends: readonly GraphNode[];
}

export function CellPapers({ model, papers, ends }: Props) {
  const { t, lang } = useWords();
  if (papers.length === 0) return <p className="quiet">{t.v.cellNothing}</p>;
  return (
    <ul className="cell-papers" aria-label={t.v.cellPapers}>
      {papers.map((paper) => (
        <li key={paper.id}>
          <NodeButton node={paper} look="row" />
          {(model.edgesOf.get(paper.id) ?? []).map((edge) => {
            const end = edge.source === paper.id && edge.type !== 'COMPARES_WITH' ? ends.find(({ id }) => id === edge.target) : undefined;
            return end && <EdgeEvidence key={edge.id} edge={edge} name={namesOf(end, lang).main} />;
          })}
        </li>
      ))}
    </ul>
  );
}
