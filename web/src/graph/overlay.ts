// A canvas of our own between Sigma's layers, sized like them and scaled to the screen's pixels.
import type { MapContext } from './map-context.ts';

interface Overlay {
  /** Cleared, unless what is there is kept; in CSS pixels. */
  readonly begin: (isKept?: boolean) => CanvasRenderingContext2D | null;
  readonly remove: () => void;
}

export function createOverlay(sigma: MapContext['sigma'], id: string, place: { beforeLayer: string } | { afterLayer: string }): Overlay {
  const canvas = sigma.createCanvas(id, { ...place, style: { position: 'absolute', inset: '0', pointerEvents: 'none' } });
  const context = canvas.getContext('2d');
  return {
    begin: (isKept = false) => {
      const { width, height } = sigma.getDimensions();
      const scale = window.devicePixelRatio || 1;
      if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
        canvas.width = Math.round(width * scale);
        canvas.height = Math.round(height * scale);
        canvas.style.width = `${width}px`;
        canvas.style.height = `${height}px`;
      }
      context?.setTransform(scale, 0, 0, scale, 0, 0);
      if (!isKept) context?.clearRect(0, 0, width, height);
      return context;
    },
    remove: () => sigma.killLayer(id),
  };
}
