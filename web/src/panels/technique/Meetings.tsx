// What the papers of a technique also touch, with counts; each line unfolds the papers and both sentences.
import { useId, useState } from 'react';
import { namesOf } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import type { Meeting } from '../../state/technique.ts';
import { useWords } from '../../ui/AppContext.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import { CellPapers } from '../matrix/CellPapers.tsx';

const FIRST = 8;

interface Props {
  readonly title: string;
  readonly note?: string;
  readonly meetings: readonly Meeting[];
  readonly family: ReadonlySet<string>;
  readonly model: GraphModel;
}

export function Meetings({ title, note, meetings, family, model }: Props) {
  const { t } = useWords();
  const [isAll, setIsAll] = useState(false);
  if (meetings.length === 0) return null;
  const shown = isAll ? meetings : meetings.slice(0, FIRST);
  return (
    <section data-testid="meetings">
      <h3>
        {title}
        <span className="count">{meetings.length}</span>
      </h3>
      {note && <p className="quiet">{note}</p>}
      <ul>
        {shown.map((meeting) => (
          <MeetingRow key={meeting.node.id} meeting={meeting} family={family} model={model} />
        ))}
      </ul>
      {shown.length < meetings.length && (
        <button type="button" className="link-button" onClick={() => setIsAll(true)}>
          {t.showMore(meetings.length - shown.length)}
        </button>
      )}
    </section>
  );
}

function MeetingRow({ meeting: { node, papers }, family, model }: { meeting: Meeting; family: ReadonlySet<string>; model: GraphModel }) {
  const { lang } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const ends = [node, ...[...family].flatMap((method) => model.nodeById.get(method) ?? [])];
  return (
    <li>
      <button
        type="button"
        className="meeting"
        data-testid="meeting"
        data-id={node.id}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <TypeIcon type={node.type} />
        <bdi>{namesOf(node, lang).main}</bdi>
        <span className="count">{papers.length}</span>
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && <CellPapers model={model} papers={papers} ends={ends} />}
      </div>
    </li>
  );
}
