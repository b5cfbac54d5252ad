// How the first two compared things are connected: the shortest typed ways as sentences, each hop with its evidence.
import { useCallback, useState } from 'react';
import type { NodeRef } from '../../../../src/shared/api/common.ts';
import type { EdgeView } from '../../../../src/shared/api/edges.ts';
import type { PathResponse } from '../../../../src/shared/api/path.ts';
import { namesOf } from '../../i18n/format.ts';
import { useApp, useWords } from '../../ui/AppContext.tsx';
import { NodeButton } from '../../ui/NodeButton.tsx';
import { useRemote } from '../../ui/use-remote.ts';
import { ShowCypher } from '../cypher/ShowCypher.tsx';
import { EdgeEvidence } from '../details/EdgeEvidence.tsx';
import { PanelState } from '../details/PanelState.tsx';

interface Props {
  readonly from: NodeRef;
  readonly to: NodeRef;
}

export function Paths({ from, to }: Props) {
  const { api } = useApp();
  const { t, lang } = useWords();
  const [withoutHubs, setWithoutHubs] = useState(true);
  const load = useCallback(
    (_key: string, signal: AbortSignal) => api.path(from.id, to.id, withoutHubs, signal),
    [api, from.id, to.id, withoutHubs],
  );
  const { remote, retry } = useRemote(`${from.id}|${to.id}|${withoutHubs}`, load);
  return (
    <section className="boards" data-testid="paths">
      <h3>{t.v.pathsTitle(namesOf(from, lang).main, namesOf(to, lang).main)}</h3>
      <label className="check">
        <input
          type="checkbox"
          data-testid="without-hubs"
          checked={withoutHubs}
          onChange={(event) => setWithoutHubs(event.target.checked)}
        />
        {t.v.withoutHubs}
      </label>
      {remote.status === 'ready' ? (
        <Loaded response={remote.data} withoutHubs={withoutHubs} />
      ) : (
        <PanelState remote={remote} retry={retry} />
      )}
      {from.type !== 'paper' && to.type !== 'paper' && <ShowCypher id="two-things-path" params={{ from: from.id, to: to.id }} />}
    </section>
  );
}

function Loaded({ response: { paths, hubs, truncated }, withoutHubs }: { response: PathResponse; withoutHubs: boolean }) {
  const { t } = useWords();
  return (
    <>
      {paths.length === 0 && <p className="quiet">{withoutHubs ? t.v.noPathWithoutHubs : t.v.noPath}</p>}
      <ol className="paths">
        {paths.map((path) => (
          <li key={path.hops.map(({ id }) => id).join()} data-testid="path">
            {path.hops.map((hop, i) => (
              <Hop key={hop.id} hop={hop} isFirst={i === 0} />
            ))}
          </li>
        ))}
      </ol>
      {truncated && paths.length > 0 && <p className="quiet">{t.v.morePaths}</p>}
      {hubs.length > 0 && (
        <div className="chips" data-testid="hubs">
          <span className="quiet">{withoutHubs ? t.v.hubsLeftOut : t.v.hubsPassed}</span>
          {hubs.map((hub) => (
            <NodeButton key={hub.id} node={hub} />
          ))}
        </div>
      )}
    </>
  );
}

/** "Paper X uses GRPO": in the direction the relation has, whichever way the path goes. */
function Hop({ hop, isFirst }: { hop: EdgeView; isFirst: boolean }) {
  const { t, lang } = useWords();
  return (
    <div className="hop">
      {!isFirst && <span className="quiet">{t.v.andThen}</span>}
      <NodeButton node={hop.from} look="row" />
      <EdgeEvidence edge={hop} view={hop} name={namesOf(hop.to, lang).main} />
    </div>
  );
}
