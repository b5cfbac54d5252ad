// The camera: starts where the link says, tells the view where it is, goes to what was chosen elsewhere, and fades nodes when far out.
import { watch } from '../state/store.ts';
import type { Controller, MapContext } from './map-context.ts';

const DURATION_MS = 180;
const WRITE_AFTER_MS = 250;
/** Between these ratios nodes and edges fade; beyond, hulls and names alone remain. */
const FADE_FROM = 1.7;
const FADE_TO = 2.5;
const INNER_SHARE = 0.12;

export interface CameraController extends Controller {
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  readonly centre: (id: string) => void;
}

export function createCameraController({ app, graph, sigma, look, pointing, visible }: MapContext): CameraController {
  const camera = sigma.getCamera();
  let timer = 0;
  const duration = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : DURATION_MS);
  const go = (state: { x?: number; y?: number; ratio?: number }): void => {
    if (duration() === 0) camera.setState(state);
    else void camera.animate(state, { duration: duration() });
  };
  const positionOf = (id: string): { x: number; y: number } | null => sigma.getNodeDisplayData(id) ?? null;

  const updateFade = (): void => {
    look.fade = Math.max(0, Math.min(1, (FADE_TO - camera.ratio) / (FADE_TO - FADE_FROM)));
  };
  const onMove = (): void => {
    updateFade();
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const { x, y, ratio } = camera.getState();
      const isAtRest = Math.abs(x - 0.5) < 1e-4 && Math.abs(y - 0.5) < 1e-4 && Math.abs(ratio - 1) < 1e-4;
      app.view.patch({ camera: isAtRest ? null : { x, y, ratio } });
    }, WRITE_AFTER_MS);
  };
  const start = app.view.get().camera;
  if (start) camera.setState(start);
  updateFade();
  camera.on('updated', onMove);

  const centre = (id: string): void => {
    const at = positionOf(id);
    if (at) go({ x: at.x, y: at.y, ratio: Math.min(camera.ratio, 0.5) });
  };
  /** Moves only when what was chosen cannot be seen. */
  const reveal = (id: string): void => {
    if (!graph.hasNode(id)) return;
    const { width, height } = sigma.getDimensions();
    const at = sigma.graphToViewport(graph.getNodeAttributes(id));
    const isInside =
      at.x > width * INNER_SHARE && at.x < width * (1 - INNER_SHARE) && at.y > height * INNER_SHARE && at.y < height * (1 - INNER_SHARE);
    if (!isInside || camera.ratio > FADE_FROM) centre(id);
  };
  /** Everything that is on screen: the whole map, or what was opened of it. */
  const fit = (): void => {
    const { explored, projection } = app.view.get();
    if (explored.length === 0 && projection === 'all') {
      go({ x: 0.5, y: 0.5, ratio: 1 });
      return;
    }
    const points = [...visible().nodes].flatMap((id) => positionOf(id) ?? []);
    if (points.length === 0) return;
    const span = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];
    const [left, right] = span(points.map(({ x }) => x));
    const [bottom, top] = span(points.map(({ y }) => y));
    go({ x: (left + right) / 2, y: (bottom + top) / 2, ratio: Math.max(0.08, Math.min(1, 1.15 * Math.max(right - left, top - bottom))) });
  };
  const stop = watch(
    app.view,
    (view) => view.selected,
    (id) => id !== null && !pointing.isNow && reveal(id),
  );

  return {
    zoomBy: (factor) => go({ ratio: camera.getBoundedRatio(camera.ratio * factor) }),
    fit,
    centre,
    dispose: () => {
      stop();
      clearTimeout(timer);
      camera.off('updated', onMove);
    },
  };
}
