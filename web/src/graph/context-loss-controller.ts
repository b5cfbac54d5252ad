// Sigma does not notice a lost WebGL context: say so in words, and draw again when the driver is back.
import type { Controller, MapContext } from './map-context.ts';

export function createContextLossController({ app, sigma }: MapContext): Controller {
  const canvases = Object.values(sigma.getCanvases());
  const onLost = (event: Event): void => {
    event.preventDefault();
    app.ui.patch({ mapTrouble: 'context-lost' });
  };
  const onRestored = (): void => app.ui.patch({ mapTrouble: null });
  for (const canvas of canvases) {
    canvas.addEventListener('webglcontextlost', onLost);
    canvas.addEventListener('webglcontextrestored', onRestored);
  }
  return {
    dispose: () => {
      for (const canvas of canvases) {
        canvas.removeEventListener('webglcontextlost', onLost);
        canvas.removeEventListener('webglcontextrestored', onRestored);
      }
    },
  };
}
