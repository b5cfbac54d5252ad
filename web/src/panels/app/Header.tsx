// Name of the product, and the three switches that concern the whole page: language, theme, help.

import { THEMES, type Theme } from '../../state/view-state.ts';
import { useApp, usePick, useViewOf, useWords } from '../../ui/AppContext.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';

const THEME_ICONS: Readonly<Record<Theme, IconName>> = { auto: 'system', light: 'sun', dark: 'moon' };

export function Header() {
  const app = useApp();
  const { theme } = useViewOf('theme');
  const { t, lang } = useWords();
  const nextTheme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
  const canUndo = usePick(app.ui, (value) => value.canUndo);
  const canRedo = usePick(app.ui, (value) => value.canRedo);
  const tool = (id: string, icon: IconName, label: string, key: string, run: () => void, isOff = false) => (
    <button type="button" className="tool" data-testid={id} aria-label={label} title={`${label} (${key})`} disabled={isOff} onClick={run}>
      <Icon name={icon} />
    </button>
  );
  return (
    <header className="header">
      <h1>
        <img src="/favicon.svg" alt="" width="24" height="24" />
        {t.appName}
      </h1>
      <p className="tagline">{t.tagline}</p>
      <div className="header-tools">
        {tool('undo', 'undo', t.w.undo, 'Ctrl Z', app.undo, !canUndo)}
        {tool('redo', 'redo', t.w.redo, 'Ctrl Shift Z', app.redo, !canRedo)}
        <button
          type="button"
          className="tool"
          data-testid="add-open"
          aria-label={t.w.addReport}
          title={t.w.addReport}
          onClick={() => app.ui.patch({ dialog: 'add', dropped: null })}
        >
          <Icon name="add" />
        </button>
        {tool('palette-open', 'command', t.w.palette, 'Ctrl K', () => app.ui.patch({ dialog: 'palette' }))}
        <button
          type="button"
          className="tool"
          data-testid="lang-switch"
          lang={lang === 'zh' ? 'en' : 'zh-CN'}
          aria-label={t.switchLanguage}
          onClick={() => app.view.patch({ lang: lang === 'zh' ? 'en' : 'zh' })}
        >
          {lang === 'zh' ? 'English' : '中文'}
        </button>
        <button
          type="button"
          className="tool"
          data-testid="theme-switch"
          aria-label={`${t.theme}: ${t.themes[theme]}`}
          title={`${t.theme}: ${t.themes[theme]}`}
          onClick={() => app.view.patch({ theme: nextTheme })}
        >
          <Icon name={THEME_ICONS[theme]} />
        </button>
        <button
          type="button"
          className="tool"
          data-testid="help-open"
          aria-label={t.help}
          title={`${t.help} (?)`}
          onClick={() => app.ui.patch({ dialog: 'help' })}
        >
          <Icon name="help" />
        </button>
      </div>
    </header>
  );
}
