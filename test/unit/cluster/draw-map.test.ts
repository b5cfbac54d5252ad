// Clusters and positions of a made-up field of papers: the same every time, nothing on top of anything, papers near their technique.
import { describe, expect, test } from 'vitest';
import { declaredClusters } from '../../../src/cluster/declared-clusters.ts';
import { type DrawnMap, drawMap } from '../../../src/cluster/draw-map.ts';
import { radiusOf } from '../../../src/cluster/layout.ts';
import { type MapEdge, type MapGraph, type MapNode, makeRandom } from '../../../src/cluster/map-graph.ts';
import type { EdgeType } from '../../../src/shared/ontology.ts';

const techniques = ['grpo', 'tfq-grpo', 'policy', 'vla', 'cot'].map((name) => ({ id: `method:${name}`, name, nameZh: null }));
const variantOf = [
  { from: 'method:tfq-grpo', to: 'method:grpo' },
  { from: 'method:grpo', to: 'method:policy' },
];
const use = (paper: number, method: string) => ({ paperId: `paper:${paper}`, methodId: `method:${method}` });

describe('declared clusters', () => {
  test('variants are rolled up; a group that no paper names itself stays out', () => {
    const clusters = declaredClusters(
      [use(1, 'grpo'), use(2, 'grpo'), use(3, 'tfq-grpo'), use(4, 'vla'), use(5, 'vla')],
      variantOf,
      techniques,
    );
    expect(clusters).toEqual([
      {
        id: 'cluster:method:grpo',
        kind: 'declared',
        label: 'grpo',
        labelZh: null,
        method: { id: 'method:grpo', name: 'grpo', nameZh: null },
        papers: ['1', '2', '3'],
        methods: ['method:grpo', 'method:tfq-grpo'],
        score: 0,
      },
    ]);
  });
  test('a group that has more than its variant is a cluster', () => {
    const uses = [use(1, 'grpo'), use(2, 'grpo'), use(3, 'grpo'), use(4, 'policy')];
    expect(declaredClusters(uses, variantOf, techniques).map(({ id, papers }) => [id, papers.length])).toEqual([
      ['cluster:method:policy', 4],
      ['cluster:method:grpo', 3],
    ]);
  });
  test('a ring of variants ends', () => {
    const ring = [...variantOf, { from: 'method:policy', to: 'method:tfq-grpo' }];
    expect(declaredClusters([use(1, 'grpo'), use(2, 'grpo'), use(3, 'grpo')], ring, techniques).length).toBeGreaterThan(0);
  });
  test('two papers are no cluster', () => {
    expect(declaredClusters([use(1, 'vla'), use(2, 'vla')], variantOf, techniques)).toEqual([]);
  });
});

