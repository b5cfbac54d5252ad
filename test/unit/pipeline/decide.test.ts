// A user's decisions: told once, applied to every paper they reach, taken back without a trace, and refused when they say nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Ledger, openLedger } from '../../../src/ledger/open-ledger.ts';
import { catchUp } from '../../../src/pipeline/catch-up.ts';
import { recordDecision, undoDecision } from '../../../src/pipeline/decide.ts';
import type { PipelineDeps } from '../../../src/pipeline/deps.ts';
import { ingest } from '../../../src/pipeline/ingest.ts';
import { ledgerStats } from '../../../src/pipeline/project-graph.ts';
import type { Decision } from '../../../src/shared/api/overrides.ts';
import { GrafeoStore } from '../../../src/store/grafeo/grafeo-store.ts';
import { makePaperText, makeSource, makeToyReader, toyResolver } from './toy-reader.ts';

let folder: string;
let ledger: Ledger;
let store: GrafeoStore;
let deps: PipelineDeps;
const digest = makeSource('/d/a.jsonl', [
  makePaperText(
    '2602.00001',
    'method/proposes TFQ-GRPO\nmodel/proposes Star-3B\nmodel/base Qwen2.5-VL-7B\nbenchmark/evaluates AIME\nscore Star-3B AIME 62',
  ),
  makePaperText('2602.00002', 'method/uses GRPO\nmodel/base Qwen2.5-VL-7B\nbenchmark/evaluates AIME'),
  makePaperText('2602.00003', 'method/compares Group Relative Policy Optimization\ndataset/trains AIME'),
]);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'decide-'));
  ledger = await openLedger(join(folder, 'ledger'));
  store = await GrafeoStore.open({ path: join(folder, 'graph.grafeo') });
  await store.migrate();
  deps = { ledger, store, reader: makeToyReader(), resolver: toyResolver, batchPapers: 1 };
  await ingest([digest], deps);
});
afterEach(async () => {
  await store.close();
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const expectEqualToLedger = async (): Promise<void> => {
  expect(await store.stats({ verify: true })).toEqual(ledgerStats({ ledger, resolver: toyResolver }));
  expect(await store.appliedSeq(ledger.id)).toBe(ledger.head);
};

interface Case {
  readonly name: string;
  readonly decision: Decision;
  readonly papers: number;
  readonly nodes: { readonly added: number; readonly removed: number };
  readonly edges: { readonly added: number; readonly changed: number; readonly removed: number };
}
const CASES: readonly Case[] = [
  {
    name: 'an alias reaches every paper that uses the name',
    decision: { kind: 'alias', type: 'method', name: 'GRPO', target: 'PPO' },
    papers: 2,
    nodes: { added: 1, removed: 0 },
    edges: { added: 2, changed: 0, removed: 2 },
  },
  {
    name: 'never-merge keeps one written name apart',
    decision: { kind: 'never-merge', type: 'model', name: 'Qwen2.5-VL-7B' },
    papers: 0,
    nodes: { added: 0, removed: 0 },
    edges: { added: 0, changed: 0, removed: 0 },
  },
  {
    name: 'a corrected role moves one edge of one paper',
    decision: { kind: 'correct', paper: '2602.00002', entity: 'method:grpo', role: 'method/compares' },
    papers: 1,
    nodes: { added: 0, removed: 0 },
    edges: { added: 1, changed: 0, removed: 1 },
  },
  {
    name: 'a corrected name as well',
    decision: { kind: 'correct', paper: '2602.00002', entity: 'method:grpo', name: 'DPO' },
    papers: 1,
    nodes: { added: 1, removed: 0 },
    edges: { added: 1, changed: 0, removed: 1 },
  },
  {
    name: 'a hidden edge goes',
    decision: { kind: 'hide', edge: '2602.00003|TRAINS_ON|benchmark:aime' },
    papers: 1,
    nodes: { added: 0, removed: 0 },
    edges: { added: 0, changed: 0, removed: 1 },
  },
];

describe('decisions', () => {
  test.each(CASES)('$name, and undo leaves no trace', async ({ decision, papers, nodes, edges }) => {
    const before = await store.stats();
    const decided = await recordDecision(decision, deps);
    expect(decided).toEqual({ id: `d${ledger.head}`, papers, nodes, edges });
    await expectEqualToLedger();

    const head = ledger.head;
    expect(await recordDecision(decision, deps)).toMatchObject({ id: decided.id, papers: 0 });
    expect(ledger.head).toBe(head);

    expect(await undoDecision(decided.id, deps)).toMatchObject({ id: decided.id, papers });
    expect(await store.stats()).toEqual(before);
    await expectEqualToLedger();
    expect(ledger.state.decisions()).toEqual([]);
  });

  test('a correction of what a correction made is about the same mention', async () => {
    await recordDecision({ kind: 'correct', paper: 'paper:2602.00002', entity: 'method:grpo', name: 'DPO' }, deps);
    await recordDecision({ kind: 'correct', paper: '2602.00002', entity: 'method:dpo', name: 'KTO' }, deps);
    expect(ledger.state.decisions().map(({ decision }) => decision)).toEqual([
      { kind: 'correct', paper: '2602.00002', entity: 'method:grpo', name: 'DPO' },
      { kind: 'correct', paper: '2602.00002', entity: 'method:grpo', name: 'KTO' },
    ]);
    expect(
      (
        await store.query({
          query: "MATCH (p:Paper {id: 'paper:2602.00002'})-[:USES]->(m) RETURN m.id",
          params: {},
          limit: 9,
          timeoutMs: 5_000,
        })
      ).rows,
    ).toEqual([['method:kto']]);
    await expectEqualToLedger();
  });

  test.each<[string, Decision, string]>([
    [
      'an alias of what is the same',
      { kind: 'alias', type: 'method', name: 'Group Relative Policy Optimization', target: 'GRPO' },
      'bad_request',
    ],
    ['a correction of nothing', { kind: 'correct', paper: '2602.00002', entity: 'method:grpo' }, 'bad_request'],
    ['an unknown paper', { kind: 'correct', paper: '2699.99999', entity: 'method:grpo', name: 'X' }, 'not_found'],
    ['a thing that the paper does not have', { kind: 'correct', paper: '2602.00002', entity: 'method:dpo', name: 'X' }, 'not_found'],
    ['an unknown edge', { kind: 'hide', edge: '2602.00002|USES|method:dpo' }, 'not_found'],
    ['a text that is no edge', { kind: 'hide', edge: "'`}) DETACH DELETE n //" }, 'not_found'],
  ])('%s is refused and nothing is written', async (_name, decision, code) => {
    const head = ledger.head;
    await expect(recordDecision(decision, deps)).rejects.toMatchObject({ code });
    expect(ledger.head).toBe(head);
  });

  test('aliases may not run in a circle, and an unknown decision cannot be undone', async () => {
    await recordDecision({ kind: 'alias', type: 'method', name: 'GRPO', target: 'PPO' }, deps);
    await expect(recordDecision({ kind: 'alias', type: 'method', name: 'PPO', target: 'GRPO' }, deps)).rejects.toMatchObject({
      code: 'bad_request',
    });
    await expect(undoDecision('d999', deps)).rejects.toMatchObject({ code: 'not_found' });
    await expectEqualToLedger();
  });

  test('what came into the ledger but not into the store is made good, with decisions on decisions', async () => {
    await recordDecision({ kind: 'alias', type: 'method', name: 'GRPO', target: 'PPO' }, deps);
    ledger.append([
      { kind: 'decision', id: 'd90', decision: { kind: 'alias', type: 'method', name: 'PPO', target: 'REINFORCE' } },
      { kind: 'decision', id: 'd91', decision: { kind: 'hide', edge: '2602.00001|BUILDS_ON|model:qwen2.5-vl-7b' } },
    ]);
    await catchUp(deps);
    await expectEqualToLedger();
    ledger.append([{ kind: 'undo', id: 'd90' }]);
    await catchUp(deps);
    await expectEqualToLedger();
  });
});
