// Keys on the focused stage: arrows go along edges in the order of neighbours.ts, Enter opens evidence, plus, minus and 0 zoom.
import { DICTIONARIES } from '../i18n/dictionary.ts';
import { namesOf } from '../i18n/format.ts';
import { findNeighbours } from '../state/neighbours.ts';
import type { CameraController } from './camera-controller.ts';
import type { Controller, MapContext } from './map-context.ts';

export function createKeyboardController({ app, model, sigma, visible }: MapContext, camera: CameraController): Controller {
  const stage = sigma.getContainer();
  const trail: string[] = [];
  const words = () => DICTIONARIES[app.view.get().lang];

  const stepCursor = (by: 1 | -1): void => {
    const { selected } = app.view.get();
    if (selected === null) {
      const first = [...model.nodes]
        .filter((node) => node.type !== 'paper' && visible().nodes.has(node.id))
        .sort((a, b) => b.weight - a.weight)[0];
      if (first) app.select(first.id);
      return;
    }
    const neighbours = findNeighbours(model, selected, visible());
    const at = neighbours.findIndex(({ edge }) => edge.id === app.ui.get().cursor);
    const next = at < 0 ? (by === 1 ? 0 : neighbours.length - 1) : (at + by + neighbours.length) % neighbours.length;
    const neighbour = neighbours[next];
    if (!neighbour) {
      app.announce(words().noNeighbours);
      return;
    }
    app.ui.patch({ cursor: neighbour.edge.id });
    app.announce(
      words().atNeighbour(
        words().roles[neighbour.edge.type],
        namesOf(neighbour.node, app.view.get().lang).main,
        next + 1,
        neighbours.length,
      ),
    );
  };

  const follow = (): void => {
    const { selected } = app.view.get();
    const edge = model.edgeById.get(app.ui.get().cursor ?? '');
    if (selected === null || !edge) stepCursor(1);
    else {
      trail.push(selected);
      app.select(edge.source === selected ? edge.target : edge.source);
    }
  };

  const goBack = (): void => app.select(trail.pop() ?? null);
  const openEvidence = (): void => {
    const { cursor } = app.ui.get();
    if (cursor === null) app.ui.patch({ sheet: 'details' });
    else app.openEdge(cursor);
  };
  const withSelected = (run: (id: string) => void): void => {
    const { selected } = app.view.get();
    if (selected !== null) run(selected);
  };
  /** To the counts by role in the panel: what to open is chosen there. */
  const openNeighbourhood = (): void => {
    app.ui.patch({ sheet: 'details' });
    document.querySelector<HTMLElement>('#explore button')?.focus();
  };
  const actions = new Map<string, () => void>([
    ['ArrowRight', () => stepCursor(1)],
    ['ArrowLeft', () => stepCursor(-1)],
    ['ArrowDown', follow],
    ['ArrowUp', goBack],
    ['Enter', openEvidence],
    ['+', () => camera.zoomBy(1 / 1.5)],
    ['=', () => camera.zoomBy(1 / 1.5)],
    ['-', () => camera.zoomBy(1.5)],
    ['0', () => camera.fit()],
    ['e', openNeighbourhood],
    ['c', () => withSelected(app.collapse)],
    ['m', () => withSelected(app.exploreMore)],
  ]);
  const onKey = (event: KeyboardEvent): void => {
    const action = actions.get(event.key);
    if (!action || event.target !== stage || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  };
  stage.addEventListener('keydown', onKey);
  return { dispose: () => stage.removeEventListener('keydown', onKey) };
}
