// Recolours the map when the theme changes, by choice or with the system.
import { watch } from '../state/store.ts';
import { recolor } from './build-graph.ts';
import { type MapColors, readMapColors, toRgb } from './map-colors.ts';
import type { Controller, MapContext } from './map-context.ts';
import type { MapLook } from './map-look.ts';

export function applyColors(look: MapLook, colors: MapColors): void {
  look.background = toRgb(colors.background);
  look.ring = toRgb(colors.text);
}

export function createThemeController(map: MapContext, setColors: (colors: MapColors) => void): Controller {
  const { app, graph, model, sigma, look } = map;
  const apply = (): void => {
    const colors = readMapColors(sigma.getContainer());
    setColors(colors);
    applyColors(look, colors);
    recolor(graph, model, colors);
    sigma.refresh({ skipIndexation: true });
  };
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', apply);
  const stop = watch(app.view, (view) => view.theme, apply);
  return {
    dispose: () => {
      stop();
      system.removeEventListener('change', apply);
    },
  };
}
