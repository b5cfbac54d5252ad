// A user's query before it is sent: refused when it is not one plain read. The first of several layers, see docs/stores.md;
// it also keeps away what no later layer stops: a text so deeply nested that the server's parser never answers.

import { MAX_QUERY_LENGTH } from '../shared/api/cypher.ts';
import type { ErrorCode } from '../shared/errors.ts';
import { isName, placeOf, readTokens, type Token } from './cypher-tokens.ts';

export interface Refusal {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly line?: number;
  readonly column?: number;
}

const FIRST_WORDS = new Set(['MATCH', 'OPTIONAL', 'WITH', 'UNWIND', 'RETURN', 'CALL']);
/** Refused wherever they could be a keyword: writing, reading files, the server's own affairs. */
const WRITE_WORDS = new Set([
  'CREATE',
  'MERGE',
  'DELETE',
  'DETACH',
  'NODETACH',
  'SET',
  'REMOVE',
  'FOREACH',
  'INSERT',
  'DROP',
  'ALTER',
  'LOAD',
  'CSV',
  'TRANSACTIONS',
]);
const SERVER_WORDS = new Set(['SHOW', 'TERMINATE', 'USE', 'GRANT', 'REVOKE', 'DENY', 'RENAME']);
/** Refused where a clause can begin; elsewhere `start` is an ordinary name (evidence has a `start`). */
const CLAUSE_WORDS = new Set([
  'START',
  'STOP',
  'SESSION',
  'BEGIN',
  'COMMIT',
  'ROLLBACK',
  'ENABLE',
  'COPY',
  'IMPORT',
  'EXPLAIN',
  'PROFILE',
  'CYPHER',
]);
/** Functions with a dot in their name that are the language's own. Any other may be a plug-in that writes or reads files. */
const NAMESPACES = new Set(['date', 'datetime', 'localdatetime', 'time', 'localtime', 'duration', 'point', 'vector']);

const MAX_NESTING = 60;
const MAX_OPERATORS = 500;
const MAX_PREFIXES = 20;
const MAX_INDEXES = 200;
/** `n.a.a.a`, `:A:B`, and `x[0][0]` above: each step is one level deeper in the server's parser. */
const MAX_CHAIN = 50;
const MAX_CLAUSES = 150;
const MAX_UNIONS = 40;
const MAX_CASES = 40;
const CLAUSES = new Set(['MATCH', 'WITH', 'UNWIND', 'RETURN', 'CALL', 'UNION', 'LET', 'FILTER', 'NEXT']);
/** Stores do not agree on which of these end a line or part words, and nobody writes them: all but tab and line ends, and marks that turn the direction of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const OPERATOR_WORDS = new Set(['AND', 'OR', 'XOR', 'NOT', 'IN', 'CASE', 'IS', 'CONTAINS', 'STARTS', 'ENDS']);
const OPERATOR_SIGNS = new Set(['+', '-', '*', '/', '%', '^', '=', '<', '>', '|', '&', '!']);

export function findRefusal(query: string): Refusal | null {
  if (query.length > MAX_QUERY_LENGTH) return { code: 'too_large', detail: `the query has more than ${MAX_QUERY_LENGTH} characters` };
  const escaped = /\\u/i.exec(query);
  // The server decodes them anywhere, even in keywords and quotes, after we have looked.
  if (escaped)
    return {
      code: 'syntax',
      detail: 'unicode escapes (\\u) are not allowed: write the character itself',
      ...placeOf(query, escaped.index),
    };
  const control = CONTROL.exec(query);
  if (control)
    return {
      code: 'syntax',
      detail: `a control character (U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}) stands in the query`,
      ...placeOf(query, control.index),
    };
  const { tokens, unterminated } = readTokens(query);
  if (unterminated !== null) return { code: 'syntax', detail: `${query[unterminated]} is never closed`, ...placeOf(query, unterminated) };
  const first = tokens[0];
  if (first === undefined) return { code: 'syntax', detail: 'the query is empty', line: 1, column: 1 };
  return (
    findBadWord(query, tokens) ??
    findBadCall(query, tokens) ??
    findSecondStatement(query, tokens) ??
    findBadStart(query, first) ??
    findTooComplex(tokens)
  );
}

/**
 * What is sent of a query that was not refused: comments as spaces, no trailing semicolon, every place as before. So no store can read as a
 * statement what we read as a comment.
 */
export function toSentQuery(query: string): string {
  const { tokens, comments } = readTokens(query);
  const last = tokens.at(-1);
  const blank = last?.text === ';' ? [...comments, last] : comments;
  return [...blank]
    .sort((a, b) => a.start - b.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end), query);
}

function beginsClause(previous: Token | undefined): boolean {
  return (
    previous === undefined ||
    previous.text === '{' ||
    previous.text === ';' ||
    ['UNION', 'ALL', 'EXPLAIN', 'PROFILE'].includes(previous.text.toUpperCase())
  );
}

