// Starts the explorer: stores first, then the page, then the data.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from './api/client.ts';
import { watchAnswers } from './api/watch-answers.ts';
import { App } from './panels/app/App.tsx';
import { createApp } from './state/app.ts';
import { rememberedChoices, syncView } from './state/view-sync.ts';
import { parseView } from './state/view-url.ts';
import { AppProvider } from './ui/AppContext.tsx';
import './styles/index.css';

const host = document.getElementById('app');
if (!host) throw new Error('main: index.html has no #app');
const app = createApp(
  watchAnswers(createApi(), (isOffline) => app.ui.patch({ isOffline })),
  parseView(location.search, rememberedChoices()),
);
syncView(app);
createRoot(host).render(
  <StrictMode>
    <AppProvider value={app}>
      <App />
    </AppProvider>
  </StrictMode>,
);
void app.load();
