// Rows for terminals and for spreadsheets; parameters of queries.
import { describe, expect, test } from 'vitest';
import { parseValue } from '../../../src/cli/commands/query.ts';
import { formatCsv, formatTable } from '../../../src/cli/format-rows.ts';

test('a table keeps its columns straight with Chinese text and odd characters', () => {
  expect(
    formatTable(
      ['id', '名称'],
      [
        ['a', '组相对策略优化'],
        ['bb', 'x\u001b[2J\ny'],
        [null, { k: 1 }],
      ],
    ),
  ).toBe(['id  名称', '--  --------------', 'a   组相对策略优化', 'bb  x [2J y', '    {"k":1}'].join('\n'));
});

test('a long cell is cut, and shows that it is', () => {
  expect(formatTable(['t'], [['x'.repeat(100)]]).split('\n')[2]).toBe(`${'x'.repeat(60)}…`);
});

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['line\nbreak', '"line\nbreak"'],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['+1', "'+1"],
  ['@x', "'@x"],
  [-1, '-1'],
  [null, ''],
  [true, 'true'],
])('%j in CSV', (value, cell) => {
  expect(formatCsv(['c'], [[value]])).toBe(`c\r\n${cell}`);
});

describe('values of --param', () => {
  test.each([
    ['2017', 2017],
    ['0.5', 0.5],
    ['true', true],
    ['null', null],
    ['["a",1]', ['a', 1]],
    ['"2017"', '2017'],
    ['model:qwen2.5-vl-7b', 'model:qwen2.5-vl-7b'],
    ['2602.10570', '2602.10570'],
    ['007', '007'],
    ['', ''],
  ])('%s', (text, value) => {
    expect(parseValue(text)).toEqual(value);
  });
});
