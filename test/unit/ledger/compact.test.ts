// Compaction: what counts stays byte for byte, what does not is gone, a crash at any point leaves one whole ledger, and damage is still found.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/ledger/entry.ts';
import { type Ledger, openLedger } from '../../../src/ledger/open-ledger.ts';

let parent: string;
let folder: string;
const open: Ledger[] = [];
const openIt = async (path = folder): Promise<Ledger> => {
  const ledger = await openLedger(path, { now: () => new Date('2026-02-14T08:00:00Z'), maxFileBytes: 1_000 });
  open.push(ledger);
  return ledger;
};
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'compact-'));
  folder = join(parent, 'ledger');
});
afterEach(() => {
  for (const ledger of open.splice(0)) ledger.close();
  rmSync(parent, { recursive: true, force: true });
});

const makePaper = (id: string, text: string, source = '/digests/a.md'): Entry => ({
  kind: 'paper',
  source,
  sourceName: 'a.md',
  textHash: `hash of ${text}`,
  reader: 'reader 1',
  paper: { id, title: `“${id}” 中文 \n,"paper":{`, date: '2026-02-14', url: '', lang: 'en', text: text.repeat(40) },
  mentions: [],
  results: [],
});
/** Everything that says something, in full. */
const contentOf = (ledger: Ledger) => ({
  head: ledger.head,
  id: ledger.id,
  papers: ledger.state.paperIds().map((id) => ledger.revisionsOf(id)),
  decisions: ledger.state.decisions(),
  seen: ledger.state.everSeen().sort(),
});
const fill = async (): Promise<Ledger> => {
  const ledger = await openIt();
  for (let i = 1; i <= 9; i++) ledger.append([makePaper(String(i), 'old '), makePaper(String(i), 'other ', '/digests/b.md')]);
  for (let i = 1; i <= 9; i += 2) ledger.append([makePaper(String(i), 'new ')]);
  ledger.append([
    { kind: 'retract', id: '4' },
    { kind: 'decision', id: 'd25', decision: { kind: 'alias', type: 'method', name: 'G-RPO', target: 'GRPO' } },
    { kind: 'decision', id: 'd26', decision: { kind: 'hide', edge: '1|USES|method:grpo' } },
    { kind: 'undo', id: 'd25' },
  ]);
  return ledger;
};
const linesOf = (path: string): string[] =>
  readdirSync(path)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(path, name), 'utf8').split('\n').slice(0, -1));

describe('compaction', () => {
  test('keeps what counts byte for byte and drops the rest, now and after opening again', async () => {
    const ledger = await fill();
    const before = contentOf(ledger);
    const linesBefore = linesOf(folder);
    const { lines, bytes } = ledger.compact();
    // 27 lines: 5 old revisions, the 2 of the retracted paper, a decision and its undoing go.
    expect(lines).toEqual({ before: 27, after: 18 });
    expect(bytes.after).toBeLessThan(bytes.before);
    expect(contentOf(ledger)).toEqual(before);
    const linesAfter = linesOf(folder);
    expect(linesAfter).toHaveLength(18);
    expect(linesAfter.filter((line) => !linesBefore.includes(line))).toEqual([]);
    ledger.close();
    const again = await openIt();
    expect(contentOf(again)).toEqual(before);
    expect(again.diagnostics).toEqual([]);
  });

  test('a second one finds nothing to do, and what is appended goes on counting', async () => {
    const ledger = await fill();
    ledger.compact();
    const files = readdirSync(folder).sort();
    expect(ledger.compact().lines).toEqual({ before: 18, after: 18 });
    expect(readdirSync(folder).sort()).toEqual(files);
    expect(ledger.append([makePaper('10', 'x'), makePaper('10', 'y')])).toBe(29);
    ledger.close();
    const again = await openIt();
    expect(again.head).toBe(29);
    expect(again.compact().lines).toEqual({ before: 20, after: 19 });
    expect(again.revisionsOf('10')).toEqual([{ ...makePaper('10', 'y'), seq: 29 }]);
  });

  test('a store that had been told less must be told everything, one that was told all nothing', async () => {
    const ledger = await fill();
    expect(ledger.state.touchedSince(23)).toEqual('all');
    ledger.compact();
    expect([ledger.state.touchedSince(22), ledger.state.touchedSince(27)]).toEqual(['all', []]);
    ledger.append([makePaper('3', 'newest ')]);
    expect(ledger.state.touchedSince(27)).toEqual(['3']);
  });

  test('a ledger of which nothing counts stays a ledger', async () => {
    const ledger = await openIt();
    ledger.append([
      { kind: 'decision', id: 'd1', decision: { kind: 'hide', edge: '1|USES|x' } },
      { kind: 'undo', id: 'd1' },
    ]);
    expect(ledger.compact().lines).toEqual({ before: 2, after: 0 });
    ledger.close();
    const again = await openIt();
    expect([again.head, again.append([makePaper('1', 'x')])]).toEqual([2, 3]);
  });
});

