// Watching: everything first, then what is new or changed, and only when it stands still.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SourceInput } from '../../../src/pipeline/list-sources.ts';
import { watchSources } from '../../../src/pipeline/watch-sources.ts';

let folder: string;
let stop: AbortController;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watch-'));
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  rmSync(folder, { recursive: true, force: true });
});
const watching = (paths: readonly string[] = [folder]) => {
  const batches = watchSources(paths, { everyMs: 20, signal: stop.signal });
  return async (): Promise<string[] | undefined> => {
    const { value } = await batches.next();
    return (value as readonly SourceInput[] | undefined)?.map(({ key }) => basename(key));
  };
};

test('all first, then new and changed ones, then nothing more after the signal', async () => {
  writeFileSync(join(folder, 'a.md'), 'a');
  writeFileSync(join(folder, 'b.jsonl'), 'b');
  const next = watching();
  expect(await next()).toEqual(['a.md', 'b.jsonl']);
  writeFileSync(join(folder, 'b.jsonl'), 'b, changed');
  expect(await next()).toEqual(['b.jsonl']);
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'deep', 'c.json'), '[]');
  writeFileSync(join(folder, 'picture.png'), 'p');
  expect(await next()).toEqual(['c.json']);
  rmSync(join(folder, 'a.md'));
  writeFileSync(join(folder, 'a.md'), 'a again');
  expect(await next()).toEqual(['a.md']);
  stop.abort();
  expect(await next()).toBeUndefined();
});

test('a file that is being written is read when it is done', async () => {
  const next = watching();
  expect(await next()).toEqual([]);
  const path = join(folder, 'slow.md');
  const seen = next();
  const isDone = seen.then(() => true);
  for (let i = 0; i < 15; i++) {
    writeFileSync(path, 'line\n'.repeat(i + 1));
    await sleep(10);
  }
  expect(await Promise.race([isDone, Promise.resolve(false)])).toBe(false);
  expect(await seen).toEqual(['slow.md']);
});

test('a folder that goes and comes back is watched on; one that was never there is named', async () => {
  writeFileSync(join(folder, 'a.md'), 'a');
  const next = watching();
  expect(await next()).toEqual(['a.md']);
  rmSync(folder, { recursive: true });
  const later = next();
  await sleep(80);
  mkdirSync(folder);
  writeFileSync(join(folder, 'b.md'), 'b');
  expect(await later).toEqual(['b.md']);
  await expect(watching([join(folder, 'none')])()).rejects.toMatchObject({ code: 'not_readable' });
});
