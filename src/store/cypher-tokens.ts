// Cuts Cypher into words, names in backticks, strings, numbers, parameters and signs. It knows comments; it knows no grammar.

export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'param' | 'sign';
  /** As written, quotes included. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly comments: readonly { readonly start: number; readonly end: number }[];
  /** Where a string, name in backticks or comment begins that never ends. */
  readonly unterminated: number | null;
}

const WORD = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const PARAM = /\$(?:[\p{ID_Continue}_]+|`[^`]*`)/uy;
const NUMBER = /(?:0x[\da-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)/iy;
const SPACE = /[\s\u180e\ufeff]+/uy;

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The end of a string or of a name in backticks, or -1. */
function endOfQuoted(text: string, start: number): number {
  const quote = text[start];
  for (let i = start + 1; i < text.length; i++) {
    if (quote !== '`' && text[i] === '\\') i++;
    else if (text[i] === quote) {
      if (quote === '`' && text[i + 1] === '`') i++;
      else return i + 1;
    }
  }
  return -1;
}

/** One store ends a line comment at a carriage return, the other does not: the earlier end, since what is taken for a comment is never sent. */
function endOfComment(text: string, start: number): number {
  if (text[start + 1] === '/') {
    const end = text.slice(start).search(/[\r\n]/);
    return end < 0 ? text.length : start + end;
  }
  const end = text.indexOf('*/', start + 2);
  return end < 0 ? -1 : end + 2;
}

export function readTokens(text: string): Tokens {
  const tokens: Token[] = [];
  const comments: { start: number; end: number }[] = [];
  let at = 0;
  const push = (kind: Token['kind'], end: number): void => {
    tokens.push({ kind, text: text.slice(at, end), start: at, end });
    at = end;
  };
  while (at < text.length) {
    const char = text[at] ?? '';
    const space = matchAt(SPACE, text, at);
    if (space > at) {
      at = space;
      continue;
    }
    if (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const end = endOfComment(text, at);
      if (end < 0) return { tokens, comments, unterminated: at };
      comments.push({ start: at, end });
      at = end;
      continue;
    }
    if (char === "'" || char === '"' || char === '`') {
      const end = endOfQuoted(text, at);
      if (end < 0) return { tokens, comments, unterminated: at };
      push(char === '`' ? 'quoted' : 'string', end);
      continue;
    }
    const word = matchAt(WORD, text, at);
    if (word > at) {
      push('word', word);
      continue;
    }
    const param = matchAt(PARAM, text, at);
    if (param > at) {
      push('param', param);
      continue;
    }
    // `1..3` is a range, not `1.` and `.3`.
    const number = char === '.' && text[at + 1] === '.' ? at : matchAt(NUMBER, text, at);
    if (number > at) {
      push('number', number);
      continue;
    }
    if (char === '.' && text[at + 1] === '.') push('sign', at + 2);
    else push('sign', at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1));
  }
  return { tokens, comments, unterminated: null };
}

/** 1-based, as editors count. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** True where a word is a property, a label or a key whatever it says: `n.set`, `:Set`, `{set: 1}`. */
export function isName(previous: Token | undefined, next: Token | undefined): boolean {
  return previous?.text === '.' || previous?.text === ':' || (next?.text === ':' && (previous?.text === '{' || previous?.text === ','));
}
