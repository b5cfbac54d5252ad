// Hands the app's stores to the panels, and the hooks that read from them.
import { createContext, useContext, useSyncExternalStore } from 'react';
import { DICTIONARIES, type Dictionary } from '../i18n/dictionary.ts';
import type { Lang } from '../../../src/shared/ontology.ts';
import type { App } from '../state/app.ts';
import type { Store } from '../state/store.ts';
import type { ViewState } from '../state/view-state.ts';

const AppContext = createContext<App | null>(null);
export const AppProvider = AppContext.Provider;

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('useApp: no <AppProvider> above this component');
  return app;
}

export const useStore = <T extends object>(store: Store<T>): T => useSyncExternalStore(store.subscribe, store.get);
export const useView = (): ViewState => useStore(useApp().view);

export function useWords(): { t: Dictionary; lang: Lang } {
  const { view } = useApp();
  const lang = useSyncExternalStore(view.subscribe, () => view.get().lang);
  return { t: DICTIONARIES[lang], lang };
}
