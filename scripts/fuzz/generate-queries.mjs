// A seeded stream of queries for the console's fence: half made from a small grammar, half real and hostile ones, broken in one to four ways.
// The same seed gives the same queries.

/** mulberry32: small, fast, good enough to choose queries by. */
export function makeRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const LABELS = ['Paper', 'Method', 'Model', 'Benchmark', 'Field', 'Result', 'Entity', 'Nothing', '`Paper`'];
const TYPES = ['USES', 'PROPOSES', 'BUILDS_ON', 'VARIANT_OF', 'REPORTS', 'ON', 'USES|PROPOSES', '`USES`'];
const KEYS = ['id', 'name', 'title', 'date', 'confidence', 'start', 'nothing', '`id`', 'set', 'in'];
const VALUES = [
  '1',
  '-1',
  '0',
  '0.5',
  '1e308',
  '9223372036854775807',
  "'GRPO'",
  '"paper:2602.10575"',
  'true',
  'null',
  '[]',
  '[1, null]',
  '{a: 1}',
  "''",
  '$id',
  '$list',
  "'中文 🧠'",
  '2.',
  '.5',
  '0x1f',
];
const OPERATORS = ['=', '<>', '<', '>=', 'CONTAINS', 'STARTS WITH', 'IN', '+', '-', '*', '/', '%', '^', 'AND', 'OR', 'XOR', '=~'];
const FUNCTIONS = [
  'size',
  'count',
  'collect',
  'toLower',
  'head',
  'reverse',
  'toInteger',
  'coalesce',
  'labels',
  'type',
  'properties',
  'keys',
  'abs',
  'sqrt',
  'split',
  'range',
  'date',
  'duration',
  'nothing',
];
/** What a mutation throws in. */
const SPLINTERS = [
  "'",
  '"',
  '`',
  '\\',
  '\\\\',
  '/*',
  '*/',
  '//',
  '//\r',
  '\n',
  '\r',
  ';',
  '$',
  '$`',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '..',
  '|',
  '&',
  '!',
  '%',
  '\u00a0',
  '\ufeff',
  '\u3000',
  '🧠',
  '\ud83e',
  '中',
  'İ',
  'ſet',
  'ＳＥＴ',
  'K',
  ' CREATE (n:Fuzz) ',
  ' SET n.fuzz = 1 ',
  ' DETACH DELETE n ',
  ' MERGE (n:Fuzz {id: 1}) ',
  ' REMOVE n.id ',
  " LOAD CSV FROM '$FILE' AS r RETURN r ",
  ' CALL db.labels() YIELD label ',
  ' CALL { ',
  ' COLLECT { ',
  ' EXISTS { ',
  ' UNION ',
  ' WITH * ',
  ' UNWIND [1] AS u ',
  ' USE system ',
  ' IN TRANSACTIONS ',
  ' FOREACH (x IN [1] | CREATE (:Fuzz)) ',
  ' SHOW USERS ',
  'CASE WHEN true THEN ',
  ' END ',
  ' AS ',
  ' IS NOT NULL ',
  ' 2. ',
  ':',
  '::',
  '.',
  '->',
  '<--',
  '-[*]-',
  '*0..',
  '\\u0041',
  '\u0000',
  '\u2028',
];

export function* generateQueries({ seed, count, corpus, file }) {
  const random = makeRandom(seed);
  const below = (n) => Math.floor(random() * n);
  const one = (list) => list[below(list.length)];
  const maybe = (chance, text) => (random() < chance ? text() : '');

  const variable = () => one(['n', 'm', 'r', 'p', 'x', 'a', 'end', 'start']);
  const node = () =>
    `(${maybe(0.8, variable)}${maybe(0.6, () => `:${one(LABELS)}`)}${maybe(0.3, () => ` {${one(KEYS)}: ${one(VALUES)}}`)})`;
  const edge = () =>
    one(['-->', '<--', '--', `-[${variable()}:${one(TYPES)}]->`, `<-[:${one(TYPES)}]-`, `-[:${one(TYPES)}*1..${1 + below(3)}]-`]);
  const pattern = () => node() + (random() < 0.6 ? edge() + node() : '');
  const expression = (depth = 0) => {
    if (depth > 3 || random() < 0.35) return one([`${variable()}.${one(KEYS)}`, one(VALUES), variable()]);
    const deeper = () => expression(depth + 1);
    return one([
      () => `${deeper()} ${one(OPERATORS)} ${deeper()}`,
      () => `${one(FUNCTIONS)}(${deeper()})`,
      () => `(${deeper()})`,
      () => `[${deeper()}, ${deeper()}]`,
      () => `{${one(['a', 'in', 'set', 'end'])}: ${deeper()}}`,
      () => `CASE WHEN ${deeper()} THEN ${deeper()} ELSE ${deeper()} END`,
      () => `[y IN ${deeper()} WHERE ${deeper()} | ${deeper()}]`,
      () => `[${pattern()} | ${deeper()}]`,
      () => `EXISTS { ${pattern()} }`,
      () => `NOT ${deeper()}`,
      () => `${deeper()}[${deeper()}]`,
      () => `reduce(s = 0, z IN ${deeper()} | s + ${deeper()})`,
    ])();
  };
  const clause = () =>
    one([
      () => `MATCH ${pattern()}${maybe(0.4, () => `, ${pattern()}`)}${maybe(0.5, () => ` WHERE ${expression()}`)}`,
      () => `OPTIONAL MATCH ${pattern()}`,
      () => `WITH ${variable()}${maybe(0.5, () => `, ${expression()} AS ${variable()}`)}`,
      () => `UNWIND ${expression()} AS ${variable()}`,
      () => `CALL { ${clauses(1)} RETURN ${expression()} AS ${variable()} }`,
    ])();
  const clauses = (n) => Array.from({ length: 1 + below(n) }, clause).join(one([' ', '\n', '\r\n', ' /* x */ ']));
  const made = () =>
    `${clauses(3)} RETURN ${maybe(0.2, () => 'DISTINCT ')}${expression()}${maybe(0.7, () => ` AS ${variable()}`)}${maybe(0.3, () => `, ${one(FUNCTIONS)}(*)`)}${maybe(0.3, () => ` ORDER BY ${expression()}`)} LIMIT ${one(['10', '10', '5', '$limit', '-1', '1.5'])}`;

  const mutate = (query) => {
    const at = below(query.length + 1);
    const to = Math.min(query.length, at + 1 + below(12));
    const splinter = () => one(SPLINTERS).replace('$FILE', file);
    return one([
      () => query.slice(0, at) + splinter() + query.slice(at),
      () => query.slice(0, at) + splinter() + query.slice(to),
      () => query.slice(0, at) + query.slice(to),
      () => query.slice(0, to) + query.slice(at),
      () => query.slice(0, at) + one(corpus).slice(below(40)),
      () => query.slice(0, at) + query.slice(at, to).toUpperCase() + query.slice(to),
      () => query.replace(/ /, one(['/**/', '\t', '\u00a0', '\n//x\n', '\r'])),
      () => query.slice(at) + query.slice(0, at),
      () => `${query} ${one(corpus)}`,
    ])();
  };
  for (let i = 0; i < count; i++) {
    let query = random() < 0.5 ? made() : one(corpus);
    const times = random() < 0.25 ? 0 : 1 + below(4);
    for (let k = 0; k < times; k++) query = mutate(query);
    yield query;
  }
}
