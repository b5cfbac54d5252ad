// A map that lies under another view is not drawn: what would have been drawn meanwhile is owed until it is shown again.
import type { Controller, MapContext } from './map-context.ts';

export interface PauseController extends Controller {
  readonly isPaused: () => boolean;
  readonly setShown: (isShown: boolean) => void;
  /** Done now, or when the map is shown again; of several only the last. */
  readonly whenShown: (run: () => void) => void;
}

export function createPauseController({ sigma }: MapContext): PauseController {
  const inner = sigma as unknown as { render: () => unknown; renderFrame: number | null };
  const render = inner.render.bind(sigma);
  // The first drawing is never put off: coming to the map for the first time then costs nothing.
  let isDrawn = false;
  let isShown = true;
  let isOwed = false;
  let owed: (() => void) | null = null;
  const isPaused = (): boolean => isDrawn && !isShown;
  inner.render = () => {
    if (isPaused()) {
      isOwed = true;
      inner.renderFrame = null;
      return sigma;
    }
    isDrawn = true;
    return render();
  };
  return {
    isPaused,
    setShown: (now) => {
      if (now === isShown) return;
      isShown = now;
      if (!isShown) return;
      owed?.();
      owed = null;
      if (isOwed) sigma.scheduleRender();
      isOwed = false;
    },
    whenShown: (run) => {
      if (isPaused()) owed = run;
      else run();
    },
    dispose: () => {
      inner.render = render;
    },
  };
}
