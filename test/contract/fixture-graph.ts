// The one graph that every query of cypher/read is asked about: small enough to check the answers by eye, with every label and edge type.
import type { GraphPatch } from '../../src/shared/graph-patch.ts';
import { makeEdge, makeEntity, makePaper, makePatch, makeResult } from './make-graph.ts';

const ai = makeEntity('field:artificial-intelligence', ['Field'], {
  name: 'Artificial intelligence',
  nameZh: '人工智能',
  aliases: ['Artificial intelligence', '人工智能'],
});
const robots = makeEntity('field:embodied-ai', ['Field'], {
  name: 'Embodied AI',
  nameZh: '具身智能',
  aliases: ['Embodied AI', '具身智能'],
});
const policy = makeEntity('method:policy-optimization', ['Method'], {
  name: 'policy optimisation',
  aliases: ['policy optimisation'],
  firstSeen: '',
  lastSeen: '',
});
const grpo = makeEntity('method:grpo', ['Method'], {
  name: 'GRPO',
  nameZh: '组相对策略优化',
  aliases: ['GRPO', 'group relative policy optimisation', '组相对策略优化'],
});
const tfq = makeEntity('method:tfq-grpo', ['Method'], { name: 'TFQ-GRPO', firstSeen: '2026-01-03', lastSeen: '2026-01-03' });
const qwen = makeEntity('model:qwen2.5-vl', ['Model'], { name: 'Qwen2.5-VL', firstSeen: '', lastSeen: '' });
const qwen7 = makeEntity('model:qwen2.5-vl-7b', ['Model'], { name: 'Qwen2.5-VL-7B', lastSeen: '2026-01-03' });
const mine = makeEntity('model:it-is-`mine`', ['Model'], { name: 'It\'s "mine" 🧠' });
const gpt = makeEntity('model:gpt-4o', ['Model'], { name: 'GPT-4o', firstSeen: '2026-01-02', lastSeen: '2026-01-02' });
const aime = makeEntity('benchmark:aime-2024', ['Benchmark'], { name: 'AIME 2024' });
const both = makeEntity('benchmark:open-x', ['Benchmark', 'Dataset'], { name: 'Open X', lastSeen: '2026-01-03' });

const day = (date: string) => ({ firstSeen: date, lastSeen: date });
const second = day('2026-01-02');
const third = day('2026-01-03');

export const FIXTURE: GraphPatch = makePatch({
  papers: [
    makePaper('2601.00001', { title: 'A robot that reasons' }),
    makePaper('2601.00002', {
      title: '具身智能的组相对策略优化',
      lang: 'zh',
      date: '2026-01-02',
      publishedAt: '2025-12-30',
      sources: ['a.md', 'b.md'],
    }),
    makePaper('2601.00003', { title: 'TFQ: a variant', date: '2026-01-03' }),
    makePaper('2601.00004', { title: 'A paper that says nothing', date: '' }),
  ],
  entities: [ai, robots, policy, grpo, tfq, qwen, qwen7, mine, gpt, aime, both],
  paperEdges: [
    makeEdge('2601.00001', 'field/in', robots),
    makeEdge('2601.00001', 'method/uses', grpo),
    makeEdge('2601.00001', 'model/proposes', mine),
    makeEdge('2601.00001', 'model/base', qwen7),
    makeEdge('2601.00001', 'benchmark/evaluates', aime),
    makeEdge('2601.00002', 'field/in', robots, second),
    makeEdge('2601.00002', 'method/uses', grpo, { ...second, confidence: 0.55, surfaces: ['GRPO', '组相对策略优化'] }),
    makeEdge('2601.00002', 'model/auxiliary', gpt, second),
    makeEdge('2601.00002', 'dataset/trains', both, second),
    makeEdge('2601.00003', 'method/proposes', tfq, third),
    makeEdge('2601.00003', 'method/compares', grpo, third),
    makeEdge('2601.00003', 'model/base', qwen7, third),
    makeEdge('2601.00003', 'benchmark/introduces', both, third),
  ],
  results: [
    makeResult('2601.00001', 1, mine, aime),
    makeResult('2601.00001', 2, null, null, { number: null, unit: null }),
    makeResult('2601.00003', 1, tfq, both),
  ],
  entityEdges: [
    { type: 'PART_OF', from: robots.id, to: ai.id, paperId: null },
    { type: 'VARIANT_OF', from: tfq.id, to: grpo.id, paperId: null },
    { type: 'VARIANT_OF', from: grpo.id, to: policy.id, paperId: null },
    { type: 'MEMBER_OF', from: qwen7.id, to: qwen.id, paperId: null },
    { type: 'DERIVED_FROM', from: mine.id, to: qwen7.id, paperId: 'paper:2601.00001' },
  ],
});
