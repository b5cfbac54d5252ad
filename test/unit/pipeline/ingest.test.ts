// Ledger and store together: the same input changes nothing, changes change only what changed, and the store always equals the ledger.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Ledger, openLedger } from '../../../src/ledger/open-ledger.ts';
import { catchUp, rebuild } from '../../../src/pipeline/catch-up.ts';
import type { PipelineDeps } from '../../../src/pipeline/deps.ts';
import { diff } from '../../../src/pipeline/diff.ts';
import { ingest } from '../../../src/pipeline/ingest.ts';
import { ledgerStats } from '../../../src/pipeline/project-graph.ts';
import { reExtract } from '../../../src/pipeline/re-extract.ts';
import { retract } from '../../../src/pipeline/retract.ts';
import { GrafeoStore } from '../../../src/store/grafeo/grafeo-store.ts';
import { makePaperText, makeSource, makeToyReader, toyResolver } from './toy-reader.ts';

let folder: string;
let ledger: Ledger;
let store: GrafeoStore;
let deps: PipelineDeps & { reader: ReturnType<typeof makeToyReader> };
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pipeline-'));
  ledger = await openLedger(join(folder, 'ledger'));
  store = await GrafeoStore.open({ path: join(folder, 'graph.grafeo') });
  await store.migrate();
  deps = { ledger, store, reader: makeToyReader(), resolver: toyResolver, batchPapers: 2 };
});
afterEach(async () => {
  await store.close();
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const one = makePaperText(
  '2602.00001',
  'method/proposes TFQ-GRPO\nmodel/proposes Star-3B\nmodel/base Qwen2.5-VL-7B\nbenchmark/evaluates AIME\nscore Star-3B AIME 62',
);
const two = makePaperText('2602.00002', 'method/uses GRPO\nmodel/base Qwen2.5-VL-7B\nbenchmark/evaluates AIME');
const three = makePaperText('2602.00003', 'method/compares Group Relative Policy Optimization\ndataset/trains AIME');
const digest = makeSource('/d/a.jsonl', [one, two, three]);

const expectEqualToLedger = async (): Promise<void> => {
  expect(await store.stats()).toEqual(ledgerStats({ ledger, resolver: toyResolver }));
  expect(await store.appliedSeq(ledger.id)).toBe(ledger.head);
};
const edgesOf = async (paper: string): Promise<string[]> =>
  (
    await store.query({
      query: "MATCH (p:Paper {id: $id})-[r]->(e) RETURN type(r) + ' ' + e.id AS edge ORDER BY edge",
      params: { id: `paper:${paper}` },
      limit: 100,
      timeoutMs: 5_000,
    })
  ).rows.map(([edge]) => String(edge));
const without = ({ papers, nodes, edges }: Awaited<ReturnType<typeof ingest>>) => ({ papers, nodes, edges });

describe('ingest', () => {
  test('puts papers, entities and their hierarchy into ledger and store alike', async () => {
    const report = await ingest([digest], deps);
    expect(report.papers).toEqual({ added: 3, changed: 0, unchanged: 0, failed: 0 });
    expect(report.diagnostics).toEqual([]);
    expect(await edgesOf('2602.00001')).toEqual([
      'BUILDS_ON model:qwen2.5-vl-7b',
      'EVALUATES_ON benchmark:aime',
      'PROPOSES method:tfq-grpo',
      'PROPOSES model:star-3b',
      'REPORTS result:2602.00001:1',
    ]);
    const stats = await store.stats();
    expect(stats.nodes).toEqual({ Paper: 3, Field: 0, Method: 3, Model: 4, Benchmark: 1, Dataset: 1, Result: 1 });
    expect(stats.edges).toMatchObject({
      VARIANT_OF: 2,
      MEMBER_OF: 2,
      DERIVED_FROM: 1,
      REPORTS: 1,
      ON: 1,
      OF: 1,
      COMPARES_WITH: 1,
      TRAINS_ON: 1,
    });
    const total = Object.values(stats.edges).reduce((sum, n) => sum + n, 0);
    expect([report.nodes, report.edges]).toEqual([
      { added: 12, removed: 0 },
      { added: total, changed: 0, removed: 0 },
    ]);
    await expectEqualToLedger();
  });

  test('the same input again appends nothing, reads nothing, changes nothing', async () => {
    await ingest([digest], deps);
    const [head, stats, reads] = [ledger.head, await store.stats(), deps.reader.reads];
    expect(without(await ingest([digest], deps))).toEqual({
      papers: { added: 0, changed: 0, unchanged: 3, failed: 0 },
      nodes: { added: 0, removed: 0 },
      edges: { added: 0, changed: 0, removed: 0 },
    });
    expect([ledger.head, await store.stats(), deps.reader.reads]).toEqual([head, stats, reads]);
  });

  test('a moved or copied digest is unchanged', async () => {
    await ingest([digest], deps);
    const head = ledger.head;
    expect((await ingest([makeSource('/elsewhere/b.jsonl', [one, two, three])], deps)).papers).toEqual({
      added: 0,
      changed: 0,
      unchanged: 3,
      failed: 0,
    });
    expect(ledger.head).toBe(head);
  });

  test('two copies in one run are one source', async () => {
    expect((await ingest([digest, makeSource('/d/copy.jsonl', [one, two, three])], deps)).papers).toEqual({
      added: 3,
      changed: 0,
      unchanged: 3,
      failed: 0,
    });
    await expectEqualToLedger();
  });

  test('an edited digest changes exactly the edges that changed', async () => {
    await ingest([digest], deps);
    const edited = { ...two, text: two.text.replace('method/uses GRPO', 'method/uses DPO') };
    const foreseen = await diff([makeSource('/d/a.jsonl', [one, edited, three])], deps);
    const report = await ingest([makeSource('/d/a.jsonl', [one, edited, three])], deps);
    expect(report.papers).toEqual({ added: 0, changed: 1, unchanged: 2, failed: 0 });
    // The places of the other two quotes moved, since DPO is shorter than GRPO.
    expect([report.nodes, report.edges]).toEqual([
      { added: 1, removed: 0 },
      { added: 1, changed: 2, removed: 1 },
    ]);
    expect(without(foreseen.report)).toEqual(without(report));
    expect(foreseen.edges).toEqual([
      { change: 'changed', type: 'BUILDS_ON', from: 'paper:2602.00002', to: 'model:qwen2.5-vl-7b' },
      { change: 'changed', type: 'EVALUATES_ON', from: 'paper:2602.00002', to: 'benchmark:aime' },
      { change: 'added', type: 'USES', from: 'paper:2602.00002', to: 'method:dpo' },
      { change: 'removed', type: 'USES', from: 'paper:2602.00002', to: 'method:grpo' },
    ]);
    await expectEqualToLedger();
  });

  test('a paper in two digests is one paper with both evidences, and the second run is unchanged', async () => {
    const later = makeSource('/d/b.jsonl', [makePaperText('2602.00002', 'method/uses GRPO 0.95', { date: '2026-02-20' })]);
    await ingest([digest, later], deps);
    expect(await edgesOf('2602.00002')).toEqual(['BUILDS_ON model:qwen2.5-vl-7b', 'EVALUATES_ON benchmark:aime', 'USES method:grpo']);
    const query =
      'MATCH (p:Paper {id: $id})-[r:USES]->() RETURN p.sources AS sources, r.source AS source, r.confidence AS c, size(r.more) AS more, r.firstSeen AS f, r.lastSeen AS l';
    expect((await store.query({ query, params: { id: 'paper:2602.00002' }, limit: 9, timeoutMs: 5_000 })).rows).toEqual([
      [['a.jsonl', 'b.jsonl'], 'b.jsonl', 0.95, 1, '2026-02-14', '2026-02-20'],
    ]);
    expect((await ingest([digest, later], deps)).papers).toEqual({ added: 0, changed: 0, unchanged: 4, failed: 0 });
    await expectEqualToLedger();
  });

  test('what cannot be read is said, the rest is kept', async () => {
    const report = await ingest(
      [
        { key: '/d/x.jsonl', name: 'x.jsonl', read: () => Buffer.from(`${JSON.stringify(one)}\n{"id": \n${JSON.stringify(two)}`) },
        { key: '/d/y.png', name: 'y.png', read: () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255]) },
      ],
      deps,
    );
    expect(report.papers).toMatchObject({ added: 2, failed: 2 });
    expect(report.diagnostics.map(({ severity, source, line }) => ({ severity, source, line }))).toEqual([
      { severity: 'error', source: 'x.jsonl', line: 2 },
      expect.objectContaining({ severity: 'error', source: 'y.png' }),
    ]);
    await expectEqualToLedger();
  });
});

