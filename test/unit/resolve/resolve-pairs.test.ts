// Pairs of names from general knowledge of the field: the same thing, or a near miss. No wrong merge is tolerated.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MentionType } from '../../../src/shared/ontology.ts';
import { RESOLVER } from './make-resolver.ts';

interface Pair {
  readonly type: MentionType;
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

const PAIRS: readonly Pair[] = readFileSync(new URL('../../fixtures/resolve-pairs.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [type = '', a = '', b = '', same = ''] = line.split('\t');
    return { type: type as MentionType, a, b, same: same === '1' };
  });

const ids = ({ type, a, b }: Pair): string[] => [RESOLVER.resolve(type, a).id, RESOLVER.resolve(type, b).id];
const show = (pair: Pair): string => `${pair.type}: ${pair.a} | ${pair.b} -> ${ids(pair).join(' | ')}`;
const areEqual = (pair: Pair): boolean => new Set(ids(pair)).size === 1;

test('no two different things get one id', () => {
  expect(PAIRS.filter((pair) => !pair.same && areEqual(pair)).map(show)).toEqual([]);
});

test('two names of one thing get one id', () => {
  expect(PAIRS.filter((pair) => pair.same && !areEqual(pair)).map(show)).toEqual([]);
});

test('the order of the two names does not matter, nor what was resolved before', () => {
  const forward = PAIRS.map((pair) => ids(pair).join(' '));
  const backward = [...PAIRS]
    .reverse()
    .map((pair) => ids(pair).join(' '))
    .reverse();
  expect(backward).toEqual(forward);
});

describe('the list itself', () => {
  test('every line is a type, two different names and 0 or 1', () => {
    const lines = readFileSync(new URL('../../fixtures/resolve-pairs.tsv', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.filter((line) => !/^(?:field|method|model|benchmark|dataset)\t(?!\s)[^\t]+\t[^\t]+\t[01]$/.test(line))).toEqual([]);
    expect(PAIRS.filter(({ a, b }) => a === b)).toEqual([]);
  });

  test('no pair stands in it twice', () => {
    const keys = PAIRS.map(({ type, a, b }) => [type, ...[a, b].sort()].join('\t'));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  test.each([
    ['model', 170],
    ['benchmark', 130],
    ['method', 110],
    ['field', 60],
  ])('it has enough of %s, about half of them different', (type, count) => {
    const pairs = PAIRS.filter((pair) => pair.type === type);
    const different = pairs.filter((pair) => !pair.same).length / pairs.length;
    expect(pairs.length).toBeGreaterThanOrEqual(count);
    expect(different).toBeGreaterThan(0.3);
    expect(different).toBeLessThan(0.75);
  });
});
