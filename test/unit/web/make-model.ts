// A small graph, or a large clustered one, as the explorer gets it from /api/graph.
import type { GraphEdge, GraphNode } from '../../../src/shared/api/graph.ts';
import { type GraphModel, toGraphModel } from '../../../web/src/state/graph-model.ts';

export const node = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  type: id.split(':')[0] as GraphNode['type'],
  name: id.split(':')[1] ?? id,
  nameZh: null,
  x: 0,
  y: 0,
  weight: 1,
  date: '2026-02-12',
  clusters: [],
  ...more,
});
export const edge = (paper: string, type: GraphEdge['type'], target: string, confidence = 0.9): GraphEdge => ({
  id: `${paper}|${type}|${target}`,
  source: target.startsWith('paper:') ? target : paper.includes(':') ? paper : `paper:${paper}`,
  target,
  type,
  role: null,
  confidence,
});

export const makeModel = (nodes: readonly GraphNode[], edges: readonly GraphEdge[]): GraphModel =>
  toGraphModel({
    nodes: [...nodes],
    edges: [...edges],
    clusters: [],
    total: { nodes: nodes.length, edges: edges.length },
    truncated: false,
    fingerprint: 'f'.repeat(64),
  });

/** Deterministic: the same numbers on every run. */
export function makeLarge(nodeCount: number, edgeCount: number): GraphModel {
  let seed = 42;
  const random = (): number => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return seed / 4_294_967_296;
  };
  const types = ['paper', 'paper', 'method', 'model', 'benchmark'] as const;
  const nodes = Array.from({ length: nodeCount }, (_, i) =>
    node(`${types[i % types.length]}:n${i}`, {
      x: random() * 1000,
      y: random() * 1000,
      weight: 1 + Math.floor(8 * random() ** 4),
      date: `2026-02-${String(10 + (i % 9)).padStart(2, '0')}`,
    }),
  );
  const papers = nodes.filter(({ type }) => type === 'paper');
  const others = nodes.filter(({ type }) => type !== 'paper');
  const roleOf = { method: 'USES', model: 'BUILDS_ON', benchmark: 'EVALUATES_ON' } as const;
  const edges = new Map<string, GraphEdge>();
  while (edges.size < edgeCount) {
    const paper = papers[Math.floor(random() * papers.length)];
    // A few are met by very many papers, as in life.
    const other = others[Math.floor(random() ** 2.5 * others.length)];
    if (!paper || !other) continue;
    const made = edge(paper.id, roleOf[other.type as keyof typeof roleOf], other.id);
    edges.set(made.id, made);
  }
  return makeModel(nodes, [...edges.values()]);
}