describe('taking back, catching up, building anew', () => {
  test('retract removes what the paper alone supported', async () => {
    await ingest([digest], deps);
    await retract('2602.00001', deps);
    const stats = await store.stats();
    expect(stats.nodes).toEqual({ Paper: 2, Field: 0, Method: 2, Model: 3, Benchmark: 1, Dataset: 1, Result: 0 });
    await expectEqualToLedger();
    await retract('paper:2602.00002', deps);
    await retract('2602.00003', deps);
    expect((await store.stats()).nodes).toEqual({ Paper: 0, Field: 0, Method: 0, Model: 0, Benchmark: 0, Dataset: 0, Result: 0 });
    await expectEqualToLedger();
    await expect(retract('2602.00001', deps)).rejects.toMatchObject({ code: 'not_found' });
    expect((await ingest([digest], deps)).papers.added).toBe(3);
    await expectEqualToLedger();
  });

  test('a store that a crash left behind the ledger catches up', async () => {
    await ingest([digest], deps);
    const applied = ledger.head;
    const edited = makePaperText('2602.00002', 'method/uses DPO');
    ledger.append([
      {
        kind: 'paper',
        source: '/d/a.jsonl',
        sourceName: 'a.jsonl',
        textHash: 'h',
        reader: 'toy 1',
        paper: edited,
        ...deps.reader.read(edited),
      },
      { kind: 'retract', id: '2602.00001' },
      { kind: 'decision', id: 'd', decision: { kind: 'hide', edge: '2602.00003|TRAINS_ON|benchmark:aime' } },
    ]);
    expect(await store.appliedSeq(ledger.id)).toBe(applied);
    expect(await catchUp(deps)).toEqual({ papers: 3, filled: null, diagnostics: [] });
    expect(await edgesOf('2602.00002')).toEqual(['USES method:dpo']);
    await expectEqualToLedger();
  });

  test('a store that is ahead of its ledger is built anew, and that is said', async () => {
    await ingest([digest], deps);
    await store.setAppliedSeq(ledger.id, 99);
    expect((await catchUp(deps)).diagnostics.map(({ code }) => code)).toEqual(['ledger/behind-store']);
    await expectEqualToLedger();
  });

  test('rebuild gives the same graph', async () => {
    await ingest([digest], deps);
    const before = await store.stats();
    expect(await rebuild(deps)).toMatchObject({ papers: 3, resumedAt: 0 });
    expect(await store.stats()).toEqual(before);
    await expectEqualToLedger();
  });

  test('a new reader reads the kept texts again, without the digests', async () => {
    await ingest([digest], deps);
    const next = makeToyReader('toy 2');
    const read = next.read.bind(next);
    const report = await reExtract({
      ...deps,
      reader: {
        ...next,
        version: 'toy 2',
        read: (paper) => ({ ...read(paper), mentions: read(paper).mentions.filter(({ role }) => role !== 'compares') }),
      },
    });
    expect(report.papers).toEqual({ read: 3, moved: 1, unchanged: 0 });
    expect(report.counts).toMatchObject({ edgesAdded: 0, edgesChanged: 0, edgesRemoved: 1 });
    await expectEqualToLedger();
  });

  test('decisions count: an alias merges, never-merge keeps apart, a correction moves, undo restores', async () => {
    await ingest([digest], deps);
    const before = await store.stats();
    ledger.append([
      { kind: 'decision', id: 'd1', decision: { kind: 'alias', type: 'model', name: 'Star-3B', target: 'Qwen2.5-VL-7B' } },
      { kind: 'decision', id: 'd2', decision: { kind: 'correct', paper: '2602.00002', entity: 'method:grpo', role: 'method/compares' } },
    ]);
    await catchUp(deps);
    expect(await edgesOf('2602.00001')).toContain('PROPOSES model:qwen2.5-vl-7b');
    expect(await edgesOf('2602.00002')).toContain('COMPARES_WITH method:grpo');
    await expectEqualToLedger();
    ledger.append([
      { kind: 'undo', id: 'd1' },
      { kind: 'undo', id: 'd2' },
    ]);
    await catchUp(deps);
    expect(await store.stats()).toEqual(before);
    await expectEqualToLedger();
  });
});
