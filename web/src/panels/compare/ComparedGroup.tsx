// The rows of one type: what is shared is always listed, what only one has is folded after the first few.
import { useState } from 'react';
import type { GraphEdge, GraphNode } from '../../../../src/shared/api/graph.ts';
import { namesOf } from '../../i18n/format.ts';
import type { ComparedRow, Comparison } from '../../state/compare.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { useWords } from '../../ui/AppContext.tsx';
import { NodeButton } from '../../ui/NodeButton.tsx';
import { EdgeEvidence } from '../details/EdgeEvidence.tsx';

const FIRST_UNIQUE = 6;

interface Props {
  readonly group: Comparison['groups'][number];
  readonly things: readonly GraphNode[];
  readonly model: GraphModel;
}

export function ComparedGroup({ group, things, model }: Props) {
  const { t } = useWords();
  const [isAll, setIsAll] = useState(false);
  const shared = group.rows.filter((row) => row.shared > 1);
  const unique = group.rows.filter((row) => row.shared === 1);
  const shown = isAll ? unique : unique.slice(0, FIRST_UNIQUE);
  return (
    <tbody data-testid="compare-group" data-type={group.type}>
      <tr>
        <th scope="colgroup" colSpan={things.length + 1} className="compare-head">
          {t.typesMany[group.type]} <span className="count">{t.v.sharedOf(shared.length, group.rows.length)}</span>
        </th>
      </tr>
      {[...shared, ...shown].map((row) => (
        <Row key={row.node.id} row={row} things={things} model={model} />
      ))}
      {shown.length < unique.length && (
        <tr>
          <td colSpan={things.length + 1}>
            <button type="button" className="link-button" onClick={() => setIsAll(true)}>
              {t.showMore(unique.length - shown.length)}
            </button>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Row({ row, things, model }: { row: ComparedRow; things: readonly GraphNode[]; model: GraphModel }) {
  return (
    <tr data-testid="compare-row" data-shared={row.shared}>
      <th scope="row">
        <NodeButton node={row.node} />
      </th>
      {row.cells.map((edges, i) => (
        <td key={things[i]?.id}>
          <Cell edges={edges} node={row.node} model={model} />
        </td>
      ))}
    </tr>
  );
}

const FIRST_EDGES = 3;

function Cell({ edges, node, model }: { edges: readonly GraphEdge[]; node: GraphNode; model: GraphModel }) {
  const { t, lang } = useWords();
  const [isAll, setIsAll] = useState(false);
  if (edges.length === 0) return <span className="quiet">{t.v.notHere}</span>;
  const nameOf = (id: string): string => {
    const found = model.nodeById.get(id);
    return found ? namesOf(found, lang).main : id;
  };
  const shown = isAll ? edges : edges.slice(0, FIRST_EDGES);
  return (
    <>
      {shown.map((edge) => (
        <EdgeEvidence key={edge.id} edge={edge} name={node.type === 'paper' ? nameOf(edge.target) : t.v.inPaper(nameOf(edge.source))} />
      ))}
      {shown.length < edges.length && (
        <button type="button" className="link-button" onClick={() => setIsAll(true)}>
          {t.showMore(edges.length - shown.length)}
        </button>
      )}
    </>
  );
}
