// Settings: flags before variables before the file before defaults; a value that cannot be used is named with where it came from.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONFIG_FILE, envNameOf, readConfig, renderSettingsTable, SETTING_NAMES } from '../../../src/config.ts';

const makeFolder = (file?: unknown): string => {
  const cwd = mkdtempSync(join(tmpdir(), 'config-'));
  if (file !== undefined) writeFileSync(join(cwd, CONFIG_FILE), typeof file === 'string' ? file : JSON.stringify(file));
  return cwd;
};

describe('where a setting comes from', () => {
  test.each([
    ['nothing: the default', {}, {}, undefined, 4780],
    ['the file', {}, {}, { port: 5000 }, 5000],
    ['the file, upper case', {}, {}, { PORT: '5000' }, 5000],
    ['a variable before the file', {}, { PAPERLOOM_PORT: '6000' }, { port: 5000 }, 6000],
    ['an empty variable is none', {}, { PAPERLOOM_PORT: '' }, { port: 5000 }, 5000],
    ['a flag before all', { port: '7000' }, { PAPERLOOM_PORT: '6000' }, { port: 5000 }, 7000],
  ])('%s', (_title, flags, env, file, port) => {
    expect(readConfig({ flags, env, cwd: makeFolder(file) }).port).toBe(port);
  });

  test('the data folder is absolute, the language follows the environment', () => {
    const cwd = makeFolder();
    expect(readConfig({ env: { LANG: 'zh_CN.UTF-8' }, cwd })).toMatchObject({
      dataDir: join(cwd, '.paperloom'),
      lang: 'zh',
      store: 'grafeo',
      host: '127.0.0.1',
    });
    expect(readConfig({ env: { LANG: 'zh_CN.UTF-8', PAPERLOOM_LANG: 'en' }, cwd }).lang).toBe('en');
    expect(readConfig({ env: {}, cwd }).lang).toBe('en');
  });
});

describe('what cannot be used', () => {
  test.each([
    [{ port: 'x' }, {}, undefined, /^--port is "x": /],
    [{}, { PAPERLOOM_PORT: '70000' }, undefined, /^PAPERLOOM_PORT is "70000": /],
    [{ store: 'http://x' }, {}, undefined, /^--store is "http:\/\/x": expected grafeo, bolt/],
    [{}, {}, { reader: 'best' }, /^paperloom\.config\.json, reader is "best": /],
    [{}, {}, '{ not json', /^paperloom\.config\.json is not JSON/],
    [{}, {}, ['a'], /^paperloom\.config\.json must be an object/],
  ])('%o %o %o', (flags, env, file, detail) => {
    expect(() => readConfig({ flags, env, cwd: makeFolder(file) })).toThrow(
      expect.objectContaining({ code: 'bad_setting', detail: expect.stringMatching(detail) }),
    );
  });

  test('a setting that does not exist is said, not refused', () => {
    expect(readConfig({ env: {}, cwd: makeFolder({ prot: 5000 }) }).diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['config/unknown-setting', 'there is no setting "prot"'],
    ]);
  });
});

test('the table names every setting once', () => {
  const table = renderSettingsTable();
  for (const name of SETTING_NAMES) expect(table.split(`| \`${envNameOf(name)}\` |`).length, name).toBe(2);
});
