// One reported number: of what, as written, in which paper, and the sentence when asked for.
import { useState } from 'react';
import type { BoardRow as Row } from '../../../../src/shared/api/leaderboards.ts';
import { formatDate } from '../../i18n/format.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { NodeButton } from '../../ui/NodeButton.tsx';
import { ScoreEvidence } from '../details/EvidenceView.tsx';

export function BoardRow({ row, benchmark }: { row: Row; benchmark: string }) {
  const app = useApp();
  const { t, lang } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <tr data-testid="board-row">
        <th scope="row">{row.entity ? <NodeButton node={row.entity} /> : <bdi>{row.subject}</bdi>}</th>
        <td className="cell-value">
          <bdi>{row.value}</bdi>
        </td>
        <td>
          <button type="button" className="title-button" onClick={() => app.select(`paper:${row.paper.id}`)}>
            <bdi lang={row.paper.lang}>{row.paper.title}</bdi>
          </button>
        </td>
        <td className="cell-date">{formatDate(row.paper.date, lang, 'short')}</td>
        <td>
          <button
            type="button"
            className="tool is-small"
            data-testid="evidence-toggle"
            aria-label={t.v.openEvidence(`${row.subject} ${row.value}`)}
            title={t.showEvidence}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            <Icon name="quote" />
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={5}>
            <ScoreEvidence {...row} date={row.paper.date} url={row.paper.url} benchmark={benchmark} />
          </td>
        </tr>
      )}
    </>
  );
}
