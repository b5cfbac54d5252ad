// The query field: CodeMirror with Cypher colours, completion and the place of the last error. Tab leaves it, as in any field.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { Api } from '../../../api/client.ts';
import { makeCompletions } from './completions.ts';
import { cypherColors, cypherLanguage } from './cypher-language.ts';
import { editorTheme } from './editor-theme.ts';

interface Props {
  readonly api: Api;
  readonly name: string;
  readonly value: string;
  readonly error: { readonly line: number; readonly column: number; readonly message: string } | null;
  readonly onChange: (value: string) => void;
  readonly onRun: () => void;
}

export function CypherEditor({ api, name, value, error, onChange, onRun }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef({ onChange, onRun });
  latest.current = { onChange, onRun };
  const first = useRef(value);
  useEffect(() => {
    const run = (): boolean => {
      latest.current.onRun();
      return true;
    };
    const editor = new EditorView({
      parent: host.current ?? document.body,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          lineNumbers(),
          history(),
          bracketMatching(),
          closeBrackets(),
          cypherLanguage,
          cypherColors,
          editorTheme,
          autocompletion({ override: [makeCompletions(api)] }),
          keymap.of([
            { key: 'Ctrl-Enter', mac: 'Cmd-Enter', run },
            { key: 'Ctrl-Enter', run },
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'data-testid': 'console-query', 'aria-label': name, spellcheck: 'false' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [api, name]);
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);
  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const { doc } = editor.state;
    if (error === null || error.line < 1 || error.line > doc.lines) return editor.dispatch(setDiagnostics(editor.state, []));
    const line = doc.line(error.line);
    const from = Math.min(line.to, line.from + error.column - 1);
    const length = /^[\w`]+/.exec(line.text.slice(from - line.from))?.[0].length ?? 1;
    const to = Math.min(line.to, from + length);
    editor.dispatch(
      setDiagnostics(editor.state, [
        { from: to > from ? from : Math.max(line.from, to - 1), to, severity: 'error', message: error.message },
      ]),
    );
  }, [error]);
  return <div ref={host} className="cypher-editor" />;
}
