// A small graph of what exports find difficult: quotes, separators, line ends, formulas, escapes, control characters, other planes.
import { makeEdge, makeEntity, makePaper, makePatch, makeResult } from './make-graph.ts';

const NAMES = [
  'a, "b"\nc\r\nd',
  '"',
  '\\',
  "\\u0041 \\\\u0041 \\' \\n",
  ' leading and trailing ',
  'semi;colon|bar',
  '组相对策略优化（GRPO）🧠',
  "it's `this`",
  '=1+1',
  '+A1',
  '-2',
  '@sum',
  '</data>&lt;<![CDATA[x]]>',
  '{braces} $math$ 100% #1 a_b ~ ^',
  'tab\there, bell\u0007, line\u2028, delete\u007f',
  'x'.repeat(20_000),
];
const odd = NAMES.map((name, i) =>
  makeEntity(`method:odd-${i}`, ['Method'], { name, nameZh: i % 2 ? '' : null, aliases: [name, `${name}!`].sort() }),
);
const both = makeEntity('benchmark:both', ['Benchmark', 'Dataset']);
const model = makeEntity('model:one', ['Model']);
const base = makeEntity('model:base', ['Model']);

export const HOSTILE_NAMES: readonly string[] = NAMES;
export const HOSTILE = makePatch({
  papers: [
    makePaper('2602.10575', { publishedAt: '2026-02-11' }),
    ...NAMES.map((title, i) =>
      makePaper(`odd.${i}`, { title, date: i % 3 ? '2026-02-14' : '', sources: i % 2 ? [] : ['a.md', 'b, c.md'] }),
    ),
  ],
  entities: [...odd, both, model, base],
  paperEdges: [
    ...odd.map((entity, i) =>
      makeEdge(`odd.${i}`, 'method/uses', entity, {
        confidence: i % 2 ? 1 : 0.123456789,
        more: [{ ...makeEdge('x', 'method/uses', entity).evidence, source: 'b.md', date: '', confidence: 0.5, rule: 'r' }],
      }),
    ),
    makeEdge('odd.0', 'benchmark/evaluates', both),
    makeEdge('odd.1', 'dataset/trains', both),
    ...['odd.0', 'odd.1'].flatMap((paper) => [makeEdge(paper, 'model/proposes', model), makeEdge(paper, 'model/base', base)]),
  ],
  results: [makeResult('odd.0', 1, model, both), makeResult('odd.1', 1, null, null, { value: '-1', number: -1, unit: null })],
  // Two papers state the same: two edges between the same ends.
  entityEdges: ['odd.0', 'odd.1'].map((paper) => ({ type: 'DERIVED_FROM', from: model.id, to: base.id, paperId: `paper:${paper}` })),
});
