// Base models: the family a model stands in, what is derived from it, and the papers that build on it, grouped by technique.
import { useState } from 'react';
import type { LineageResponse } from '../../../../src/shared/api/lineage.ts';
import { namesOf } from '../../i18n/format.ts';
import type { GraphModel } from '../../state/graph-model.ts';
import { useApp, useViewOf, useWords } from '../../ui/AppContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useRemote } from '../../ui/use-remote.ts';
import { ShowCypher } from '../cypher/ShowCypher.tsx';
import { PanelState } from '../details/PanelState.tsx';
import { LineagePapers } from './LineagePapers.tsx';
import { ModelTree } from './ModelTree.tsx';

export default function LineageView({ model }: { model: GraphModel }) {
  const app = useApp();
  const { selected } = useViewOf('selected');
  const { t, lang } = useWords();
  const models = model.nodes.filter(({ type }) => type === 'model').sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name));
  /** Selecting a paper in the list must not throw the list away. */
  const [last, setLast] = useState<string | null>(null);
  const id = selected?.startsWith('model:') ? selected : (last ?? models[0]?.id ?? null);
  if (id !== null && id !== last) setLast(id);
  if (id === null) return <Notice title={t.v.noModels} text={t.emptyNext} command={t.emptyCommand} />;
  return (
    <div className="board" data-testid="lineage-view">
      <div className="papers-head">
        <h2>{t.v.lineageTitle}</h2>
        <p>{t.v.lineageNote}</p>
        <label className="field-label">
          <span>{t.types.model}</span>
          <select className="field-select" data-testid="lineage-select" value={id} onChange={(event) => app.select(event.target.value)}>
            {models.map((node) => (
              <option key={node.id} value={node.id}>
                {`${namesOf(node, lang).main} (${node.weight})`}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Lineage id={id} />
    </div>
  );
}

function Lineage({ id }: { id: string }) {
  const { api } = useApp();
  const { remote, retry } = useRemote(id, api.lineage);
  return remote.status === 'ready' ? <Loaded response={remote.data} /> : <PanelState remote={remote} retry={retry} />;
}

function Loaded({ response }: { response: LineageResponse }) {
  const { t, lang } = useWords();
  return (
    <div className="lineage">
      <ModelTree response={response} />
      <div className="lineage-papers">
        <h3>{t.v.papersAround(namesOf(response.model, lang).main)}</h3>
        <LineagePapers response={response} />
        {response.truncated && <p className="quiet">{t.v.lineageCut}</p>}
        <ShowCypher id="base-model-papers" params={{ id: response.model.id }} />
      </div>
    </div>
  );
}
