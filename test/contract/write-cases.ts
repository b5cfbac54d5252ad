// What a store promises about writing: exact, idempotent, complete, whoever else writes.
import { expect } from 'vitest';
import type { EntityRow, GraphPatch } from '../../src/shared/graph-patch.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { fingerprintOf } from './expected-stats.ts';
import type { ContractCase } from './graph-store-contract.ts';
import { makeEdge, makeEntity, makePaper, makePatch, makeResult, makeSyntheticPatch } from './make-graph.ts';

const NOTHING = { nodesAdded: 0, nodesRemoved: 0, edgesAdded: 0, edgesChanged: 0, edgesRemoved: 0 };
const field = makeEntity('field:reasoning', ['Field']);
const policy = makeEntity('method:policy-optimization', ['Method']);
const grpo = makeEntity('method:grpo', ['Method'], {
  name: 'GRPO',
  aliases: ['GRPO', '组相对策略优化'],
  nameZh: '组相对策略优化',
  baseAliases: ['组相对策略优化'],
});
const qwen = makeEntity('model:qwen2.5-7b', ['Model'], { name: 'Qwen2.5-7B' });
const mine = makeEntity('model:mine-7b', ['Model'], { name: 'Mine-7B' });
const aime = makeEntity('benchmark:aime-2024', ['Benchmark'], { name: 'AIME 2024' });

/** Two papers; the first proposes a model built on another, and reports a result. */
function smallGraph(): GraphPatch {
  return makePatch({
    papers: [makePaper('2601.00001'), makePaper('2601.00002', { publishedAt: '2025-12-30', lang: 'zh' })],
    entities: [field, policy, grpo, qwen, mine, aime],
    paperEdges: [
      makeEdge('2601.00001', 'field/in', field),
      makeEdge('2601.00001', 'method/uses', grpo),
      makeEdge('2601.00001', 'model/proposes', mine),
      makeEdge('2601.00001', 'model/base', qwen),
      makeEdge('2601.00001', 'benchmark/evaluates', aime),
      makeEdge('2601.00002', 'field/in', field),
      makeEdge('2601.00002', 'method/uses', grpo, {
        confidence: 1,
        more: [
          {
            ...makeEdge('2601.00002', 'method/uses', grpo).evidence,
            source: 'other.md',
            date: '2026-01-02',
            confidence: 0.5,
            rule: 'method/cue',
          },
        ],
      }),
    ],
    results: [makeResult('2601.00001', 1, mine, aime), makeResult('2601.00001', 2, mine, null)],
    entityEdges: [
      { type: 'VARIANT_OF', from: grpo.id, to: policy.id, paperId: null },
      { type: 'DERIVED_FROM', from: mine.id, to: qwen.id, paperId: 'paper:2601.00001' },
    ],
  });
}

const part = (graph: GraphPatch, paper: string): GraphPatch => ({
  ...graph,
  papers: graph.papers.filter((row) => row.id === `paper:${paper}`),
  paperEdges: graph.paperEdges.filter((row) => row.paperId === `paper:${paper}`),
  results: graph.results.filter((row) => row.paperId === `paper:${paper}`),
});

async function entityOf(store: GraphStore, id: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await store.run('nodes-by-ids', { label: 'Entity', ids: [id] });
  return row && { ...row.properties, labels: row.labels.filter((label) => label !== 'Entity').sort() };
}

