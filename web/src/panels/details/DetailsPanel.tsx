// The right part: what is selected. An open edge comes before a selected node; with neither it offers where to start.
import { useGraphState, useView } from '../../ui/AppContext.tsx';
import { EdgePanel } from './EdgePanel.tsx';
import { EntityPanel } from './EntityPanel.tsx';
import { PaperPanel } from './PaperPanel.tsx';
import { StartPanel } from './StartPanel.tsx';

const PAPER_PREFIX = 'paper:';

export function DetailsPanel() {
  const { selected, edge } = useView();
  const state = useGraphState();
  if (edge !== null) return <EdgePanel key={edge} id={edge} />;
  if (selected?.startsWith(PAPER_PREFIX)) return <PaperPanel key={selected} id={selected.slice(PAPER_PREFIX.length)} />;
  if (selected !== null) return <EntityPanel key={selected} id={selected} />;
  return state.status === 'ready' && state.model.nodes.length > 0 ? <StartPanel model={state.model} /> : null;
}
