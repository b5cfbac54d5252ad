// Many papers read in other threads: the same entries in the same order, and the same graph, as when they are read one by one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/open-ledger.ts';
import type { ReadMany } from '../../../src/pipeline/deps.ts';
import { ingest } from '../../../src/pipeline/ingest.ts';
import { ledgerStats } from '../../../src/pipeline/project-graph.ts';
import { GrafeoStore } from '../../../src/store/grafeo/grafeo-store.ts';
import { makePaperText, makeSource, makeToyReader, toyResolver } from './toy-reader.ts';

const AHEAD = 40;

/** As threads do: takes papers long before it answers, and answers in their order. */
function makeReadMany(): ReadMany & { taken: number } {
  const reader = makeToyReader();
  const readMany = async function* (papers: Parameters<ReadMany>[0]): AsyncGenerator<readonly [never, never]> {
    const rest = papers[Symbol.iterator]();
    const waiting: unknown[] = [];
    for (;;) {
      for (let next = waiting.length < AHEAD ? rest.next() : null; next && !next.done; next = waiting.length < AHEAD ? rest.next() : null) {
        made.taken++;
        waiting.push(next.value);
      }
      const paper = waiting.shift();
      if (paper === undefined) return;
      if (made.taken % 7 === 0) await sleep(0);
      yield [paper, reader.read(paper as never)] as never;
    }
  };
  const made = Object.assign(readMany, { taken: 0 });
  return made;
}

const digest = (key: string, from: number, to: number, text: (i: number) => string) =>
  makeSource(
    key,
    Array.from({ length: to - from }, (_, i) => makePaperText(`2602.${String(10_000 + from + i)}`, text(from + i))),
  );
const sources = [
  digest('/d/a.jsonl', 0, 260, (i) => `method/uses M-${i % 20}\nmodel/base Star-${i % 7}B`),
  // The same papers again while the first reading is still under way: other words, then the same words.
  digest('/d/b.jsonl', 230, 300, (i) => `method/compares M-${i % 20}\nbenchmark/evaluates B-${i % 5}`),
  digest('/d/c.jsonl', 250, 270, (i) => `method/compares M-${i % 20}\nbenchmark/evaluates B-${i % 5}`),
];

async function ingestAll(readMany?: ReadMany) {
  const folder = mkdtempSync(join(tmpdir(), 'threads-'));
  const ledger = await openLedger(join(folder, 'ledger'));
  const store = await GrafeoStore.open({ path: join(folder, 'graph.grafeo') });
  try {
    await store.migrate();
    const reader = makeToyReader();
    const deps = { ledger, store, reader, resolver: toyResolver, batchPapers: 50, ...(readMany ? { readMany } : {}) };
    const { papers, nodes, edges } = await ingest(sources, deps);
    const stats = await store.stats({ verify: true });
    expect(stats).toEqual(ledgerStats({ ledger, resolver: toyResolver }));
    const seqs = ledger.state.paperIds().map((id) => [id, ...ledger.state.currentOf(id).map((ref) => [ref.seq, ref.source, ref.textHash])]);
    const again = await ingest(sources, deps);
    return { papers, nodes, edges, stats, seqs, again: again.papers, reads: reader.reads };
  } finally {
    await store.close();
    ledger.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the ledger and the graph are the same', async () => {
  const readMany = makeReadMany();
  const { reads: readsHere, ...alone } = await ingestAll();
  const { reads: readsFirst, ...together } = await ingestAll(readMany);
  expect(together).toEqual(alone);
  expect(alone.papers).toEqual({ added: 300, changed: 30, unchanged: 20, failed: 0 });
  expect(alone.again).toEqual({ added: 0, changed: 0, unchanged: 350, failed: 0 });
  // The first 200 here, the others there, nothing twice.
  expect([readsHere, readsFirst, readMany.taken]).toEqual([330, 200, 130]);
});
