// A technique as a whole: its variants rolled up, its papers by role, what it meets, when, and what it travels with.
import { useMemo, useState } from 'react';
import { formatDate, namesOf } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { findTechnique } from '../../state/technique.ts';
import { selectUnexplored } from '../../state/visible.ts';
import { useApp, useView, useWords } from '../../ui/AppContext.tsx';
import { NodeButton } from '../../ui/NodeButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ShowCypher } from '../cypher/ShowCypher.tsx';
import { Meetings } from './Meetings.tsx';
import { OverTime } from './OverTime.tsx';
import { TechniquePapers } from './TechniquePapers.tsx';

export default function TechniqueView({ model }: { model: GraphModel }) {
  const app = useApp();
  const view = useView();
  const { t, lang } = useWords();
  const visible = selectUnexplored(model, view);
  const choices = useMemo(
    () =>
      model.clusters
        .flatMap(({ kind, method, papers }) =>
          kind === 'declared' && method && model.nodeById.has(method.id) ? [{ method, papers: papers.length }] : [],
        )
        .sort((a, b) => b.papers - a.papers),
    [model],
  );
  const [last, setLast] = useState<string | null>(null);
  const id =
    view.selected?.startsWith('method:') && model.nodeById.has(view.selected) ? view.selected : (last ?? choices[0]?.method.id ?? null);
  if (id !== null && id !== last) setLast(id);
  const found = useMemo(() => (id === null ? null : findTechnique(model, visible, id)), [model, visible, id]);
  const node = model.nodeById.get(id ?? '');
  if (!node || !found) return <Notice title={t.v.noTechniques} text={t.emptyNext} command={t.emptyCommand} />;
  const { main, other } = namesOf(node, lang);
  const options = choices.some(({ method }) => method.id === node.id)
    ? choices
    : [{ method: node, papers: found.members.length }, ...choices];
  return (
    <div className="board" data-testid="technique-view">
      <div className="papers-head">
        <h2>
          <bdi>{main}</bdi> {other !== null && <bdi className="name-other">{other}</bdi>}
        </h2>
        <p data-testid="technique-facts">
          {t.v.techniqueFacts(found.members.length, found.variants.length)}
          {found.firstSeen !== null && ` · ${t.firstSeen} ${formatDate(found.firstSeen, lang)}`}
        </p>
        <label className="field-label">
          <span>{t.types.method}</span>
          <select
            className="field-select"
            data-testid="technique-select"
            value={node.id}
            onChange={(event) => app.select(event.target.value)}
          >
            {options.map(({ method, papers }) => (
              <option key={method.id} value={method.id}>
                {`${namesOf(method, lang).main} (${papers})`}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="technique">
        <section>
          <h3>{t.v.overTime}</h3>
          <OverTime counts={found.overTime} />
          {found.variants.length > 0 && (
            <>
              <h3>{t.v.variants}</h3>
              <div className="chips">
                {found.variants.map((variant) => (
                  <NodeButton key={variant.node.id} node={variant.node} count={variant.papers} />
                ))}
              </div>
            </>
          )}
          <Meetings title={t.v.meetsModels} meetings={found.models} family={found.family} model={model} />
          <Meetings title={t.v.meetsBenchmarks} meetings={found.benchmarks} family={found.family} model={model} />
          <Meetings title={t.v.siblings} note={t.v.siblingsNote} meetings={found.siblings} family={found.family} model={model} />
        </section>
        <TechniquePapers technique={found} model={model} />
      </div>
      <div className="boards">
        <ShowCypher id="technique-family" params={{ id: node.id }} />
      </div>
    </div>
  );
}
