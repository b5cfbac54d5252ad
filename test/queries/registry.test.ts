// The registry keeps its own rules: every query has a file, every file a line, and both say the same.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EDGE_TYPES, NODE_LABELS } from '../../src/shared/ontology.ts';
import { readTokens, type Token } from '../../src/store/cypher-tokens.ts';
import { ENTITY_COLUMNS, PAPER_COLUMNS, PAPER_EDGE_COLUMNS, RESULT_COLUMNS } from '../../src/store/queries/apply.ts';
import { definitionOf, QUERIES, type QueryName } from '../../src/store/queries.ts';
import { CYPHER_DIR, META_LABEL, prefixLabels, stripComments } from '../../src/store/query-text.ts';

const NAMES = Object.keys(QUERIES) as QueryName[];
const MOST_OVERRIDES = 5;
const files = (['read', 'write'] as const).flatMap((kind) =>
  readdirSync(`${CYPHER_DIR}${kind}`)
    .filter((file) => file.endsWith('.cypher'))
    .map((file) => ({ kind, file })),
);
const textsOf = (name: QueryName): { file: string; text: string }[] =>
  files
    .filter(({ kind, file }) => kind === definitionOf(name).access && file.split('.')[0] === name)
    .map(({ kind, file }) => ({ file, text: readFileSync(`${CYPHER_DIR}${kind}/${file}`, 'utf8') }));
const header = (text: string, tag: string): string[] =>
  [...text.matchAll(new RegExp(`^// ${tag}\\b:? ?(.*)$`, 'gm'))].map((match) => match[1] ?? '');

