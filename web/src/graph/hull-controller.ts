// Draws the hulls of the declared clusters under the nodes, moving with the camera. Their names are placed by label-controller.ts.
import { watch } from '../state/store.ts';
import type { Point } from './contour.ts';
import { toHullFill } from './map-colors.ts';
import type { Controller, MapContext } from './map-context.ts';
import { createOverlay } from './overlay.ts';
import { type Hull, pickHulls } from './pick-hulls.ts';

export interface HullController extends Controller {
  /** Those drawn now, largest first. */
  readonly hulls: () => readonly Hull[];
}

/** A closed curve through the middles of the sides: soft, and inside the outline. */
function trace(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  points.forEach((point, i) => {
    const next = points[(i + 1) % points.length] ?? point;
    const to = middle(point, next);
    if (i === 0) {
      const from = middle(points.at(-1) ?? point, point);
      context.moveTo(from.x, from.y);
    }
    context.quadraticCurveTo(point.x, point.y, to.x, to.y);
  });
  context.closePath();
}

export function createHullController(map: MapContext): HullController {
  const { app, model, sigma, look, colors, visible, focus } = map;
  const overlay = createOverlay(sigma, 'loomHulls', { beforeLayer: 'edges' });
  let hulls: readonly Hull[] = [];
  const pick = (): void => {
    hulls = app.view.get().hulls ? pickHulls(model, visible()) : [];
  };
  pick();

  /** What stands on the canvas depends on: hovering changes none of it. */
  let drawn: readonly unknown[] = [];
  const draw = (): void => {
    const { selected } = app.view.get();
    const { x, y, ratio } = sigma.getCamera().getState();
    const { width, height } = sigma.getDimensions();
    const now = [x, y, ratio, width, height, devicePixelRatio, hulls, colors(), selected, focus.isDimmed, look.fade];
    if (now.every((part, i) => part === drawn[i])) return;
    const context = overlay.begin();
    if (!context) return;
    drawn = now;
    const { isDark } = colors();
    for (const { cluster, outlines, color } of hulls) {
      const isChosen = selected !== null && cluster.method?.id === selected;
      const strength = isChosen ? 1.5 : focus.isDimmed ? 0.3 : 1 + (1 - look.fade) * 0.8;
      context.beginPath();
      for (const outline of outlines)
        trace(
          context,
          outline.map((point) => sigma.graphToViewport(point)),
        );
      context.fillStyle = toHullFill(color, isDark, (isDark ? 0.13 : 0.1) * strength);
      context.fill();
      context.lineWidth = isChosen ? 2 : 1.25;
      context.strokeStyle = toHullFill(color, isDark, (isDark ? 0.4 : 0.34) * strength);
      context.stroke();
    }
  };
  sigma.on('afterRender', draw);
  const repick = (): void => {
    pick();
    sigma.scheduleRender();
  };
  const stops = [watch(app.view, (view) => view.hulls, repick), watch(app.view, visible, repick)];
  return {
    hulls: () => hulls,
    dispose: () => {
      for (const stop of stops) stop();
      sigma.off('afterRender', draw);
      overlay.remove();
    },
  };
}
