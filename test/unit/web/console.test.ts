// The console's pure parts: parameters and their types, the history, the graph in an answer.
import { describe, expect, test } from 'vitest';
import { type HistoryEntry, readHistory, remember, writeHistory } from '../../../web/src/panels/console/history.ts';
import { paramsIn, paramText, parseParam, typeOfValue } from '../../../web/src/panels/console/param-types.ts';
import { graphIn, placeNodes, resultGexf } from '../../../web/src/panels/console/result-graph.ts';

describe('parameters', () => {
  test('are found outside of strings and comments, each once', () => {
    expect(paramsIn('MATCH (n {id: $id}) WHERE n.x = \'$no\' // $no\nRETURN $id, $most /* $no */, "$no"')).toEqual(['id', 'most']);
  });

  test.each([
    ['integer', '42', 42],
    ['integer', '4.2', undefined],
    ['integer', '9'.repeat(20), undefined],
    ['number', '-0.5', -0.5],
    ['number', '', undefined],
    ['boolean', 'true', true],
    ['boolean', 'yes', undefined],
    ['list', 'a, b,,c ', ['a', 'b', 'c']],
    ['date', '2026-02-10', '2026-02-10'],
    ['date', 'soon', undefined],
    ['text', '42', '42'],
  ] as const)('%s %j', (type, text, value) => {
    expect(parseParam(type, text)).toEqual(value);
  });

  test('a value tells its type and comes back from its text', () => {
    for (const value of ['a', 7, 0.5, false, ['a', 'b'], '2026-02-10'])
      expect(parseParam(typeOfValue(value), paramText(value))).toEqual(value);
  });
});

describe('history', () => {
  const entry = (query: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
    query,
    params: {},
    at: 1,
    rows: 1,
    ms: 1,
    isFailed: false,
    isPinned: false,
    ...more,
  });
  const storage = (value: string | null): Storage => {
    let kept = value;
    const setItem = (_key: string, next: string): void => {
      kept = next;
    };
    return { getItem: () => kept, setItem } as unknown as Storage;
  };

  test('the same question takes the place of the older one and stays saved', () => {
    const entries = [entry('a'), entry('b', { isPinned: true })];
    expect(remember(entries, entry('b', { at: 2 })).map(({ query, at, isPinned }) => [query, at, isPinned])).toEqual([
      ['b', 2, true],
      ['a', 1, false],
    ]);
    expect(remember(entries, entry('a', { params: { id: 'x' } }))).toHaveLength(3);
  });

  test('a hundred are kept, and what is saved beyond', () => {
    let entries: HistoryEntry[] = [entry('saved', { isPinned: true })];
    for (let i = 0; i < 150; i++) entries = remember(entries, entry(`q${i}`));
    expect([entries.length, entries.some(({ query }) => query === 'saved')]).toEqual([101, true]);
  });

  test('damaged or foreign storage counts as empty', () => {
    for (const value of [null, '', '{', '{}', '"x"', '[1, null, {}]']) expect(readHistory(storage(value))).toEqual([]);
    const own = storage(null);
    writeHistory(own, [entry('a')]);
    expect(readHistory(own)).toEqual([entry('a')]);
    expect(() =>
      writeHistory(
        {
          setItem: () => {
            throw new Error('full');
          },
        } as unknown as Storage,
        [],
      ),
    ).not.toThrow();
  });
});

describe('the graph in an answer', () => {
  const paper = { id: 'paper:1', labels: ['Paper'], title: 'A <b>' };
  const method = { id: 'method:grpo', labels: ['Entity', 'Method'], name: 'GRPO' };
  const uses = { from: 'paper:1', to: 'method:grpo', type: 'USES', quote: 'GRPO' };

  test('is found in cells, lists, maps and paths, each thing once', () => {
    const graph = graphIn([
      [paper, uses],
      [[method], { nodes: [paper, method], edges: [uses] }],
      ['text', 1, null],
    ]);
    expect(graph).toEqual({
      nodes: [
        { id: 'paper:1', label: 'Paper', name: 'A <b>' },
        { id: 'method:grpo', label: 'Method', name: 'GRPO' },
      ],
      edges: [{ from: 'paper:1', to: 'method:grpo', type: 'USES' }],
    });
  });

  test('an edge alone has two ends; rows of text have no graph', () => {
    expect(graphIn([[uses]]).nodes.map(({ id }) => id)).toEqual(['paper:1', 'method:grpo']);
    expect(graphIn([['a', 1, null, true, []]])).toEqual({ nodes: [], edges: [] });
  });

  test('is placed within its frame, the same every time, no two nodes on each other', () => {
    const nodes = Array.from({ length: 60 }, (_, i) => ({ id: `n${i}`, label: 'Method', name: `n${i}` }));
    const edges = nodes.slice(1).map(({ id }) => ({ from: 'n0', to: id, type: 'USES' }));
    const places = placeNodes({ nodes, edges });
    expect(places).toEqual(placeNodes({ nodes, edges }));
    for (const { x, y } of places) expect([Math.abs(x) <= 1.001, Math.abs(y) <= 1.001]).toEqual([true, true]);
    expect(new Set(places.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(60);
    expect(placeNodes({ nodes: [], edges: [] })).toEqual([]);
  });

  test('as GEXF has escaped names', () => {
    const gexf = resultGexf(graphIn([[paper, uses, method]]));
    expect(gexf).toContain('label="A &lt;b&gt;"');
    expect(gexf.match(/<edge /g)).toHaveLength(1);
  });
});
