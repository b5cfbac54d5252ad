// Closes a dialog of the app. The event of closing comes late: by then another dialog may be open.
import type { App } from '../state/app.ts';
import { useApp } from './AppContext.tsx';

export function useClose(name: NonNullable<ReturnType<App['ui']['get']>['dialog']>): () => void {
  const { ui } = useApp();
  return () => {
    if (ui.get().dialog === name) ui.patch({ dialog: null, dropped: null });
  };
}
