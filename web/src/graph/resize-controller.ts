// The stage changes its size without the window changing: another view beside it, a sheet, a bar below.
import type { Controller, MapContext } from './map-context.ts';

export function createResizeController({ sigma }: MapContext): Controller {
  const container = sigma.getContainer();
  let size = `${container.offsetWidth}x${container.offsetHeight}`;
  const observer = new ResizeObserver(() => {
    const now = `${container.offsetWidth}x${container.offsetHeight}`;
    if (now === size || container.offsetWidth === 0 || container.offsetHeight === 0) return;
    size = now;
    sigma.resize();
    sigma.scheduleRefresh();
  });
  observer.observe(container);
  return { dispose: () => observer.disconnect() };
}
