// The lasso: a line drawn around papers on the map; those inside are what the matrix and the tables are then about.
import { DICTIONARIES } from '../i18n/dictionary.ts';
import { watch } from '../state/store.ts';
import type { Point } from './contour.ts';
import type { Controller, MapContext } from './map-context.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Closer points add nothing to the shape. */
const STEP_PX = 4;

/** Ray casting: an odd number of crossings to the right means inside. */
function isInside(polygon: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  polygon.forEach((a, i) => {
    const b = polygon.at(i - 1) ?? a;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  });
  return inside;
}

export function createLassoController({ app, model, graph, sigma, visible }: MapContext): Controller {
  const layer = document.createElement('div');
  layer.className = 'lasso-layer';
  layer.dataset['testid'] = 'lasso-layer';
  layer.hidden = true;
  const svg = document.createElementNS(SVG, 'svg');
  const outline = document.createElementNS(SVG, 'polygon');
  svg.append(outline);
  layer.append(svg);
  sigma.getContainer().append(layer);
  let points: Point[] | null = null;

  const pointOf = (event: PointerEvent): Point => {
    const { left, top } = layer.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const draw = (): void => outline.setAttribute('points', (points ?? []).map(({ x, y }) => `${x},${y}`).join(' '));
  const onDown = (event: PointerEvent): void => {
    layer.setPointerCapture(event.pointerId);
    points = [pointOf(event)];
  };
  const onMove = (event: PointerEvent): void => {
    const last = points?.at(-1);
    const point = pointOf(event);
    if (!points || !last || Math.hypot(point.x - last.x, point.y - last.y) < STEP_PX) return;
    points.push(point);
    draw();
  };
  const onUp = (): void => {
    const polygon = points ?? [];
    points = null;
    draw();
    app.ui.patch({ isLassoing: false });
    if (polygon.length < 3) return;
    const picked = model.nodes
      .filter((node) => node.type === 'paper' && visible().nodes.has(node.id))
      .filter((node) => isInside(polygon, sigma.graphToViewport(graph.getNodeAttributes(node.id))))
      .map((node) => node.id);
    const words = DICTIONARIES[app.view.get().lang].w;
    app.view.patch({ picked });
    app.announce(picked.length > 0 ? words.picked(picked.length) : words.pickedNone);
  };
  layer.addEventListener('pointerdown', onDown);
  layer.addEventListener('pointermove', onMove);
  layer.addEventListener('pointerup', onUp);
  layer.addEventListener('pointercancel', onUp);
  const show = (isLassoing: boolean): void => {
    layer.hidden = !isLassoing;
    points = null;
    draw();
  };
  show(app.ui.get().isLassoing);
  const stop = watch(app.ui, (ui) => ui.isLassoing, show);
  return {
    dispose: () => {
      stop();
      layer.remove();
    },
  };
}
