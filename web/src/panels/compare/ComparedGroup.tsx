// The rows of one type: what is shared is always listed, what only one has is folded after the first few.
import { useId, useState } from 'react';
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
          <Cell edges={edges} node={row.node} isPaper={things[i]?.type === 'paper'} model={model} />
        </td>
      ))}
    </tr>
  );
}

interface CellProps {
  readonly edges: readonly GraphEdge[];
  readonly node: GraphNode;
  /** Whether a paper is compared: then the relation is its own. */
  readonly isPaper: boolean;
  readonly model: GraphModel;
}

/** What a paper itself says stands there at once; what several papers say is counted and unfolds. */
function Cell({ edges, node, isPaper, model }: CellProps) {
  const { t, lang } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  if (edges.length === 0) return <span className="quiet">{t.v.notHere}</span>;
  const nameOf = (end: string): string => {
    const found = model.nodeById.get(end);
    return found ? namesOf(found, lang).main : end;
  };
  const lines = edges.map((edge) => (
    <EdgeEvidence
      key={edge.id}
      edge={edge}
      name={node.type === 'paper' ? nameOf(edge.target) : isPaper ? nameOf(node.id) : t.v.inPaper(nameOf(edge.source))}
    />
  ));
  if (edges.length === 1 && (node.type === 'paper' || isPaper)) return lines;
  return (
    <>
      <button
        type="button"
        className="link-button"
        data-testid="compare-cell"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`${namesOf(node, lang).main}: ${t.papersCount(new Set(edges.map(({ source }) => source)).size)}`}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t.papersCount(new Set(edges.map(({ source }) => source)).size)}
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && lines}
      </div>
    </>
  );
}
