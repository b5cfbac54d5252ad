// The ledger: what is appended is there again, a torn end is repaired, any other damage is named, two writers never meet.
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/ledger/entry.ts';
import { type Ledger, type LedgerOptions, openLedger } from '../../../src/ledger/open-ledger.ts';

let folder: string;
const open: Ledger[] = [];
const now = () => new Date('2026-02-14T08:00:00Z');
const openIt = async (options: LedgerOptions = {}): Promise<Ledger> => {
  const ledger = await openLedger(folder, { now, ...options });
  open.push(ledger);
  return ledger;
};
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'ledger-')), 'ledger');
});
afterEach(() => {
  for (const ledger of open.splice(0)) ledger.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const makePaper = (id: string, text: string, source = '/digests/a.md'): Entry => ({
  kind: 'paper',
  source,
  sourceName: 'a.md',
  textHash: `hash of ${text}`,
  reader: 'reader 1',
  paper: { id, title: `“${id}” \n,"paper":{`, date: '2026-02-14', url: '', lang: 'en', text },
  mentions: [],
  results: [],
});
const firstFile = () => join(folder, '000001.jsonl');
const heads = (ledger: Ledger) => ledger.state.paperIds().map((id) => [id, ...ledger.state.currentOf(id).map((ref) => ref.textHash)]);

describe('what is appended is there after opening again', () => {
  test('papers, with every character of their text', async () => {
    const text = 'GRPO "quoted" \\ back`tick\n中文 😀 \u2028 ,"sum":"00000000"}';
    const ledger = await openIt();
    expect(ledger.append([makePaper('2602.1', text), makePaper('2602.2', 'b')])).toBe(2);
    ledger.close();
    const again = await openIt();
    expect(again.head).toBe(2);
    expect(again.id).toBe(ledger.id);
    expect(again.diagnostics).toEqual([]);
    expect(again.revisionsOf('2602.1')).toEqual([{ ...makePaper('2602.1', text), seq: 1 }]);
  });

  test('the last revision of each source counts, and a retracted paper has none', async () => {
    const ledger = await openIt();
    ledger.append([makePaper('1', 'old'), makePaper('1', 'new'), makePaper('1', 'other', '/digests/b.md'), makePaper('2', 'x')]);
    ledger.append([{ kind: 'retract', id: '2' }]);
    ledger.close();
    const again = await openIt();
    expect(heads(again)).toEqual([['1', 'hash of new', 'hash of other']]);
    expect(again.state.historyOf('1').map((ref) => ref.seq)).toEqual([1, 2, 3]);
    expect(again.state.papersOfSource('/digests/b.md')).toEqual(['1']);
    expect([again.state.touchedSince(3), again.state.touchedSince(4), again.state.touchedSince(5)]).toEqual([['2'], ['2'], []]);
  });

  test('decisions stand until they are undone', async () => {
    const ledger = await openIt();
    ledger.append([
      { kind: 'decision', id: 'd1', decision: { kind: 'hide', edge: '2602.1|USES|method:grpo' } },
      { kind: 'decision', id: 'd2', decision: { kind: 'alias', type: 'method', name: 'G-RPO', target: 'GRPO' } },
      { kind: 'undo', id: 'd2' },
    ]);
    ledger.close();
    const again = await openIt();
    expect(again.state.decisions()).toEqual([
      { id: 'd1', seq: 1, at: '2026-02-14T08:00:00.000Z', decision: { kind: 'hide', edge: '2602.1|USES|method:grpo' } },
    ]);
    expect([again.state.touchedSince(0), again.state.touchedSince(2), again.state.touchedSince(3)]).toEqual(['all', 'all', []]);
  });

  test('over several files, each about as large as asked', async () => {
    const ledger = await openIt({ maxFileBytes: 2_000 });
    for (let i = 0; i < 20; i++) ledger.append([makePaper(String(i), 'x'.repeat(300))]);
    ledger.close();
    expect(readdirSync(folder).filter((name) => name.endsWith('.jsonl')).length).toBeGreaterThan(3);
    const again = await openIt({ maxFileBytes: 2_000 });
    expect(again.head).toBe(20);
    expect(again.append([makePaper('20', 'y')])).toBe(21);
    expect(again.revisionsOf('19')[0]?.paper.text).toBe('x'.repeat(300));
  });
});

describe('damage', () => {
  const fill = async (): Promise<void> => {
    const ledger = await openIt();
    ledger.append([makePaper('1', 'first'), makePaper('2', 'second'), makePaper('3', 'third')]);
    ledger.close();
  };

  test.each([1, 30, 200])('a last line that lacks %i bytes is removed and said', async (missing) => {
    await fill();
    const size = statSync(firstFile()).size;
    truncateSync(firstFile(), size - 1 - missing);
    const ledger = await openIt();
    expect(heads(ledger).map(([id]) => id)).toEqual(['1', '2']);
    expect(ledger.diagnostics.map(({ code, source, line }) => ({ code, source, line }))).toEqual([
      { code: 'ledger/torn-line', source: firstFile(), line: 3 },
    ]);
    expect(ledger.append([makePaper('3', 'third')])).toBe(3);
    ledger.close();
    expect((await openIt()).diagnostics).toEqual([]);
  });

  test('a last line that lacks only its newline is kept', async () => {
    await fill();
    truncateSync(firstFile(), statSync(firstFile()).size - 1);
    const ledger = await openIt();
    ledger.append([makePaper('4', 'fourth')]);
    ledger.close();
    expect(heads(await openIt()).map(([id]) => id)).toEqual(['1', '2', '3', '4']);
  });

  test('every flipped byte is found and named with file and line', async () => {
    await fill();
    const bytes = readFileSync(firstFile());
    const lineStarts = [0, bytes.indexOf(10) + 1];
    const end = bytes.indexOf(10, lineStarts[1]);
    for (let at = lineStarts[1] ?? 0; at < end; at += 7) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(firstFile(), damaged);
      await expect(openIt(), `byte ${at}`).rejects.toMatchObject({
        code: 'ledger_corrupt',
        detail: expect.stringMatching(/000001\.jsonl:2: /),
      });
    }
  });

  test('a line that is missing in the middle is named', async () => {
    await fill();
    const lines = readFileSync(firstFile(), 'utf8').split('\n');
    writeFileSync(firstFile(), [lines[0], lines[2], ''].join('\n'));
    await expect(openIt()).rejects.toMatchObject({
      code: 'ledger_corrupt',
      detail: `${firstFile()}:2: line 2 of the ledger is missing before line 3`,
    });
  });

  test('an empty last file is no damage', async () => {
    await fill();
    writeFileSync(join(folder, '000002.jsonl'), '');
    const ledger = await openIt();
    expect(ledger.append([makePaper('4', 'fourth')])).toBe(4);
    expect(readFileSync(join(folder, '000002.jsonl'), 'utf8')).toContain('fourth');
  });
});

describe('one writer', () => {
  test('a second opening in the same process is refused', async () => {
    await openIt();
    await expect(openIt({ lockWaitMs: 50 })).rejects.toMatchObject({ code: 'store_locked', detail: `process ${process.pid}` });
  });

  test('it waits for the first to close', async () => {
    const first = await openIt();
    const second = openIt({ lockWaitMs: 5_000 });
    setTimeout(() => first.close(), 100);
    expect((await second).head).toBe(0);
  });

  test('the lock of a process that is gone is taken over', async () => {
    (await openIt()).close();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid, host: (await import('node:os')).hostname(), began: '1', nonce: 'x' }));
    const ledger = await openIt();
    expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    ledger.close();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  test('the lock of a process that lives is respected', async () => {
    (await openIt()).close();
    const host = (await import('node:os')).hostname();
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: process.ppid, host, began: '', nonce: 'x' }));
    await expect(openIt()).rejects.toMatchObject({ code: 'store_locked', detail: `process ${process.ppid}` });
  });

  test('a folder that cannot be made is one clear failure', async () => {
    writeFileSync(join(folder, '..', 'file'), '');
    await expect(openLedger(join(folder, '..', 'file', 'ledger'))).rejects.toMatchObject({ code: 'folder_read_only' });
    appendFileSync(join(folder, '..', 'file'), '');
  });
});
