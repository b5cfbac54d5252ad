import { expect, test } from 'vitest';
import { collapse, countsByRole, EXPAND_CAP, expandMore, findExplored, toggleExpansion } from '../../../web/src/state/explore.ts';
import { edge, makeModel, node } from './make-model.ts';

/** One technique that 214 papers use and 6 compare with. */
const papers = Array.from({ length: 220 }, (_, i) => node(`paper:${i}`));
const hub = makeModel(
  [node('method:hub'), ...papers],
  papers.map(({ id }, i) => edge(id, i < 214 ? 'USES' : 'COMPARES_WITH', 'method:hub')),
);

test('counts are known before anything opens', () => {
  expect(countsByRole(hub, 'method:hub')).toEqual([
    { role: 'USES', total: 214 },
    { role: 'COMPARES_WITH', total: 6 },
  ]);
});

test('a hub cannot flood: fifty come, the rest is one number', () => {
  const opened = toggleExpansion([], 'method:hub', 'USES');
  const { nodes, more } = findExplored(hub, opened);
  expect(nodes.size).toBe(1 + EXPAND_CAP);
  expect([...more]).toEqual([['method:hub', 164]]);
});

test('more adds the next fifty until none are left', () => {
  let explored = toggleExpansion([], 'method:hub', 'USES');
  for (const left of [114, 64, 14, undefined]) {
    explored = expandMore(hub, explored, 'method:hub');
    expect(findExplored(hub, explored).more.get('method:hub')).toBe(left);
  }
  expect(findExplored(hub, explored).nodes.size).toBe(215);
  expect(expandMore(hub, explored, 'method:hub')).toEqual(explored);
});

test('closing a role or all of them leaves the thing itself', () => {
  const both = toggleExpansion(toggleExpansion([], 'method:hub', 'USES'), 'method:hub', 'COMPARES_WITH');
  expect(findExplored(hub, both).nodes.size).toBe(1 + 50 + 6);
  expect(findExplored(hub, toggleExpansion(both, 'method:hub', 'USES')).nodes.size).toBe(1 + 6);
  expect([...findExplored(hub, collapse(both, 'method:hub')).nodes]).toEqual(['method:hub']);
  const none = toggleExpansion(toggleExpansion([], 'method:hub', 'USES'), 'method:hub', 'USES');
  expect([...findExplored(hub, none).nodes]).toEqual(['method:hub']);
});