/** `papers` papers, each with its technique, the hub RL that all share, and things of its own. */
function makeField(papers: number): { map: MapGraph; uses: { paperId: string; methodId: string }[] } {
  const random = makeRandom(1);
  const names = ['grpo', 'vla', 'cot'];
  const edges: MapEdge[] = [];
  const add = (source: string, type: EdgeType, target: string): void =>
    void edges.push({ id: `${source}|${type}|${target}`, source, target, type, role: null, confidence: 0.9 });
  const uses: { paperId: string; methodId: string }[] = [];
  for (let i = 0; i < papers; i++) {
    const method = `method:${names[i % names.length]}`;
    add(`paper:${i}`, 'USES', method);
    add(`paper:${i}`, 'USES', 'method:rl');
    uses.push({ paperId: `paper:${i}`, methodId: method }, { paperId: `paper:${i}`, methodId: 'method:rl' });
    for (let j = 0; j < 4; j++) add(`paper:${i}`, 'EVALUATES_ON', `benchmark:${i % names.length}-${Math.floor(random() * papers)}`);
    add(`paper:${i}`, 'PROPOSES', `method:own-${i}`);
  }
  const weight = new Map<string, number>();
  for (const { source, target } of edges) for (const id of [source, target]) weight.set(id, (weight.get(id) ?? 0) + 1);
  const nodes = [...weight].map(
    ([id, count]): MapNode => ({
      id,
      type: id.split(':')[0] as MapNode['type'],
      name: id,
      nameZh: null,
      date: '2026-02-14',
      weight: count,
    }),
  );
  return { map: { nodes, edges }, uses };
}
function draw(map: MapGraph, ...rest: Parameters<typeof drawMap> extends [unknown, ...infer R] ? R : never): DrawnMap {
  const steps = drawMap(map, ...rest);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('the map', () => {
  const { map, uses } = makeField(60);
  const named = [...techniques, { id: 'method:rl', name: 'rl', nameZh: null }];
  const declared = declaredClusters(uses, [], named);
  const drawn = draw(map, declared);
  const at = new Map(drawn.nodes.map((node) => [node.id, node]));

  test('is the same every time', () => {
    expect(draw(map, declared)).toEqual(drawn);
  });

  test('has no two nodes on top of each other', () => {
    let overlaps = 0;
    for (const [i, a] of drawn.nodes.entries()) {
      for (const b of drawn.nodes.slice(i + 1)) if (Math.hypot(a.x - b.x, a.y - b.y) < radiusOf(a) + radiusOf(b)) overlaps++;
    }
    expect(overlaps).toBe(0);
  });

  test('fills a stage that is wider than high', () => {
    const xs = drawn.nodes.map((node) => node.x);
    const ys = drawn.nodes.map((node) => node.y);
    const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
    expect(width / height).toBeGreaterThan(1.1);
    expect(width / height).toBeLessThan(2);
    const cells = new Set(
      drawn.nodes.map(
        ({ x, y }) => `${Math.floor((8 * (x - Math.min(...xs))) / (width + 1))}:${Math.floor((6 * (y - Math.min(...ys))) / (height + 1))}`,
      ),
    );
    // Three groups with nothing between them: gaps there are right, empty corners are not.
    expect(cells.size).toBeGreaterThan(48 * 0.5);
  });

  test('papers stand nearer to their own technique than to others, and the hub does not glue them', () => {
    const nearest = uses
      .filter(({ methodId }) => methodId !== 'method:rl')
      .filter(({ paperId, methodId }) => {
        const paper = at.get(paperId);
        const distances = ['grpo', 'vla', 'cot'].map((name) => ({
          id: `method:${name}`,
          away: Math.hypot((at.get(`method:${name}`)?.x ?? 0) - (paper?.x ?? 0), (at.get(`method:${name}`)?.y ?? 0) - (paper?.y ?? 0)),
        }));
        return distances.sort((a, b) => a.away - b.away)[0]?.id === methodId;
      });
    expect(nearest.length / 60).toBeGreaterThan(0.95);
  });

  test('detected communities agree with what is declared, the hub excepted', () => {
    const scores = Object.fromEntries(drawn.clusters.filter(({ kind }) => kind === 'declared').map(({ label, score }) => [label, score]));
    expect(scores['grpo']).toBeGreaterThan(0.9);
    expect(scores['rl']).toBeLessThan(0.5);
    expect(drawn.clusters.filter(({ kind }) => kind === 'detected').length).toBe(3);
  });

  test('a node lists its clusters, the most specific first', () => {
    expect(at.get('paper:0')?.clusters).toEqual(['cluster:method:grpo', 'cluster:method:rl']);
    expect(at.get('method:own-3')?.clusters).toEqual([]);
  });

  test('a warm start keeps what was there about where it was', () => {
    const more = makeField(62);
    const again = draw(more.map, declaredClusters(more.uses, [], named), at);
    const width = Math.max(...drawn.nodes.map((node) => node.x)) - Math.min(...drawn.nodes.map((node) => node.x));
    const moved = again.nodes
      .filter((node) => at.has(node.id))
      .map((node) => Math.hypot(node.x - (at.get(node.id)?.x ?? 0), node.y - (at.get(node.id)?.y ?? 0)) / width)
      .sort((a, b) => a - b);
    expect(moved[Math.floor(moved.length / 2)]).toBeLessThan(0.1);
  });

  test.each([0, 1, 2])('%i nodes are drawn as well', (count) => {
    expect(draw({ nodes: map.nodes.slice(0, count), edges: [] }, []).nodes.length).toBe(count);
  });
});
