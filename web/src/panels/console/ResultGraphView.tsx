// The nodes and edges of an answer as a drawing; a node chosen here is chosen everywhere.
import { useMemo } from 'react';
import { useApp, useGraphState, useViewOf } from '../../ui/AppContext.tsx';
import { placeNodes, type ResultGraph } from './result-graph.ts';
import type { ConsoleWords } from './words.ts';

/** More are listed in the table; drawn they say nothing. */
const MAX_NODES = 200;
const MAX_LABEL = 28;

export function ResultGraphView({ graph, words }: { graph: ResultGraph; words: ConsoleWords }) {
  const app = useApp();
  const { selected } = useViewOf('selected');
  const state = useGraphState();
  const shown = useMemo(() => {
    const nodes = graph.nodes.slice(0, MAX_NODES);
    const ids = new Set(nodes.map(({ id }) => id));
    const edges = graph.edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
    return { places: placeNodes({ nodes, edges }), edges };
  }, [graph]);
  if (graph.nodes.length === 0) return <p className="console-note">{words.noGraph}</p>;
  const at = new Map(shown.places.map((place) => [place.id, place]));
  const canSelect = (id: string): boolean => state.status === 'ready' && state.model.nodeById.has(id);
  return (
    <>
      <p className="console-note">
        {words.graphName(graph.nodes.length, graph.edges.length)}
        {graph.nodes.length > MAX_NODES && ` · ${words.graphCut(MAX_NODES, graph.nodes.length)}`}
      </p>
      <svg className="result-graph" viewBox="-560 -400 1120 800" data-testid="console-graph" aria-label={words.tabs.graph}>
        {shown.edges.map(({ from, to, type }) => {
          const [a, b] = [at.get(from), at.get(to)];
          return (
            a &&
            b && (
              <line key={`${from} ${type} ${to}`} x1={a.x * 480} y1={a.y * 350} x2={b.x * 480} y2={b.y * 350}>
                <title>{type}</title>
              </line>
            )
          );
        })}
        {shown.places.map(({ id, name, label, x, y }) => (
          // biome-ignore lint/a11y/useSemanticElements: a button cannot stand inside a drawing
          <g
            key={id}
            transform={`translate(${x * 480} ${y * 350})`}
            role="button"
            tabIndex={0}
            aria-pressed={id === selected}
            aria-disabled={!canSelect(id)}
            data-testid="console-node"
            data-id={id}
            data-label={label}
            onClick={() => canSelect(id) && app.select(id)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              if (canSelect(id)) app.select(id);
            }}
          >
            <title>{`${label} ${name}`}</title>
            <circle r={id === selected ? 11 : 8} />
            <text y={-13}>{name.length > MAX_LABEL ? `${name.slice(0, MAX_LABEL)}…` : name}</text>
          </g>
        ))}
      </svg>
    </>
  );
}
