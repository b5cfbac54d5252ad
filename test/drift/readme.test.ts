// What the README says twice: the settings table, the commands.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeProgram } from '../../src/cli/program.ts';
import { renderSettingsTable } from '../../src/config.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The formatter pads cells. */
const cellsOf = (table: string): string[][] =>
  table.split('\n').map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/^-+$/, '---')));

test('the settings table is the one of src/config.ts (run scripts/write-settings-table.mjs)', () => {
  const table = /<!-- settings -->\n([\s\S]*)\n<!-- \/settings -->/.exec(readme)?.[1];
  expect(cellsOf(table?.trim() ?? '')).toEqual(cellsOf(renderSettingsTable()));
});

test('every command stands in the README, and no other', () => {
  const line = /## Commands\n\n([^;]*);/.exec(readme)?.[1] ?? '';
  const named = [...line.matchAll(/`([a-z]+)`/g)].map((m) => m[1]).sort();
  expect(named).toEqual(
    makeProgram()
      .commands.map((c) => c.name())
      .filter((name) => name !== 'help')
      .sort(),
  );
});