export const WRITE_CASES: readonly ContractCase[] = [
  {
    name: 'an empty graph has no papers, and the fingerprint of nothing',
    run: async ({ store }) => {
      const stats = await store.stats();
      expect(stats.papers).toBe(0);
      expect(stats.nodes).toEqual({ Paper: 0, Field: 0, Method: 0, Model: 0, Benchmark: 0, Dataset: 0, Result: 0 });
      expect(stats.fingerprint).toBe(fingerprintOf(makePatch({})));
      expect(await store.apply(makePatch({}))).toEqual(NOTHING);
    },
  },
  {
    name: 'migrate twice changes nothing',
    run: async ({ store }) => {
      await store.migrate();
      expect((await store.run('schema-version', {})).length).toBe(1);
    },
  },
  {
    name: 'a graph of a newer program is refused',
    run: async ({ store }) => {
      const [{ version } = { version: 0 }] = await store.run('schema-version', {});
      await store.run('set-schema-version', { version: 9_999 });
      await expect(store.migrate()).rejects.toMatchObject({ code: 'store_newer_schema' });
      await store.run('set-schema-version', { version });
      await store.migrate();
    },
  },
  {
    name: 'what is written is counted, and has the fingerprint of its rows',
    run: async ({ store }) => {
      const graph = smallGraph();
      expect(await store.apply(graph)).toEqual({ ...NOTHING, nodesAdded: 10, edgesAdded: 7 + 2 + 2 + 3 });
      const stats = await store.stats();
      expect(stats.papers).toBe(2);
      expect(stats.nodes).toEqual({ Paper: 2, Field: 1, Method: 2, Model: 2, Benchmark: 1, Dataset: 0, Result: 2 });
      expect(stats.edges).toMatchObject({
        IN_FIELD: 2,
        USES: 2,
        PROPOSES: 1,
        BUILDS_ON: 1,
        EVALUATES_ON: 1,
        REPORTS: 2,
        ON: 1,
        OF: 2,
        VARIANT_OF: 1,
        DERIVED_FROM: 1,
        MEMBER_OF: 0,
      });
      expect(stats.fingerprint).toBe(fingerprintOf(graph));
    },
  },
  {
    name: 'the same patch twice changes nothing and counts nothing',
    run: async ({ store }) => {
      await store.apply(smallGraph());
      const before = await store.stats();
      expect(await store.apply(smallGraph())).toEqual(NOTHING);
      expect(await store.stats()).toEqual(before);
    },
  },
  {
    name: 'papers in one patch or one by one, in any order, end alike',
    run: async ({ store }) => {
      const graph = smallGraph();
      await store.apply(part(graph, '2601.00002'));
      await store.apply(part(graph, '2601.00001'));
      expect((await store.stats()).fingerprint).toBe(fingerprintOf(graph));
    },
  },
  {
    name: 'a changed paper changes exactly the edges that changed',
    run: async ({ store }) => {
      const graph = smallGraph();
      await store.apply(graph);
      const edges = graph.paperEdges.map((row) => (row.entityId === qwen.id ? { ...row, confidence: 0.4 } : row));
      const results = graph.results.map((row) => (row.id.endsWith(':2') ? { ...row, value: '90%', number: 90 } : row));
      const changed = { ...graph, paperEdges: edges, results };
      expect(await store.apply(part(changed, '2601.00001'))).toEqual({ ...NOTHING, edgesChanged: 2 });
      expect((await store.stats()).fingerprint).toBe(fingerprintOf(changed));
    },
  },
  {
    name: 'a replaced paper loses what it no longer states, with orphans, results and what it derived',
    run: async ({ store }) => {
      const graph = smallGraph();
      await store.apply(graph);
      const paperEdges = graph.paperEdges.filter((row) => row.entityId !== mine.id && row.entityId !== aime.id);
      const less = {
        ...graph,
        paperEdges,
        results: [],
        entityEdges: graph.entityEdges.filter((row) => row.type !== 'DERIVED_FROM'),
        entities: [field, policy, grpo, qwen],
      };
      const counts = await store.apply({ ...part(less, '2601.00001'), touched: [mine, aime] });
      expect(counts).toEqual({ ...NOTHING, nodesRemoved: 4, edgesRemoved: 2 + 2 + 3 + 1 });
      expect((await store.stats()).fingerprint).toBe(fingerprintOf(less));
    },
  },
  {
    name: 'an evidence list that goes away leaves no trace',
    run: async ({ store }) => {
      const graph = smallGraph();
      await store.apply(graph);
      const changed = { ...graph, paperEdges: graph.paperEdges.map((row) => ({ ...row, more: [] })) };
      expect(await store.apply(changed)).toEqual({ ...NOTHING, edgesChanged: 1 });
      expect((await store.stats()).fingerprint).toBe(fingerprintOf(changed));
    },
  },
  {
    name: 'a result that points elsewhere is moved, not doubled',
    run: async ({ store }) => {
      const graph = smallGraph();
      await store.apply(graph);
      const changed = {
        ...graph,
        results: graph.results.map((row) =>
          row.id.endsWith(':2') ? { ...row, benchmark: aime.name, benchmarkId: aime.id, subjectId: qwen.id } : row,
        ),
      };
      expect(await store.apply(changed)).toEqual({ ...NOTHING, edgesChanged: 1, edgesAdded: 2, edgesRemoved: 1 });
      expect((await store.stats()).fingerprint).toBe(fingerprintOf(changed));
    },
  },
  {
    name: 'retracting one paper removes what it alone supported, parents after children',
    run: async ({ store }) => {
      await store.apply(smallGraph());
      const own = makeEntity('method:own-variant', ['Method']);
      const root = makeEntity('method:root', ['Method']);
      const third = makePatch({
        papers: [makePaper('2601.00003')],
        entities: [own, root, grpo],
        paperEdges: [makeEdge('2601.00003', 'method/proposes', own), makeEdge('2601.00003', 'method/uses', grpo)],
        entityEdges: [{ type: 'VARIANT_OF', from: own.id, to: root.id, paperId: null }],
      });
      const before = await store.stats();
      await store.apply(third);
      expect(await store.apply(makePatch({ retracted: ['paper:2601.00003'], touched: [own, grpo, root] }))).toEqual({
        ...NOTHING,
        nodesRemoved: 3,
        edgesRemoved: 3,
      });
      expect(await store.stats()).toEqual(before);
    },
  },
  {
    name: 'retracting everything leaves nothing',
    run: async ({ store }) => {
      const graph = smallGraph();
      await store.apply(graph);
      expect(await store.apply(makePatch({ retracted: graph.papers.map((row) => row.id) }))).toMatchObject({
        nodesRemoved: 10,
        edgesRemoved: 14,
      });
      expect((await store.stats()).fingerprint).toBe(fingerprintOf(makePatch({})));
    },
  },
  {
    name: 'retracting an unknown paper changes nothing',
    run: async ({ store }) => {
      expect(await store.apply(makePatch({ retracted: ['paper:nope'], touched: [makeEntity('method:nope', ['Method'])] }))).toEqual(
        NOTHING,
      );
    },
  },
  {
    name: 'an entity is what its remaining papers say: names, aliases, labels, dates',
    run: async ({ store }) => {
      const base = { baseAliases: ['数据集'] };
      const early = makeEntity('benchmark:x', ['Dataset'], {
        ...base,
        name: 'A-x',
        aliases: ['A-x', '数据集'],
        firstSeen: '2025-01-01',
        lastSeen: '2025-01-01',
      });
      const late = makeEntity('benchmark:x', ['Benchmark'], {
        ...base,
        name: 'X',
        aliases: ['X', 'x!', '数据集'],
        firstSeen: '2026-02-02',
        lastSeen: '2026-02-02',
      });
      const a = makePatch({
        papers: [makePaper('1')],
        entities: [early],
        paperEdges: [makeEdge('1', 'dataset/trains', early, { firstSeen: '2025-01-01', lastSeen: '2025-01-01' })],
      });
      const b = makePatch({
        papers: [makePaper('2')],
        entities: [late],
        paperEdges: [
          makeEdge('2', 'benchmark/evaluates', late, { firstSeen: '2026-02-02', lastSeen: '2026-02-02', surfaces: ['X', 'x!'] }),
        ],
      });
      await store.apply(b);
      const alone = await store.stats();
      await store.apply(a);
      expect(await entityOf(store, 'benchmark:x')).toMatchObject({
        name: 'A-x',
        labels: ['Benchmark', 'Dataset'],
        firstSeen: '2025-01-01',
        lastSeen: '2026-02-02',
      });
      await store.apply(makePatch({ retracted: ['paper:1'], touched: [early] }));
      expect(await entityOf(store, 'benchmark:x')).toMatchObject({
        name: 'X',
        labels: ['Benchmark'],
        aliases: ['X', 'x!', '数据集'],
        firstSeen: '2026-02-02',
        lastSeen: '2026-02-02',
      });
      expect(await store.stats()).toEqual(alone);
    },
  },
  {
    name: 'an edge to something that nobody describes is a bug, and nothing of its paper is written',
    run: async ({ store }) => {
      const patch = makePatch({ papers: [makePaper('1')], paperEdges: [makeEdge('1', 'method/uses', grpo)] });
      await expect(store.apply(patch)).rejects.toThrow(/neither in the patch nor in the store/);
      expect((await store.stats()).papers).toBe(0);
    },
  },
  {
    name: 'names with quotes, backticks, line breaks, Chinese, emoji and 20 kB come back unchanged',
    run: async ({ store }) => {
      const hostile = [
        `'; MATCH (n) DETACH DELETE n //`,
        '`) SET n:X //',
        '"\\"\\\\',
        'line\nbreak\r\n\ttab',
        '组相对策略优化（GRPO）',
        '🧠👩‍🔬 é é',
        '$id {x} \\u0027',
        'x'.repeat(20_000),
        '中'.repeat(7_000),
        'y'.repeat(60_000),
      ];
      const entities = hostile.map((name, i): EntityRow => makeEntity(`method:hostile-${i}`, ['Method'], { name, aliases: [name] }));
      const graph = makePatch({
        papers: hostile.map((title, i) => makePaper(`h.${i}`, { title, url: title.slice(0, 500) })),
        entities,
        paperEdges: entities.map((entity, i) => makeEdge(`h.${i}`, 'method/uses', entity, { rule: entity.name })),
        results: entities.map((entity, i) => makeResult(`h.${i}`, 1, entity, null, { metric: entity.name })),
      });
      await store.apply(graph);
      expect((await store.stats()).fingerprint).toBe(fingerprintOf(graph));
      expect(await store.apply(graph)).toEqual(NOTHING);
      const { rows } = await store.query({
        query: 'UNWIND $names AS name RETURN name',
        params: { names: hostile },
        limit: 100,
        timeoutMs: 10_000,
      });
      expect(rows.map((row) => row[0])).toEqual(hostile);
    },
  },
  {
    name: 'ids with odd characters are found again',
    run: async ({ store }) => {
      const odd = makeEntity('method:it\'s `odd` "名" 🧠', ['Method']);
      const graph = makePatch({ papers: [makePaper("o'd")], entities: [odd], paperEdges: [makeEdge("o'd", 'method/uses', odd)] });
      await store.apply(graph);
      expect(await store.apply(graph)).toEqual(NOTHING);
      expect(await entityOf(store, odd.id)).toMatchObject({ id: odd.id });
    },
  },
  {
    name: 'a large patch is cut into parts without a difference',
    run: async ({ store }) => {
      const graph = makeSyntheticPatch(0, 505, 1);
      const counts = await store.apply(graph);
      const stats = await store.stats();
      expect(stats.fingerprint).toBe(fingerprintOf(graph));
      expect(counts).toMatchObject({ nodesRemoved: 0, edgesRemoved: 0, edgesChanged: 0 });
      expect(counts.edgesAdded).toBe(Object.values(stats.edges).reduce((sum, n) => sum + n, 0));
      expect(await store.apply(graph)).toEqual(NOTHING);
    },
  },
  {
    name: 'four writers at once end like one, on shared entities too',
    run: async ({ store, make }) => {
      const graph = makeSyntheticPatch(0, 100, 8);
      // An embedded file has one owner: there the writers share it. A server is written through four connections.
      const others = store.kind === 'neo4j' ? await Promise.all([make.open(), make.open(), make.open()]) : [store, store, store];
      const writers = [store, ...others];
      await Promise.all(
        writers.map(async (writer, w) => {
          for (let i = w * 25; i < (w + 1) * 25; i += 5) await writer.apply(makeSyntheticPatch(i, i + 5, 8));
        }),
      );
      expect((await store.stats()).fingerprint).toBe(fingerprintOf(graph));
      if (store.kind === 'neo4j') await Promise.all(others.map((other) => other.close()));
    },
  },
  {
    name: 'twenty writers of one entity lose no alias and no date',
    run: async ({ store }) => {
      const names = Array.from({ length: 20 }, (_, i) => `alias-${String(i).padStart(2, '0')}`);
      await Promise.all(
        names.map((alias, i) => {
          // Days in no order: whoever waits for the lock must not bring back what it saw before.
          const day = `2026-03-${String(((i * 7) % 20) + 1).padStart(2, '0')}`;
          const entity = makeEntity('method:shared', ['Method'], { name: alias, aliases: [alias], firstSeen: day, lastSeen: day });
          return store.apply(
            makePatch({ papers: [makePaper(`w.${i}`)], entities: [entity], paperEdges: [makeEdge(`w.${i}`, 'method/uses', entity)] }),
          );
        }),
      );
      const entity = await entityOf(store, 'method:shared');
      expect(entity).toMatchObject({ name: 'alias-00', firstSeen: '2026-03-01', lastSeen: '2026-03-20' });
      expect((await store.stats()).fingerprint).toBe((await store.stats({ verify: true })).fingerprint);
      expect([...((entity?.['aliases'] ?? []) as string[])].sort()).toEqual(names);
    },
  },
  {
    name: 'how far a ledger was applied is remembered, and forgotten when the graph is cleared',
    run: async ({ store }) => {
      expect(await store.appliedSeq('ledger-a')).toBe(0);
      await store.setAppliedSeq('ledger-a', 17);
      await store.setAppliedSeq('ledger-b', 4_000_000_000);
      expect([await store.appliedSeq('ledger-a'), await store.appliedSeq('ledger-b')]).toEqual([17, 4_000_000_000]);
      await store.clear();
      expect(await store.appliedSeq('ledger-a')).toBe(0);
    },
  },
  {
    name: 'what was written is there after a reopen',
    run: async ({ make, store }) => {
      await store.apply(smallGraph());
      const before = await store.stats();
      if (store.kind === 'grafeo') return;
      const again = await make.open();
      expect(await again.stats()).toEqual(before);
      await again.close();
      await again.close();
      await expect(again.stats()).rejects.toMatchObject({ code: 'store_unavailable' });
    },
  },
  {
    name: 'a connection that breaks comes back without loss',
    run: async ({ store, make }) => {
      const graph = makeSyntheticPatch(0, 60, 6);
      const writing = (async () => {
        for (let i = 0; i < 60; i += 10) await store.apply(makeSyntheticPatch(i, i + 10, 6));
      })();
      for (let i = 0; i < 3; i++) {
        await new Promise((resolve) => setTimeout(resolve, 40));
        await make.breakConnection?.(store);
      }
      await writing;
      expect((await store.stats()).fingerprint).toBe(fingerprintOf(graph));
    },
  },
];
