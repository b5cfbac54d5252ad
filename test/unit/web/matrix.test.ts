import { expect, test } from 'vitest';
import { findMatrix, matrixTable } from '../../../web/src/state/matrix.ts';
import { DEFAULT_VIEW } from '../../../web/src/state/view-state.ts';
import { selectVisible } from '../../../web/src/state/visible.ts';
import { edge, makeModel, node } from './make-model.ts';

const model = makeModel(
  [
    node('paper:1'),
    node('paper:2'),
    node('method:grpo', { weight: 5 }),
    node('method:dr-grpo'),
    node('method:sft'),
    node('benchmark:aime-2024', { weight: 3 }),
    node('benchmark:aime-2025'),
  ],
  [
    edge('paper:1', 'USES', 'method:dr-grpo'),
    edge('paper:1', 'EVALUATES_ON', 'benchmark:aime-2024'),
    edge('paper:2', 'USES', 'method:sft'),
    edge('paper:2', 'EVALUATES_ON', 'benchmark:aime-2024'),
    edge('paper:2', 'EVALUATES_ON', 'benchmark:aime-2025'),
    { ...edge('method:dr-grpo', 'VARIANT_OF', 'method:grpo'), source: 'method:dr-grpo' },
  ],
);
const visible = selectVisible(model, DEFAULT_VIEW);
const grid = DEFAULT_VIEW.grid;
const ids = (nodes: readonly { id: string }[]): string[] => nodes.map(({ id }) => id);

test('a variant counts for its family when rolled up, and only then', () => {
  const rolled = findMatrix(model, visible, [], grid, 100, 100);
  expect(rolled.papersAt('method:grpo', 'benchmark:aime-2024')).toEqual(['paper:1']);
  const flat = findMatrix(model, visible, [], { ...grid, rollUp: false }, 100, 100);
  expect(flat.papersAt('method:grpo', 'benchmark:aime-2024')).toEqual([]);
  expect(ids(flat.rows)).not.toContain('method:grpo');
});

test('gaps of a benchmark are the techniques never tried on it', () => {
  const { rows, columns, total } = findMatrix(model, visible, [], { ...grid, by: 'benchmark:aime-2025', gaps: true }, 100, 100);
  expect(ids(rows).sort()).toEqual(['method:dr-grpo', 'method:grpo']);
  expect(columns[0]?.id).toBe('benchmark:aime-2025');
  expect(total.rows).toBe(2);
});

test('sorted by a technique, its benchmarks come first; its gaps are benchmarks', () => {
  expect(ids(findMatrix(model, visible, [], { ...grid, by: 'method:grpo' }, 100, 100).columns)[0]).toBe('benchmark:aime-2024');
  expect(ids(findMatrix(model, visible, [], { ...grid, by: 'method:grpo', gaps: true }, 100, 100).columns)).toEqual([
    'benchmark:aime-2025',
  ]);
});

test('lassoed papers alone are counted; typing narrows one side', () => {
  const picked = findMatrix(model, visible, ['paper:1'], grid, 100, 100);
  expect(ids(picked.columns)).toEqual(['benchmark:aime-2024']);
  const found = findMatrix(model, visible, [], { ...grid, find: '2025' }, 100, 100);
  expect([ids(found.columns), found.rows.length]).toEqual([['benchmark:aime-2025'], 3]);
});

test('as a table for a spreadsheet, an untried pair is 0', () => {
  expect(matrixTable(findMatrix(model, visible, [], { ...grid, rollUp: false }, 100, 100))).toEqual([
    ['technique', 'id', 'aime-2024', 'aime-2025'],
    ['dr-grpo', 'method:dr-grpo', 1, 0],
    ['sft', 'method:sft', 1, 1],
  ]);
});