/** What one of the stores refuses or silently answers otherwise, see docs/stores.md. */
const OUTSIDE_SUBSET: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['label expressions (x:A|B)', /\(\w*:\w+\s*[|&!]/],
  ['inline WHERE', /\([^()]*\bWHERE\b[^()]*\)\s*(?:-|<-|$)/],
  ['COLLECT {}', /\bCOLLECT\s*\{/i],
  ['COUNT { MATCH', /\bCOUNT\s*\{\s*MATCH/i],
  ['quantified paths', /\)\s*(?:\{\d|\+|\*)\s*[\d,}(]/],
  ['duration.between', /duration\.between/i],
  ['round(x, n)', /\bround\([^()]*,/i],
  ['negative slices', /\[\s*-\d+\s*\.\./],
  ['isEmpty, randomUUID, point', /\b(?:isEmpty|randomUUID|point)\s*\(/i],
  ['look-ahead or \\w in a pattern', /=~/],
  ['toString of a number', /\btoString\s*\(/i],
  ['LOAD CSV, procedures', /\bLOAD\s+CSV\b|\bCALL\s+\w/i],
  ['keys(n) has no order', /\bkeys\s*\(/i],
];
const AGGREGATES = new Set(['count', 'collect', 'min', 'max', 'sum', 'avg', 'stdev', 'stdevp', 'percentilecont', 'percentiledisc']);

/** Aggregates in a RETURN or WITH whose item has no alias. */
function unaliased(tokens: readonly Token[]): string[] {
  const bad: string[] = [];
  let depth = 0;
  let item: Token[] | null = null;
  const close = (): void => {
    const words = item ?? [];
    const isAggregate = words.some((token, i) => AGGREGATES.has(token.text.toLowerCase()) && words[i + 1]?.text === '(');
    if (isAggregate && words.at(-2)?.text.toUpperCase() !== 'AS') bad.push(words.map((token) => token.text).join(' '));
    item = [];
  };
  for (const token of tokens) {
    const word = token.text.toUpperCase();
    if (depth === 0 && token.kind === 'word' && (word === 'RETURN' || word === 'WITH')) item = [];
    else if (
      depth === 0 &&
      token.kind === 'word' &&
      ['ORDER', 'SKIP', 'LIMIT', 'WHERE', 'MATCH', 'OPTIONAL', 'UNWIND', 'DETACH', 'DELETE', 'UNION', 'MERGE', 'SET'].includes(word)
    ) {
      if (item !== null) close();
      item = null;
    } else if (depth === 0 && token.text === ',' && item !== null) close();
    else item?.push(token);
    if ('([{'.includes(token.text)) depth++;
    if (')]}'.includes(token.text)) depth--;
  }
  if (item !== null) close();
  return bad;
}

test('every file under cypher/read and cypher/write has a line in the registry', () => {
  const unknown = files.filter(({ kind, file }) => {
    const name = file.split('.')[0] ?? '';
    return !(name in QUERIES) || definitionOf(name as QueryName).access !== kind;
  });
  expect(unknown).toEqual([]);
});

test('stores have texts of their own for at most five queries, each with its reason', () => {
  const overrides = files.filter(({ file }) => /\.(?:grafeo|neo4j)\.cypher$/.test(file));
  expect(overrides.length).toBeLessThanOrEqual(MOST_OVERRIDES);
  for (const { kind, file } of overrides) expect(readFileSync(`${CYPHER_DIR}${kind}/${file}`, 'utf8'), file).toMatch(/^\/\/ reason: \S/m);
});

describe.each(NAMES)('%s', (name) => {
  const { access, params, variant } = definitionOf(name);
  const texts = textsOf(name);

  test('has a file with a full header', () => {
    expect(texts.some(({ file }) => file === `${name}.cypher`)).toBe(true);
    for (const { file, text } of texts) {
      expect(header(text, 'purpose').join(''), file).not.toBe('');
      expect(header(text, '@access'), file).toEqual([access]);
      expect(header(text, '@limit').join(''), file).not.toBe('');
    }
  });

  test('header, schema and text name the same parameters', () => {
    const inSchema = Object.keys(params.shape).sort();
    for (const { file, text } of texts) {
      expect(
        header(text, '@param')
          .map((line) => line.split(' ')[0])
          .sort(),
        file,
      ).toEqual(inSchema);
      const used = readTokens(stripComments(text))
        .tokens.filter((token) => token.kind === 'param')
        .map((token) => token.text.slice(1));
      expect([...new Set(used)].sort(), file).toEqual(inSchema.filter((key) => key !== variant?.param));
      if (variant !== null) {
        expect(text, file).toContain(`__${variant.param.toUpperCase()}__`);
        for (const value of variant.values) expect([...NODE_LABELS, 'Entity', ...EDGE_TYPES]).toContain(value);
      } else expect(stripComments(text), file).not.toMatch(/__[A-Z]+__/);
    }
  });

  test('is written in the subset that both stores answer alike', () => {
    for (const { file, text } of texts) {
      const body = stripComments(text);
      if (/\.(?:grafeo|neo4j)\.cypher$/.test(file)) continue;
      for (const [what, pattern] of OUTSIDE_SUBSET) expect(pattern.test(body), `${file}: ${what}`).toBe(false);
      expect(unaliased(readTokens(body).tokens), `${file}: aggregates without alias`).toEqual([]);
    }
  });

  test('writes only when it says so', () => {
    const writes = (text: string): boolean => /\b(?:CREATE|MERGE|SET|DELETE|REMOVE|FOREACH)\b/.test(stripComments(text));
    for (const { file, text } of texts) expect(writes(text), file).toBe(access === 'write');
  });

  test('takes a label prefix everywhere, and nowhere else', () => {
    for (const { file, text } of texts) {
      const body = stripComments(text).replaceAll('__LABEL__', 'Paper');
      const prefixed = prefixLabels(body, 'X_');
      const labels = [...NODE_LABELS, 'Entity', META_LABEL];
      const left = readTokens(prefixed).tokens.filter((token) => token.kind === 'word' && labels.includes(token.text));
      expect(
        left.map((token) => token.text),
        file,
      ).toEqual([]);
      const strings = (text: string): string[] =>
        readTokens(text)
          .tokens.filter((token) => token.kind === 'string')
          .map((token) => token.text);
      expect(strings(prefixed), file).toEqual(strings(body));
    }
  });
});

test.each([
  ['add-papers', PAPER_COLUMNS],
  ['add-entities', ENTITY_COLUMNS],
  ['set-entities', ENTITY_COLUMNS],
  ['add-paper-edges', PAPER_EDGE_COLUMNS],
  ['add-results', RESULT_COLUMNS],
] as const)('%s reads its rows in the order of their columns', (name, columns) => {
  const body = stripComments(readFileSync(`${CYPHER_DIR}write/${name}.cypher`, 'utf8'));
  const used = [...body.matchAll(/row\[(\d+)\]/g)].map((match) => Number(match[1]));
  expect(used).toEqual(columns.map((_, i) => i));
  for (const [, key, index] of body.matchAll(/(\w+)(?:: | = )row\[(\d+)\]/g)) {
    // Ends of an edge are found by `id`; every other value lands in the property of its column's name.
    const column = columns[Number(index)] ?? '';
    expect(['paperId', 'entityId'].includes(column) ? 'id' : column, `${name} ${index}`).toBe(key);
  }
});
