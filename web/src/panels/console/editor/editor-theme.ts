// The editor's colours in both themes. Here and not in the style sheets: these lie in layers, which CodeMirror's own styles win over.
import { EditorView } from '@codemirror/view';

export const editorTheme = EditorView.theme({
  '.cm-content': { minHeight: '96px', caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { background: 'var(--raised)', color: 'var(--text-muted)', borderRight: '1px solid var(--line)' },
  '.cm-tooltip': { border: '1px solid var(--line-strong)', background: 'var(--panel)', color: 'var(--text)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--accent-soft)', color: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { background: 'var(--accent-soft)' },
});
