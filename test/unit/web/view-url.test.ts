import { expect, test } from 'vitest';
import { DEFAULT_VIEW, type ViewState } from '../../../web/src/state/view-state.ts';
import { parseView, toSearch } from '../../../web/src/state/view-url.ts';

const LOOKS = { lang: 'en', theme: 'auto' } as const;

test('a bare page has a bare address', () => {
  expect(toSearch(DEFAULT_VIEW)).toBe('');
  expect(parseView('', LOOKS)).toEqual(DEFAULT_VIEW);
});

test('the whole view goes into the address and comes back', () => {
  const view: ViewState = {
    ...DEFAULT_VIEW,
    tab: 'matrix',
    lang: 'zh',
    theme: 'dark',
    selected: 'method:grpo',
    edge: '2602.10575|USES|method:grpo',
    hiddenTypes: ['field'],
    hiddenRoles: ['COMPARES_WITH'],
    from: '2026-02-05',
    to: '2026-02-14',
    camera: { x: 0.25, y: 0.5, ratio: 0.4 },
    ask: { query: 'MATCH (n) RETURN n', params: { id: 'a|b*c' } },
    since: '2026-02-12',
    compared: ['method:grpo', 'method:dpo'],
    hulls: false,
    projection: 'papers',
    explored: [
      { id: 'method:grpo', role: 'USES', shown: 50 },
      { id: 'model:qwen3-8b', role: null, shown: 0 },
    ],
    picked: ['paper:2602.10575', 'paper:2602.12036'],
    split: true,
    grid: { by: 'benchmark:aime-2025', gaps: true, rollUp: false, find: 'grpo', cell: 'method:grpo\nbenchmark:aime-2025' },
    mark: { hash: 'abcd1234', counts: { papers: 72, nodes: 678, edges: 1011 }, newest: '2026-02-20' },
  };
  expect(parseView(toSearch(view), LOOKS)).toEqual(view);
});

test.each([
  '?tab=nonsense&show=nonsense&hide=nonsense&cam=a,b,c&cmp=||&x=*USES*5|method:a*NOPE*1&pick=|',
  '?fp=&q=&p={broken&from=2026-99&since=yesterday&cell=only-one',
  `?x=${'a|'.repeat(5_000)}`,
  '?%E0%A4%A=1',
])('a damaged link falls back to the default: %s', (search) => {
  const view = parseView(search, LOOKS);
  expect({ ...view, explored: [] }).toEqual(DEFAULT_VIEW);
  expect(view.explored.length).toBeLessThanOrEqual(60);
});

test('a link of an older version names only the hash of its data', () => {
  expect(parseView('?fp=abcd1234', LOOKS).mark).toEqual({ hash: 'abcd1234', counts: null, newest: null });
});
