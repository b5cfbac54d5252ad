// A user's query, so that Grafeo reads it as Neo4j does. Two differences are bridged:
// `RETURN m, count(*)` answers a bare integer for the node when the aggregate has no alias, so every unnamed item gets the name
// Neo4j would give it, its own text; and keywords as names (`n.set`, `{in: 1}`) are refused, so they get backticks.
import { isName, readTokens, type Token } from '../cypher-tokens.ts';

const KEYWORDS = new Set(
  (
    'ALL AND ANY AS ASC BY CALL CASE CONTAINS CREATE DELETE DESC DETACH DISTINCT ELSE END ENDS EXISTS FALSE FOREACH IN IS LIMIT LOAD MATCH MERGE NONE NOT NULL ON ' +
    'OPTIONAL OR ORDER REMOVE RETURN SET SHOW SINGLE SKIP STARTS THEN TRUE UNION UNWIND WHEN WHERE WITH XOR YIELD'
  ).split(' '),
);
/** After a colon these are the value of a key, not a label: `{a: true}`. */
const BEGINS_VALUE = new Set(['ALL', 'ANY', 'CASE', 'EXISTS', 'FALSE', 'NONE', 'NOT', 'NULL', 'SINGLE', 'TRUE']);
const ENDS_ITEMS = new Set(['ORDER', 'SKIP', 'LIMIT', 'OFFSET', 'UNION', 'NEXT']);
const OPEN = new Set(['(', '[', '{']);
const CLOSE = new Set([')', ']', '}']);

/** The items of the RETURN that begins at token `from`, as ranges of tokens. */
function itemsOf(tokens: readonly Token[], from: number): { first: number; last: number }[] {
  const items: { first: number; last: number }[] = [];
  let depth = 0;
  let first = from;
  for (let i = from; ; i++) {
    const token = tokens[i];
    const ends =
      token === undefined ||
      (depth === 0 &&
        (CLOSE.has(token.text) ||
          token.text === ';' ||
          (token.kind === 'word' &&
            ENDS_ITEMS.has(token.text.toUpperCase()) &&
            tokens[i - 1]?.text !== '.' &&
            tokens[i - 1]?.text.toUpperCase() !== 'AS')));
    if (ends || (depth === 0 && token?.text === ',')) {
      if (i > first) items.push({ first, last: i - 1 });
      first = i + 1;
      if (ends) return items;
    } else if (OPEN.has(token?.text ?? '')) depth++;
    else if (CLOSE.has(token?.text ?? '')) depth--;
  }
}

function hasAlias(tokens: readonly Token[], item: { first: number; last: number }): boolean {
  return item.last > item.first + 1 && tokens[item.last - 1]?.text.toUpperCase() === 'AS';
}

export function adaptQuery(query: string): string {
  const { tokens } = readTokens(query);
  const inserts: { at: number; text: string }[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word' || token.text.toUpperCase() !== 'RETURN' || tokens[i - 1]?.text === '.' || tokens[i - 1]?.text === ':')
      continue;
    const from = tokens[i + 1]?.text.toUpperCase() === 'DISTINCT' ? i + 2 : i + 1;
    for (const item of itemsOf(tokens, from)) {
      const isPlain = item.first === item.last;
      const first = tokens[item.first];
      const last = tokens[item.last];
      if (isPlain && (first?.kind === 'word' || first?.text === '*')) continue;
      if (hasAlias(tokens, item) || first === undefined || last === undefined) continue;
      inserts.push({ at: last.end, text: ` AS \`${query.slice(first.start, last.end).replaceAll('`', '``')}\`` });
    }
  }
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word' || !KEYWORDS.has(token.text.toUpperCase()) || !isName(tokens[i - 1], tokens[i + 1])) continue;
    if (tokens[i - 1]?.text === ':' && BEGINS_VALUE.has(token.text.toUpperCase())) continue;
    inserts.push({ at: token.end, text: '`' }, { at: token.start, text: '`' });
  }
  return inserts
    .sort((a, b) => b.at - a.at)
    .reduce((text, insert) => text.slice(0, insert.at) + insert.text + text.slice(insert.at), query);
}
