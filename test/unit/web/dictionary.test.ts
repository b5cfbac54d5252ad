import { expect, test } from 'vitest';
import { DICTIONARIES } from '../../../web/src/i18n/dictionary.ts';

/** Every word of a language by its path; words made by a function are asked with numbers, which fit every parameter's place. */
function words(part: object, path = ''): [string, string][] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const at = `${path}/${key}`;
    if (typeof value === 'string') return [[at, value]];
    if (typeof value === 'function') return [[at, String((value as (...args: number[]) => string)(3, 4, 5, 6))]];
    return words(value as object, at);
  });
}
const en = new Map(words(DICTIONARIES.en));
const zh = new Map(words(DICTIONARIES.zh));

test('both languages have the same keys', () => {
  expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
  expect(en.size).toBeGreaterThan(300);
});

test('no word is empty, none was left in the other language', () => {
  // Names and commands that are the same everywhere, the switch that speaks the other language, signs.
  const same = /\/(appName|switchLanguage|emptyCommand|offlineCommand)$/;
  const left = [...zh].filter(([key, word]) => !same.test(key) && !/\p{Script=Han}/u.test(word) && /[A-Za-z]{3}/.test(word));
  expect(left.map(([key, word]) => `${key}: ${word}`)).toEqual([]);
  const foreign = [...en].filter(([key, word]) => !same.test(key) && /\p{Script=Han}/u.test(word));
  expect(foreign).toEqual([]);
  expect([...en, ...zh].filter(([, word]) => word.trim() === '')).toEqual([]);
});
