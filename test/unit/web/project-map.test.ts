import { expect, test } from 'vitest';
import { projectMap } from '../../../web/src/state/project-map.ts';
import { edge, makeModel, node } from './make-model.ts';

/** Twenty papers that all fine-tune, two of which share a rare technique. */
const papers = Array.from({ length: 20 }, (_, i) => node(`paper:${i}`, { date: i < 10 ? '2026-02-12' : '2026-02-13' }));
const model = makeModel(
  [
    ...papers,
    node('method:sft'),
    node('method:rare'),
    node('method:lonely'),
    node('benchmark:aime'),
    node('model:qwen'),
    node('model:qwen-8b'),
    node('field:maths'),
  ],
  [
    ...papers.map(({ id }) => edge(id, 'USES', 'method:sft')),
    edge('paper:3', 'USES', 'method:rare'),
    edge('paper:4', 'PROPOSES', 'method:rare'),
    edge('paper:5', 'USES', 'method:lonely'),
    edge('paper:3', 'EVALUATES_ON', 'benchmark:aime'),
    edge('paper:4', 'EVALUATES_ON', 'benchmark:aime'),
    edge('paper:6', 'BUILDS_ON', 'model:qwen-8b'),
    edge('paper:7', 'IN_FIELD', 'field:maths'),
    { ...edge('model:qwen-8b', 'MEMBER_OF', 'model:qwen'), source: 'model:qwen-8b' },
  ],
);

test('papers are tied by what few share; what everybody uses ties nobody', () => {
  const { nodes, edges, ties } = projectMap(model, 'papers');
  expect(nodes.every(({ type }) => type === 'paper')).toBe(true);
  expect(edges.map(({ id }) => id)).toEqual(['tie:paper:3|paper:4']);
  expect(ties.get('tie:paper:3|paper:4')).toEqual({
    papers: ['paper:3', 'paper:4'],
    via: ['method:rare'],
    dates: ['2026-02-12', '2026-02-12'],
  });
});

test('techniques and benchmarks are tied by the papers that use the one on the other', () => {
  const { nodes, edges, ties } = projectMap(model, 'grid');
  expect(new Set(nodes.map(({ id }) => id))).toEqual(new Set(['method:sft', 'method:rare', 'benchmark:aime']));
  expect(edges.map(({ id }) => id).sort()).toEqual(['tie:method:rare|benchmark:aime', 'tie:method:sft|benchmark:aime']);
  expect(ties.get('tie:method:rare|benchmark:aime')?.papers).toEqual(['paper:3', 'paper:4']);
});

test('models keep their lineage and the papers that touch them', () => {
  const { nodes, edges } = projectMap(model, 'models');
  expect(new Set(nodes.map(({ id }) => id))).toEqual(new Set(['paper:6', 'model:qwen-8b', 'model:qwen']));
  expect(edges.map(({ type }) => type).sort()).toEqual(['BUILDS_ON', 'MEMBER_OF']);
});

test('a thing stands where it stood, and the same question costs nothing twice', () => {
  expect(projectMap(model, 'papers')).toBe(projectMap(model, 'papers'));
  expect(projectMap(model, 'all')).toBe(model);
  expect(projectMap(model, 'models').bounds).toBe(model.bounds);
});