function findBadWord(query: string, tokens: readonly Token[]): Refusal | null {
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const word = token.text.toUpperCase();
    const previous = tokens[i - 1];
    const next = tokens[i + 1];
    // `x < 2. SET ...`: a number may end in a dot, and what follows is no name.
    const afterNumber = previous?.text === '.' && tokens[i - 2]?.kind === 'number';
    if (!afterNumber && isName(previous, next)) continue;
    const place = placeOf(query, token.start);
    if (WRITE_WORDS.has(word)) return { code: 'write_refused', detail: `${word} is not allowed`, ...place };
    if (SERVER_WORDS.has(word)) return { code: 'write_refused', detail: `${word} is not allowed`, ...place };
    if (CLAUSE_WORDS.has(word) && beginsClause(previous))
      return { code: 'write_refused', detail: `${word} is not available here`, ...place };
    if (word === 'CALL' && next?.text !== '{' && next?.text !== '(')
      return { code: 'write_refused', detail: 'procedures cannot be called', ...place };
  }
  return null;
}

/** `apoc.cypher.run(...)`: a name with a dot before a parenthesis that is not the language's own. */
function findBadCall(query: string, tokens: readonly Token[]): Refusal | null {
  for (const [i, token] of tokens.entries()) {
    if (token.text !== '(' || tokens[i - 2]?.text !== '.') continue;
    let start = i - 1;
    while (tokens[start - 1]?.text === '.') start -= 2;
    const head = tokens[start];
    const last = tokens[i - 1];
    if (head === undefined || last === undefined || (last.kind !== 'word' && last.kind !== 'quoted')) continue;
    if (head.kind === 'word' && NAMESPACES.has(head.text.toLowerCase())) continue;
    // `WHERE n.x IN (...)` has a keyword before the parenthesis; `n.name (` is no Cypher at all.
    return { code: 'write_refused', detail: `${query.slice(head.start, last.end)} cannot be called`, ...placeOf(query, head.start) };
  }
  return null;
}

function findSecondStatement(query: string, tokens: readonly Token[]): Refusal | null {
  const semicolon = tokens.findIndex((token) => token.text === ';');
  if (semicolon < 0 || semicolon === tokens.length - 1) return null;
  return { code: 'syntax', detail: 'one query at a time', ...placeOf(query, tokens[semicolon]?.start ?? 0) };
}

function findBadStart(query: string, first: Token): Refusal | null {
  if (first.kind === 'word' && FIRST_WORDS.has(first.text.toUpperCase())) return null;
  return { code: 'syntax', detail: `a query begins with ${[...FIRST_WORDS].join(', ')}`, ...placeOf(query, first.start) };
}

function findTooComplex(tokens: readonly Token[]): Refusal | null {
  let depth = 0;
  let chain = 0;
  let prefixes = 0;
  const counts = { operators: 0, clauses: 0, unions: 0, cases: 0, indexes: 0 };
  for (const [i, { kind, text }] of tokens.entries()) {
    const previous = tokens[i - 1];
    if (text === '(' || text === '[' || text === '{') depth++;
    else if (text === ')' || text === ']' || text === '}') depth--;
    const word = kind === 'word' ? text.toUpperCase() : '';
    const isOperator = kind === 'sign' ? OPERATOR_SIGNS.has(text) : OPERATOR_WORDS.has(word);
    if (isOperator) counts.operators++;
    prefixes = isOperator ? prefixes + 1 : 0;
    if (CLAUSES.has(word)) counts.clauses++;
    if (word === 'UNION') counts.unions++;
    if (word === 'CASE') counts.cases++;
    if (text === '.' || text === ':') chain++;
    else if (kind !== 'sign' && previous?.text !== '.' && previous?.text !== ':') chain = 0;
    if (text === '[' && (previous?.kind !== 'sign' || previous.text === ']' || previous.text === ')')) counts.indexes++;
    const tooMuch =
      (depth > MAX_NESTING && `the query is nested more than ${MAX_NESTING} deep`) ||
      (counts.operators > MAX_OPERATORS && `the query has more than ${MAX_OPERATORS} operators`) ||
      (prefixes > MAX_PREFIXES && `more than ${MAX_PREFIXES} operators stand in a row`) ||
      (chain > MAX_CHAIN && `more than ${MAX_CHAIN} properties or labels hang on each other`) ||
      (counts.indexes > MAX_INDEXES && `the query has more than ${MAX_INDEXES} indexes`) ||
      (counts.clauses > MAX_CLAUSES && `the query has more than ${MAX_CLAUSES} clauses`) ||
      (counts.unions > MAX_UNIONS && `the query has more than ${MAX_UNIONS} unions`) ||
      (counts.cases > MAX_CASES && `the query has more than ${MAX_CASES} CASE`);
    if (tooMuch) return { code: 'too_large', detail: tooMuch };
  }
  return null;
}
