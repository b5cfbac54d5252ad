// A store written whole from the ledger: what it answers equals the ledger, and what was broken off goes on where it stopped.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Ledger, openLedger } from '../../../src/ledger/open-ledger.ts';
import { catchUp, rebuild } from '../../../src/pipeline/catch-up.ts';
import type { PipelineDeps, Progress } from '../../../src/pipeline/deps.ts';
import { ingest } from '../../../src/pipeline/ingest.ts';
import { ledgerStats } from '../../../src/pipeline/project-graph.ts';
import { GrafeoStore } from '../../../src/store/grafeo/grafeo-store.ts';
import { makePaperText, makeSource, makeToyReader, toyResolver } from './toy-reader.ts';

let folder: string;
let ledger: Ledger;
let store: GrafeoStore;
let deps: PipelineDeps;
const paper = (i: number, text: string) => makePaperText(`2602.0000${i}`, text);
const papers = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => paper(i, `method/uses GRPO\nmodel/base Star-${i}B\nbenchmark/evaluates AIME`));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fill-'));
  ledger = await openLedger(join(folder, 'ledger'));
  store = await GrafeoStore.open({ path: join(folder, 'graph.grafeo') });
  await store.migrate();
  deps = { ledger, store, reader: makeToyReader(), resolver: toyResolver, batchPapers: 2 };
  await ingest([makeSource('/d/a.jsonl', papers)], deps);
});
afterEach(async () => {
  await store.close();
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const stopAfter = (batches: number): PipelineDeps => {
  const stop = new AbortController();
  let seen = 0;
  const onProgress = (): void => {
    if (++seen === batches) stop.abort();
  };
  return { ...deps, signal: stop.signal, onProgress };
};
const expectEqualToLedger = async (): Promise<void> => {
  expect(await store.stats({ verify: true })).toEqual(ledgerStats({ ledger, resolver: toyResolver }));
  expect(await store.appliedSeq(ledger.id)).toBe(ledger.head);
};

test('a rebuild says both fingerprints, which are equal, and how far it is', async () => {
  const before = await store.stats();
  const seen: Progress[] = [];
  const filled = await rebuild({ ...deps, onProgress: (progress) => seen.push(progress) });
  expect(filled).toEqual({ papers: 8, resumedAt: 0, fingerprint: before.fingerprint, ledgerFingerprint: before.fingerprint });
  expect(seen.map(({ done, total }) => [done, total])).toEqual([
    [2, 8],
    [4, 8],
    [6, 8],
    [8, 8],
  ]);
  await expectEqualToLedger();
});

test('one that was stopped goes on where it was, without writing again what is there', async () => {
  await rebuild(stopAfter(2));
  expect(await store.appliedSeq(ledger.id)).toBe(0);
  expect((await store.stats()).papers).toBe(4);
  const seen: Progress[] = [];
  const { filled } = await catchUp({ ...deps, onProgress: (progress) => seen.push(progress) });
  expect(filled).toMatchObject({ papers: 8, resumedAt: 4 });
  expect(filled?.fingerprint).toBe(filled?.ledgerFingerprint);
  expect(seen.map(({ done }) => done)).toEqual([6, 8]);
  await expectEqualToLedger();
});

test('when the ledger went on meanwhile, it begins again, from nothing', async () => {
  await rebuild(stopAfter(2));
  // Through another store: this one heard nothing of it.
  ledger.append([
    { kind: 'retract', id: '2602.00001' },
    { kind: 'decision', id: 'd10', decision: { kind: 'alias', type: 'method', name: 'GRPO', target: 'PPO' } },
  ]);
  const { filled } = await catchUp(deps);
  expect(filled).toMatchObject({ papers: 7, resumedAt: 0 });
  await expectEqualToLedger();
});

test('a store that lags behind a compaction is rebuilt, and that is said', async () => {
  const behind = ledger.head;
  await ingest([makeSource('/d/a.jsonl', [paper(1, 'method/uses DPO'), paper(2, 'method/uses KTO')])], deps);
  await store.setAppliedSeq(ledger.id, behind);
  const before = ledgerStats({ ledger, resolver: toyResolver });
  expect(ledger.compact().lines).toEqual({ before: 10, after: 8 });
  expect(ledgerStats({ ledger, resolver: toyResolver })).toEqual(before);
  const { diagnostics } = await catchUp(deps);
  expect(diagnostics.map(({ code }) => code)).toEqual(['ledger/compacted-since']);
  await expectEqualToLedger();
});

test('a store that had caught up need not be told of a compaction', async () => {
  await ingest([makeSource('/d/a.jsonl', [paper(1, 'method/uses DPO')])], deps);
  ledger.compact();
  expect(await catchUp(deps)).toEqual({ papers: 0, filled: null, diagnostics: [] });
  await expectEqualToLedger();
  await rebuild(deps);
  await expectEqualToLedger();
});
