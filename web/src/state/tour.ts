// Whether the tour was taken or skipped in this browser.
import type { App } from './app.ts';

const KEY = 'paperloom.tourSeen';

export function isFirstVisit(): boolean {
  try {
    return localStorage.getItem(KEY) === null;
  } catch {
    // A browser that keeps nothing would get the tour every time: then never.
    return false;
  }
}
export function endTour(ui: App['ui']): void {
  ui.patch({ tourStep: null });
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // See above.
  }
}
