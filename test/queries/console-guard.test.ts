// The first layer of the console's fence, by itself: what it refuses, where, and what it must let pass.
import { describe, expect, test } from 'vitest';
import { findRefusal, toSentQuery } from '../../src/store/console-guard.ts';
import { adaptQuery } from '../../src/store/grafeo/adapt-query.ts';

const PASSES = [
  'MATCH (n) RETURN n',
  "match (n:Set {create: 'x'}) where n.delete = 1 return n.set as `MERGE`",
  "RETURN 'it''s' AS a // CREATE",
  '/* DELETE */ MATCH (n) /* SET */ RETURN n;',
  'RETURN \'CREATE (n)\' AS s, "DROP" AS t',
  'MATCH (p) CALL (p) { MATCH (p)-->(m) RETURN count(m) AS n } RETURN p, n',
  'MATCH (p)-[r]->() RETURN r.start AS start, r.end AS stop ORDER BY start',
  "RETURN date('2026-01-01') AS d, date.truncate('month', date('2026-01-31')) AS m",
  'UNWIND [1, 2] AS x WITH x WHERE x IN [1] RETURN [y IN range(1, 3) | y * x] AS l',
  "MATCH (a)-[:USES*1..3]->(b) WHERE b.name CONTAINS '\\n' RETURN a",
];
const LONG = [
  `MATCH (n) WHERE ${'n.a = 1 AND n.b = 2 OR '.repeat(80)}n.c = 3 RETURN n`,
  `MATCH (n) RETURN CASE n.a ${'WHEN n.b THEN n.c '.repeat(60)}END AS x`,
  `RETURN {${Array.from({ length: 100 }, (_, i) => `k${i}: n.a`).join(', ')}} AS x`,
  `MATCH ${Array.from({ length: 60 }, (_, i) => `(a${i}:Paper)-[:USES]->(b${i}:Method)`).join(', ')} RETURN a0`,
];
const REFUSED: readonly (readonly [query: string, code: string, line?: number, column?: number])[] = [
  ['MATCH (n)\n  SET n.x = 1', 'write_refused', 2, 3],
  ['match (n) detach delete n', 'write_refused', 1, 11],
  ['MATCH (n) CALL db.labels() YIELD label RETURN label', 'write_refused', 1, 11],
  ['MATCH (n) CALL apoc.do.it RETURN n', 'write_refused'],
  ['MATCH (n) RETURN apoc.load.json("x") AS j', 'write_refused', 1, 18],
  ['MATCH (n) RETURN `apoc`.`load`.`json`("x") AS j', 'write_refused'],
  ['EXPLAIN MATCH (n) RETURN n', 'write_refused'],
  ['MATCH (n) CALL { USE system RETURN 1 AS x } RETURN x', 'write_refused'],
  ['MATCH (n) CALL { MATCH (m) RETURN m } IN TRANSACTIONS RETURN n', 'write_refused'],
  ['RETURN \\u0031 AS x', 'syntax', 1, 8],
  ['RETURN 1 AS x;\nRETURN 2 AS x', 'syntax', 1, 14],
  ["RETURN '\n", 'syntax', 1, 8],
  ['RETURN 1 /* open', 'syntax', 1, 10],
  ['RETURN `open', 'syntax', 1, 8],
  ['GRANT ROLE x TO y', 'write_refused'],
  ['FINISH', 'syntax', 1, 1],
  [`RETURN ${'['.repeat(100)}`, 'too_large'],
  [`RETURN ${'-'.repeat(100)}1 AS x`, 'too_large'],
  [`RETURN ${'1 + '.repeat(900)}1 AS x`, 'too_large'],
  [`MATCH (n) RETURN n${'.a'.repeat(100)} AS x`, 'too_large'],
  [`RETURN $x${'[0]'.repeat(300)} AS x`, 'too_large'],
  [`MATCH (n${':A'.repeat(100)}) RETURN n`, 'too_large'],
  [`RETURN ${'CASE WHEN true THEN '.repeat(60)}1${' END'.repeat(60)} AS x`, 'too_large'],
  [`RETURN 1 AS x${' UNION RETURN 1 AS x'.repeat(60)}`, 'too_large'],
  [`WITH 1 AS x ${'WITH x '.repeat(200)}RETURN x`, 'too_large'],
  ['MATCH (n) WHERE 1 < 2. SET n.x = 1 RETURN n', 'write_refused', 1, 24],
  ['RETURN 1 AS x\u0000', 'syntax', 1, 14],
  ['RETURN 1 AS x //\u2028 UNION RETURN 2 AS x', 'syntax', 1, 17],
];

describe('console guard', () => {
  test.each(PASSES)('passes: %s', (query) => {
    expect(findRefusal(query)).toBeNull();
  });
  test.each(LONG)('passes, though long: %s', (query) => {
    expect(findRefusal(query)).toBeNull();
  });
  test.each(REFUSED.map(([query, code, line, column]) => ({ query, code, line, column })))(
    'refuses: $query',
    ({ query, code, line, column }) => {
      expect(findRefusal(query)).toMatchObject({
        code,
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
      });
    },
  );
  test('a trailing semicolon goes, a semicolon in a string stays', () => {
    expect(toSentQuery("RETURN ';' AS x ; // end")).toBe("RETURN ';' AS x         ");
    expect(toSentQuery('RETURN 1 AS x')).toBe('RETURN 1 AS x');
  });
  test('comments are not sent, and every place stays where it was', () => {
    const query = "/* a\n b */ RETURN '// no' AS x, // one\r\n`/* no */` /**/ AS y";
    const sent = toSentQuery(query);
    expect(sent).toBe("    \n      RETURN '// no' AS x,       \r\n`/* no */`      AS y");
    expect(sent.length).toBe(query.length);
  });
  test('a line comment ends at a carriage return, as one of the stores has it', () => {
    expect(findRefusal('RETURN 1 AS x //\rUNION CREATE (n) RETURN 2 AS x')).toMatchObject({ code: 'write_refused' });
    expect(toSentQuery('RETURN 1 AS x // a\r// b')).toBe('RETURN 1 AS x     \r    ');
  });
});

test('what Grafeo is sent: unnamed items get their own text as name, keywords as names get backticks', () => {
  expect(adaptQuery('MATCH (m) RETURN m, count(*) ORDER BY count(*)')).toBe('MATCH (m) RETURN m, count(*) AS `count(*)` ORDER BY count(*)');
  expect(adaptQuery('MATCH (m) RETURN DISTINCT m.name, $x, m AS y LIMIT 1')).toBe(
    'MATCH (m) RETURN DISTINCT m.name AS `m.name`, $x AS `$x`, m AS y LIMIT 1',
  );
  expect(adaptQuery('MATCH (m) RETURN m.set, {in: 1} AS k UNION MATCH (m) RETURN m.set, m AS k')).toBe(
    'MATCH (m) RETURN m.`set` AS `m.set`, {`in`: 1} AS k UNION MATCH (m) RETURN m.`set` AS `m.set`, m AS k',
  );
  expect(adaptQuery('RETURN {a: true, in: null, b: CASE WHEN true THEN 1 END} AS m')).toBe(
    'RETURN {a: true, `in`: null, b: CASE WHEN true THEN 1 END} AS m',
  );
  expect(adaptQuery('MATCH (m) RETURN *')).toBe('MATCH (m) RETURN *');
});
