// Keys that work anywhere: / for search, ? for help, Escape one step back.
import { useEffect } from 'react';
import { useApp } from '../../ui/AppContext.tsx';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function useGlobalKeys(): void {
  const app = useApp();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const wantsPalette = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (event.defaultPrevented || (!wantsPalette && (event.ctrlKey || event.metaKey || event.altKey))) return;
      if (wantsPalette || (event.key === '/' && !isTyping(event.target))) {
        event.preventDefault();
        app.ui.patch({ sheet: 'find' });
        const input = document.getElementById('search-input');
        if (input instanceof HTMLInputElement) {
          input.focus();
          input.select();
        }
      } else if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault();
        app.ui.patch({ isHelpOpen: true });
      } else if (event.key === 'Escape') {
        app.stepBack();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [app]);
}
