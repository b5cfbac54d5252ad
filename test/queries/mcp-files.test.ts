// The queries behind the tools for agents: each has a full header, passes the console's fence, and is asked for by some tool.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findRefusal } from '../../src/store/console-guard.ts';
import { readTokens } from '../../src/store/cypher-tokens.ts';
import { CYPHER_DIR, stripComments } from '../../src/store/query-text.ts';

const FOLDER = `${CYPHER_DIR}mcp/`;
const TOOLS = readdirSync('src/mcp', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`src/mcp/${file}`, 'utf8'))
  .join('\n');

describe.each(readdirSync(FOLDER))('%s', (file) => {
  const text = readFileSync(FOLDER + file, 'utf8');
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
    expect(TOOLS.includes(`'${name}'`) || (name.startsWith('steps-from-') && TOOLS.includes('`steps-from-'))).toBe(true);
  });
});
