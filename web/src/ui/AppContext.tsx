// Hands the app's stores to the panels, and the hooks that read from them.
import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import type { Lang } from '../../../src/shared/ontology.ts';
import { DICTIONARIES, type Dictionary } from '../i18n/dictionary.ts';
import type { App, GraphState } from '../state/app.ts';
import type { Store } from '../state/store.ts';
import type { ViewState } from '../state/view-state.ts';

const AppContext = createContext<App | null>(null);
export const AppProvider = AppContext.Provider;

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('useApp: no <AppProvider> above this component');
  return app;
}

/** Renders again only when what `pick` takes out of the store is another value; `pick` must not make new objects. */
export const usePick = <T extends object, S>(store: Store<T>, pick: (value: T) => S): S =>
  useSyncExternalStore(store.subscribe, () => pick(store.get()));
export const useView = (): ViewState => usePick(useApp().view, (view) => view);
/** The view, heard of only when one of these parts has changed. */
export function useViewOf<K extends keyof ViewState>(...keys: readonly K[]): Pick<ViewState, K> {
  const { view } = useApp();
  const last = useRef(view.get());
  return useSyncExternalStore(view.subscribe, () => {
    const now = view.get();
    if (keys.some((key) => now[key] !== last.current[key])) last.current = now;
    return last.current;
  });
}
export const useGraphState = (): GraphState => usePick(useApp().graph, ({ state }) => state);

export function useWords(): { t: Dictionary; lang: Lang } {
  const { view } = useApp();
  const lang = usePick(view, (value) => value.lang);
  return { t: DICTIONARIES[lang], lang };
}
