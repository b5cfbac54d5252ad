// The stage changes its size without the window changing: another view beside it, a sheet, a bar below.
import type { Controller, MapContext } from './map-context.ts';
import type { PauseController } from './pause-controller.ts';

export function createResizeController({ sigma }: MapContext, pause: PauseController): Controller {
  const container = sigma.getContainer();
  let size = `${container.offsetWidth}x${container.offsetHeight}`;
  const follow = (): void => {
    const now = `${container.offsetWidth}x${container.offsetHeight}`;
    if (now === size || container.offsetWidth === 0 || container.offsetHeight === 0) return;
    size = now;
    sigma.resize();
    sigma.scheduleRefresh();
  };
  const observer = new ResizeObserver(() => pause.whenShown(follow));
  observer.observe(container);
  return { dispose: () => observer.disconnect() };
}
