// A user writes `:Paper` whatever the prefix of a shared database is: our labels get it on the way, by tokens, so that strings, comments
// and map keys stay as they are.
import { readTokens, type Token } from '../cypher-tokens.ts';
import { OUR_LABELS } from '../query-text.ts';

export interface PrefixedQuery {
  readonly text: string;
  /** A column of the sent text as the user counts it. */
  readonly toOwnColumn: (line: number, column: number) => number;
}
const LABELS: ReadonlySet<string> = new Set(OUR_LABELS);
const JOINS = new Set(['|', '&', '!', '(', ')']);
const OPENS = new Set(['(', '[', '{']);
const CLOSES = new Set([')', ']', '}']);

export function prefixUserLabels(query: string, prefix: string): PrefixedQuery {
  if (prefix === '') return { text: query, toOwnColumn: (_line, column) => column };
  const { tokens } = readTokens(query);
  const starts = labelsIn(tokens);
  const lines = starts.map((start) => {
    const before = query.slice(0, start).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  });
  let text = '';
  let from = 0;
  for (const start of starts) {
    text += query.slice(from, start) + prefix;
    from = start;
  }
  return {
    text: text + query.slice(from),
    toOwnColumn: (line, column) => {
      let own = column;
      for (const at of lines) if (at.line === line && own > at.column) own = Math.max(at.column, own - prefix.length);
      return own;
    },
  };
}

/** Where labels of ours begin: words of a label expression, which a colon opens. `{a: Paper}` is a map. */
function labelsIn(tokens: readonly Token[]): number[] {
  const found: number[] = [];
  const open: string[] = [];
  let isLabels = false;
  for (const [i, token] of tokens.entries()) {
    if (OPENS.has(token.text)) open.push(token.text);
    else if (CLOSES.has(token.text)) open.pop();
    if (token.text === ':') isLabels = !(open.at(-1) === '{' && isKey(tokens, i - 1));
    else if (token.kind === 'word') {
      if (isLabels && LABELS.has(token.text)) found.push(token.start);
      // After a name only a join goes on: `(n:Paper Method)` is none.
      isLabels = isLabels && JOINS.has(tokens[i + 1]?.text ?? '');
    } else if (isLabels && !JOINS.has(token.text)) isLabels = false;
  }
  return found;
}

function isKey(tokens: readonly Token[], at: number): boolean {
  const key = tokens[at];
  return (key?.kind === 'word' || key?.kind === 'quoted') && (tokens[at - 1]?.text === '{' || tokens[at - 1]?.text === ',');
}
