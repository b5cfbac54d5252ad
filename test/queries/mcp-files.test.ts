// The queries behind the tools for agents and behind questions in words: each has a full header, passes the console's fence, and is asked for.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findRefusal } from '../../src/store/console-guard.ts';
import { readTokens } from '../../src/store/cypher-tokens.ts';
import { CYPHER_DIR, stripComments } from '../../src/store/query-text.ts';

const sourcesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n');
const SOURCES: Readonly<Record<string, string>> = { mcp: sourcesIn('src/mcp'), ask: readFileSync('src/pipeline/ask.ts', 'utf8') };
const FILES = Object.keys(SOURCES).flatMap((folder) => readdirSync(`${CYPHER_DIR}${folder}`).map((file) => ({ folder, file })));

describe.each(FILES)('$folder/$file', ({ folder, file }) => {
  const text = readFileSync(`${CYPHER_DIR}${folder}/${file}`, 'utf8');
  const query = stripComments(text);

  test('says what it is for, what it takes and where it ends', () => {
    expect(text).toMatch(/^\/\/ purpose: \S.{10,}/m);
    expect(text).toMatch(/^\/\/ @limit \S/m);
    const named = [...text.matchAll(/^\/\/ @param (\w+) /gm)].map((match) => match[1]);
    const used = readTokens(query)
      .tokens.filter((token) => token.kind === 'param')
      .map((token) => token.text.slice(1));
    expect(named.sort()).toEqual([...new Set(used)].sort());
  });

  test('passes the fence that users pass', () => {
    expect(findRefusal(query)).toBeNull();
  });

  test('is asked for', () => {
    const name = file.replace('.cypher', '');
    const source = SOURCES[folder] ?? '';
    expect(source.includes(`'${name}'`) || (name.startsWith('steps-from-') && source.includes('`steps-from-'))).toBe(true);
  });
});
