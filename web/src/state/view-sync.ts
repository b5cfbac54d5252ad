// Keeps address bar, browser history, remembered choices and <html> in step with the view.
import type { Lang } from '../../../src/shared/ontology.ts';
import type { App } from './app.ts';
import { watch } from './store.ts';
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

/** A step one would want to undo gets its own history entry; camera, looks and typing only replace the current one. */
const STEPS = [
  'tab',
  'ask',
  'since',
  'compared',
  'selected',
  'edge',
  'hiddenTypes',
  'hiddenRoles',
  'from',
  'to',
  'projection',
  'explored',
  'picked',
  'hulls',
  'split',
] as const satisfies readonly (keyof ViewState)[];
const isStep = (now: ViewState, before: ViewState): boolean => STEPS.some((key) => now[key] !== before[key]);

/** The browser's history is the undo list: every entry carries its number, the last one is remembered for this tab. */
const LAST = 'paperloom.lastStep';
function stepOf(state: unknown): number {
  return typeof state === 'object' && state !== null && 'step' in state && typeof state.step === 'number' ? state.step : 0;
}
function lastStep(): number {
  try {
    return Number(sessionStorage.getItem(LAST)) || 0;
  } catch {
    return 0;
  }
}
function keepLastStep(step: number): void {
  try {
    sessionStorage.setItem(LAST, String(step));
  } catch {
    // Without storage redo is forgotten on reload.
  }
}

export function syncView({ view, ui }: Pick<App, 'view' | 'ui'>): () => void {
  const applyLooks = (): void => {
    const { lang, theme } = view.get();
    const root = document.documentElement;
    const code = lang === 'zh' ? 'zh-CN' : 'en';
    // Setting what is there already would still make the browser look at every style again.
    if (root.lang !== code) root.lang = code;
    if (root.dataset['theme'] !== theme) root.dataset['theme'] = theme;
  };
  applyLooks();
  let step = stepOf(history.state);
  let last = Math.max(step, history.state === null ? 0 : lastStep());
  const tell = (): void => ui.patch({ canUndo: step > 0, canRedo: step < last });
  tell();
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
      if (isStep(now, before)) {
        step += 1;
        last = step;
        history.pushState({ step }, '', address);
        tell();
      } else history.replaceState({ step }, '', address);
    },
  );
  const onPop = (): void => {
    isReturning = true;
    step = stepOf(history.state);
    const { lang, theme, mark, camera } = view.get();
    const back = parseView(location.search, { lang, theme });
    view.set({ ...back, lang, theme, mark, camera: back.camera ?? camera });
    isReturning = false;
    tell();
  };
  // Once, when the page goes: writing it at every step is work the click waits for.
  const onHide = (): void => keepLastStep(last);
  addEventListener('popstate', onPop);
  addEventListener('pagehide', onHide);
  return () => {
    stop();
    removeEventListener('popstate', onPop);
    removeEventListener('pagehide', onHide);
  };
}
