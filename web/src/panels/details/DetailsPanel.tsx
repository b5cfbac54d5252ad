// The right part: what is selected. An open edge comes before a selected node; with neither it offers where to start.
import { projectMap } from '../../state/project-map.ts';
import { useGraphState, useViewOf } from '../../ui/AppContext.tsx';
import { DecidedNotice } from '../decisions/DecidedNotice.tsx';
import { Tour } from '../tour/Tour.tsx';
import { EdgePanel } from './EdgePanel.tsx';
import { EntityPanel } from './EntityPanel.tsx';
import { PaperPanel } from './PaperPanel.tsx';
import { StartPanel } from './StartPanel.tsx';
import { TiePanel } from './TiePanel.tsx';

const PAPER_PREFIX = 'paper:';

export const DetailsPanel = () => (
  <>
    <DecidedNotice />
    <Tour place="panel" />
    <Chosen />
  </>
);

function Chosen() {
  const { selected, edge, projection } = useViewOf('selected', 'edge', 'projection');
  const state = useGraphState();
  const model = state.status === 'ready' ? state.model : null;
  // After a correction or an ingest the graph says something else: ask again.
  const version = model?.fingerprint ?? '';
  if (edge !== null && model) {
    const drawn = projectMap(model, projection);
    const tie = drawn.ties.get(edge);
    const link = drawn.edgeById.get(edge);
    if (tie && link) return <TiePanel key={edge} edge={link} tie={tie} model={model} />;
  }
  // A tie is known only to the map that is still being loaded, or to one that is no longer shown.
  if (edge?.startsWith('tie:')) return null;
  if (edge !== null) return <EdgePanel key={`${edge} ${version}`} id={edge} />;
  if (selected?.startsWith(PAPER_PREFIX)) return <PaperPanel key={`${selected} ${version}`} id={selected.slice(PAPER_PREFIX.length)} />;
  if (selected !== null) return <EntityPanel key={`${selected} ${version}`} id={selected} />;
  return model && model.nodes.length > 0 ? <StartPanel model={model} /> : null;
}