describe('a crash in the middle leaves one whole ledger', () => {
  const old = () => join(parent, 'old');
  const compacted = async () => {
    const ledger = await fill();
    const content = contentOf(ledger);
    ledger.close();
    cpSync(folder, old(), { recursive: true });
    const again = await openIt();
    again.compact();
    again.close();
    return content;
  };
  const lineFiles = (path: string): string[] =>
    readdirSync(path)
      .filter((name) => name.endsWith('.jsonl'))
      .sort();

  test('while the new files are written: the old one', async () => {
    const content = await compacted();
    const [first = '', ...rest] = lineFiles(folder);
    // The first new file whole, the second torn.
    cpSync(join(folder, first), join(old(), `${first}.new`));
    writeFileSync(join(old(), `${rest[0]}.new`), readFileSync(join(folder, rest[0] ?? '')).subarray(0, 100));
    const ledger = await openIt(old());
    expect(contentOf(ledger)).toEqual(content);
    expect(linesOf(old())).toHaveLength(27);
    expect(readdirSync(old()).filter((name) => name.endsWith('.new'))).toEqual([]);
    expect(ledger.append([makePaper('11', 'x')])).toBe(28);
  });

  test.each([0, 1, 2, 99])('after the switch, with %i files renamed and nothing removed: the new one', async (renamed) => {
    const content = await compacted();
    const files = lineFiles(folder);
    for (const [i, name] of files.entries()) cpSync(join(folder, name), join(old(), i < renamed ? name : `${name}.new`));
    cpSync(join(folder, 'ledger.json'), join(old(), 'ledger.json'));
    const ledger = await openIt(old());
    expect(contentOf(ledger)).toEqual(content);
    expect(lineFiles(old())).toEqual(files);
    expect(linesOf(old())).toHaveLength(18);
  });

  test('with some of the old files removed: the new one', async () => {
    const content = await compacted();
    const files = lineFiles(folder);
    for (const name of lineFiles(old()).slice(0, 2)) rmSync(join(old(), name));
    for (const name of [...files, 'ledger.json']) cpSync(join(folder, name), join(old(), name));
    const ledger = await openIt(old());
    expect(contentOf(ledger)).toEqual(content);
    expect(lineFiles(old())).toEqual(files);
  });
});

describe('damage after a compaction is still found', () => {
  const compactedFiles = async (): Promise<string[]> => {
    const ledger = await fill();
    ledger.compact();
    ledger.close();
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort();
  };

  test('a missing line, a missing file, lines in the wrong order', async () => {
    const [first = '', second = '', third = ''] = await compactedFiles();
    const text = readFileSync(join(folder, first), 'utf8');
    const lines = text.split('\n');
    writeFileSync(join(folder, first), lines.slice(1).join('\n'));
    await expect(openIt()).rejects.toMatchObject({
      code: 'ledger_corrupt',
      detail: expect.stringContaining('of the 18 lines up to line 27 there are 17'),
    });
    writeFileSync(join(folder, first), text);

    renameSync(join(folder, second), join(parent, 'kept'));
    await expect(openIt()).rejects.toMatchObject({ code: 'ledger_corrupt' });
    renameSync(join(folder, third), join(folder, second));
    renameSync(join(parent, 'kept'), join(folder, third));
    await expect(openIt()).rejects.toMatchObject({ code: 'ledger_corrupt', detail: expect.stringContaining('stands after line') });
  });

  test('a flipped byte, and a ledger.json of a newer program', async () => {
    const [first = ''] = await compactedFiles();
    const bytes = readFileSync(join(folder, first));
    bytes[300] = (bytes[300] ?? 0) ^ 1;
    const whole = readFileSync(join(folder, first));
    writeFileSync(join(folder, first), bytes);
    await expect(openIt()).rejects.toMatchObject({ code: 'ledger_corrupt', detail: expect.stringContaining(':1: ') });
    writeFileSync(join(folder, first), whole);
    const manifest = readFileSync(join(folder, 'ledger.json'), 'utf8');
    expect(JSON.parse(manifest)).toMatchObject({ v: 2, compacted: { through: 27, lines: 18 } });
    writeFileSync(join(folder, 'ledger.json'), manifest.replace('"v":2', '"v":9'));
    await expect(openIt()).rejects.toMatchObject({ code: 'ledger_corrupt', detail: expect.stringContaining('newer') });
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });
});
