// Cypher for CodeMirror: enough of it to colour words, strings, numbers, labels, parameters and comments.
import { HighlightStyle, StreamLanguage, type StringStream, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

export const KEYWORDS =
  'MATCH OPTIONAL WHERE RETURN WITH UNWIND ORDER BY SKIP LIMIT UNION ALL DISTINCT AS AND OR XOR NOT IN IS NULL STARTS ENDS CONTAINS CASE WHEN THEN ELSE END EXISTS COUNT COLLECT ASC DESC TRUE FALSE CALL'.split(
    ' ',
  );
export const FUNCTIONS =
  'count collect min max sum avg size head last labels type keys properties toLower toUpper toString toInteger toFloat coalesce split substring trim replace range reduce abs round date duration nodes relationships length shortestPath'.split(
    ' ',
  );
const WORDS = new Set(KEYWORDS);

interface State {
  isInComment: boolean;
}

function endComment(stream: StringStream, state: State): string {
  state.isInComment = !stream.skipTo('*/');
  if (state.isInComment) stream.skipToEnd();
  else stream.match('*/');
  return 'comment';
}

export const cypherLanguage = StreamLanguage.define<State>({
  name: 'cypher',
  startState: () => ({ isInComment: false }),
  token(stream, state) {
    if (state.isInComment) return endComment(stream, state);
    if (stream.eatSpace()) return null;
    if (stream.match('//')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match('/*')) return endComment(stream, state);
    if (stream.match(/^'(?:[^'\\]|\\.)*'?/) || stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
    if (stream.match(/^`[^`]*`?/)) return 'variableName';
    if (stream.match(/^\$\w+/)) return 'atom';
    if (stream.match(/^\d+(?:\.\d+)?(?:e[+-]?\d+)?/i)) return 'number';
    if (stream.match(/^:\s*[A-Za-z_]\w*/) || stream.match(/^\|\s*[A-Z_]\w*/)) return 'typeName';
    const word = stream.match(/^[\p{ID_Start}_][\p{ID_Continue}]*/u);
    if (word && typeof word !== 'boolean')
      return WORDS.has(word[0].toUpperCase()) ? 'keyword' : stream.match(/^\s*\(/, false) ? 'propertyName' : null;
    stream.next();
    return null;
  },
  languageData: {
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['(', '[', '{', "'", '"'] },
  },
});

/** Colours come from the page's own tokens, so that both themes have them. */
export const cypherColors = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
    { tag: tags.typeName, fontWeight: '600' },
    { tag: [tags.string, tags.number, tags.atom], color: 'var(--text)', fontStyle: 'italic' },
    { tag: tags.comment, color: 'var(--text-muted)' },
    { tag: tags.propertyName, textDecoration: 'none' },
  ]),
);
