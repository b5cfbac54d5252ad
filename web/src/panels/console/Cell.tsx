// One value of an answer; a thing of the graph can be chosen.
import type { Json } from '../../../../src/shared/api/cypher.ts';
import { useApp, useGraphState, useViewOf } from '../../ui/AppContext.tsx';

export const toText = (value: Json): string => (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));

/** An id of the graph, bare or in a node. */
function idIn(value: Json): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['id'] === 'string' ? value['id'] : null;
}

interface Props {
  readonly value: Json;
  readonly onSelect?: () => void;
}

export function Cell({ value, onSelect }: Props) {
  const app = useApp();
  const { selected } = useViewOf('selected');
  const state = useGraphState();
  const id = idIn(value);
  const isKnown = id !== null && state.status === 'ready' && state.model.nodeById.has(id);
  // A list of names reads as one; everything nested stays as it is.
  const isNames = Array.isArray(value) && value.every((part) => typeof part === 'string');
  const text = isNames ? value.join(', ') : toText(value);
  if (!isKnown) return <bdi>{text}</bdi>;
  return (
    <button
      type="button"
      className="title-button"
      aria-pressed={id === selected}
      onClick={() => {
        app.select(id);
        onSelect?.();
      }}
    >
      <bdi>{text}</bdi>
    </button>
  );
}
