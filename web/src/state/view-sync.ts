// Keeps address bar, browser history, remembered choices and <html> in step with the view.
import type { Lang } from '../../../src/shared/ontology.ts';
import { type Store, watch } from './store.ts';
import { THEMES, type Theme, type ViewState } from './view-state.ts';
import { parseView, toSearch } from './view-url.ts';

const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(`paperloom.${key}`, value);
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
};
const recall = (key: string): string | null => {
  try {
    return localStorage.getItem(`paperloom.${key}`);
  } catch {
    return null;
  }
};

export function rememberedChoices(): { lang: Lang; theme: Theme } {
  const lang = recall('lang') ?? navigator.language;
  return { lang: lang.toLowerCase().startsWith('zh') ? 'zh' : 'en', theme: THEMES.find((theme) => theme === recall('theme')) ?? 'auto' };
}

/** A step one would want to undo gets its own history entry; camera and looks only replace the current one. */
const isStep = (now: ViewState, before: ViewState): boolean =>
  (['tab', 'ask', 'since', 'compared', 'selected', 'edge', 'hiddenTypes', 'hiddenRoles', 'from', 'to'] as const).some(
    (key) => now[key] !== before[key],
  );

export function syncView(view: Store<ViewState>): () => void {
  const applyLooks = (): void => {
    const { lang, theme } = view.get();
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['theme'] = theme;
  };
  applyLooks();
  let isReturning = false;
  const stop = watch(
    view,
    (value) => value,
    (now, before) => {
      applyLooks();
      if (now.lang !== before.lang) remember('lang', now.lang);
      if (now.theme !== before.theme) remember('theme', now.theme);
      if (isReturning) return;
      const address = `${location.pathname}${toSearch(now)}`;
      if (isStep(now, before)) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    },
  );
  const onPop = (): void => {
    isReturning = true;
    const { lang, theme, fingerprint, camera } = view.get();
    const back = parseView(location.search, { lang, theme });
    view.set({ ...back, lang, theme, fingerprint, camera: back.camera ?? camera });
    isReturning = false;
  };
  addEventListener('popstate', onPop);
  return () => {
    stop();
    removeEventListener('popstate', onPop);
  };
}
