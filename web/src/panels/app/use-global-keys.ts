// Keys that work anywhere: / for search, Ctrl or Cmd K for the palette, Ctrl or Cmd Z to undo, ? for help, Escape one step back.
import { useEffect } from 'react';
import { useApp } from '../../ui/AppContext.tsx';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function useGlobalKeys(): void {
  const app = useApp();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey) return;
      if (event.ctrlKey || event.metaKey) {
        const key = event.key.toLowerCase();
        const isOverPage = app.ui.get().dialog !== null;
        if (key === 'k') {
          event.preventDefault();
          app.ui.patch({ dialog: app.ui.get().dialog === 'palette' ? null : 'palette' });
        } else if (!isOverPage && !isTyping(event.target) && (key === 'z' || key === 'y')) {
          event.preventDefault();
          if (key === 'y' || event.shiftKey) app.redo();
          else app.undo();
        }
        return;
      }
      if (app.ui.get().dialog !== null) return;
      if (event.key === '/' && !isTyping(event.target)) {
        event.preventDefault();
        app.ui.patch({ sheet: 'find' });
        const input = document.getElementById('search-input');
        if (input instanceof HTMLInputElement) {
          input.focus();
          input.select();
        }
      } else if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault();
        app.ui.patch({ dialog: 'help' });
      } else if (event.key === 'Escape') {
        app.stepBack();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [app]);
}
