// One paper of the table: its title opens its panel, its chips open theirs.
import type { GraphNode } from '../../../../src/shared/api/graph.ts';
import { formatDate } from '../../i18n/format.ts';
import type { PaperRow } from '../../state/paper-rows.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { NodeButton } from '../../ui/NodeButton.tsx';

const MAX_CHIPS = 3;

function Chips({ nodes }: { nodes: readonly GraphNode[] }) {
  const { t } = useWords();
  return (
    <td>
      <div className="chips">
        {nodes.slice(0, MAX_CHIPS).map((node) => (
          <NodeButton key={node.id} node={node} />
        ))}
        {nodes.length > MAX_CHIPS && <span className="more">{t.moreAliases(nodes.length - MAX_CHIPS)}</span>}
      </div>
    </td>
  );
}

export function PaperTableRow({ row, isSelected }: { row: PaperRow; isSelected: boolean }) {
  const app = useApp();
  const { lang } = useWords();
  return (
    <tr data-testid="paper-row" data-id={row.paper.id} aria-current={isSelected || undefined}>
      <td className="cell-date">{formatDate(row.paper.date, lang, 'short')}</td>
      <th scope="row">
        <button type="button" className="title-button" onClick={() => app.select(row.paper.id)}>
          <bdi>{row.paper.name}</bdi>
        </button>
      </th>
      <Chips nodes={row.methods} />
      <Chips nodes={row.models} />
      <Chips nodes={row.benchmarks} />
    </tr>
  );
}
