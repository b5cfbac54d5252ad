// Where everything stands on the map: ForceAtlas2 from a seeded or an earlier start, then no overlap. A generator, so that a server can breathe between steps.
import type { Cluster } from '../shared/api/graph.ts';
import { forceAtlas2, Graph } from './graphology.ts';
import { edgeWeight, type MapGraph, type MapNode, makeRandom } from './map-graph.ts';
import { separate } from './separate.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface LayoutOptions {
  readonly seed: number;
  /** Positions of an earlier map: what was there stays about where it was. */
  readonly start?: ReadonlyMap<string, Point>;
}
/** Iterations between two breaths. */
const STEP = 10;
/** A paper is drawn to the technique of its smallest cluster more than to anything else. */
const HOME_PULL = 10;
/** How far crowded parts are given the room of empty ones: 0 leaves the forces' picture, 1 spreads evenly and loses all groups. */
const EVENNESS = 0.6;
/** Kept free between any two nodes. */
const MARGIN = 3;
/** Screens are wider than high. */
const ASPECT = 1.5;

export function* layout(
  map: MapGraph,
  clusters: readonly Cluster[],
  { seed, start = new Map() }: LayoutOptions,
): Generator<void, Map<string, Point>> {
  if (map.nodes.length === 0) return new Map();
  const graph = new Graph({ type: 'undirected', multi: false });
  const begin = startingPoints(map, clusters, start, seed);
  for (const node of map.nodes) graph.addNode(node.id, { ...(begin.get(node.id) ?? { x: 0, y: 0 }), size: radiusOf(node) });
  addSprings(graph, map, clusters);
  const isWarm = start.size > map.nodes.length / 2;
  const total = iterationsFor(map.nodes.length) / (isWarm ? 3 : 1);
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    // Strong gravity would press everything into one even disc, and no group could be seen.
    gravity: 1,
    strongGravityMode: false,
    scalingRatio: 12,
    slowDown: 2 + Math.log(map.nodes.length),
    barnesHutOptimize: map.nodes.length > 800,
    barnesHutTheta: 0.6,
  };
  for (let done = 0; done < total; done += STEP) {
    forceAtlas2.assign(graph, { iterations: STEP, settings });
    yield;
  }
  scaleToStage(graph, map.nodes);
  const circles = map.nodes.map((node) => ({ ...pointOf(graph, node.id), radius: radiusOf(node) }));
  yield* separate(circles, MARGIN);
  const round = (value: number): number => Math.round(value * 100) / 100;
  return new Map(map.nodes.map((node, i) => [node.id, { x: round(circles[i]?.x ?? 0), y: round(circles[i]?.y ?? 0) }]));
}

function pointOf(graph: Graph, id: string): Point {
  return { x: Number(graph.getNodeAttribute(id, 'x')), y: Number(graph.getNodeAttribute(id, 'y')) };
}

/** Drawn radius in layout units: techniques, models and benchmarks grow with their papers, papers stay small. */
export function radiusOf(node: Pick<MapNode, 'type' | 'weight'>): number {
  return node.type === 'paper' ? 3 : 3 + 2.5 * Math.sqrt(node.weight);
}

function iterationsFor(nodes: number): number {
  return Math.round(Math.max(100, Math.min(400, 400_000 / nodes)));
}

/** Cluster by cluster around a circle, a golden-angle spiral within each: close to the end already, and the same every time. */
function startingPoints(map: MapGraph, clusters: readonly Cluster[], start: ReadonlyMap<string, Point>, seed: number): Map<string, Point> {
  const random = makeRandom(seed);
  const declared = clusters.filter((cluster) => cluster.kind === 'declared');
  const homes = homesOf(declared);
  const centres = new Map(
    declared.map((cluster, i) => [
      cluster.id,
      { x: ASPECT * 600 * Math.cos((2 * Math.PI * i) / declared.length), y: 600 * Math.sin((2 * Math.PI * i) / declared.length) },
    ]),
  );
  const points = new Map<string, Point>();
  const homeOf = (id: string): Point | undefined => start.get(id) ?? points.get(id) ?? centres.get(homes.get(id)?.id ?? '');
  const neighbours = new Map<string, string[]>();
  for (const { source, target } of map.edges) {
    (neighbours.get(target) ?? neighbours.set(target, []).get(target))?.push(source);
    (neighbours.get(source) ?? neighbours.set(source, []).get(source))?.push(target);
  }
  const jitter = (): number => (random() - 0.5) * 120;
  for (const node of map.nodes) {
    const at = start.get(node.id);
    if (at) {
      points.set(node.id, at);
      continue;
    }
    const near = homeOf(node.id) ??
      (neighbours.get(node.id) ?? []).map(homeOf).find((point) => point !== undefined) ?? { x: jitter() * 6, y: jitter() * 6 };
    points.set(node.id, { x: near.x + jitter(), y: near.y + jitter() });
  }
  return points;
}

/** The smallest declared cluster of each paper, and the cluster of each technique. */
function homesOf(declared: readonly Cluster[]): Map<string, Cluster> {
  const homes = new Map<string, Cluster>();
  for (const cluster of [...declared].sort((a, b) => a.papers.length - b.papers.length || (a.id < b.id ? -1 : 1))) {
    for (const id of [...cluster.papers.map((paper) => `paper:${paper}`), ...(cluster.method ? [cluster.method.id] : [])])
      if (!homes.has(id)) homes.set(id, cluster);
  }
  return homes;
}

function addSprings(graph: Graph, map: MapGraph, clusters: readonly Cluster[]): void {
  const weightOf = new Map(map.nodes.map((node) => [node.id, node.weight]));
  const homes = homesOf(clusters.filter((cluster) => cluster.kind === 'declared'));
  for (const edge of map.edges) {
    if (edge.source === edge.target || !graph.hasNode(edge.source) || !graph.hasNode(edge.target)) continue;
    const isHome = edge.type !== 'COMPARES_WITH' && homes.get(edge.source)?.methods.includes(edge.target) === true;
    const weight = edgeWeight(edge, weightOf.get(edge.target) ?? 1) * (isHome ? HOME_PULL : 1);
    if (graph.hasEdge(edge.source, edge.target))
      graph.updateEdgeAttribute(edge.source, edge.target, 'weight', (old: number | undefined) => Math.max(old ?? 0, weight));
    else graph.addEdge(edge.source, edge.target, { weight });
  }
}

/** To a stage of fixed density, whatever the forces' own scale: the area that all nodes need, times what lets them be told apart. */
function scaleToStage(graph: Graph, nodes: readonly MapNode[]): void {
  const area = nodes.reduce((sum, node) => sum + (2 * radiusOf(node) + 8) ** 2, 0) * 6;
  const height = Math.sqrt(area / ASPECT);
  const xs = nodes.map((node) => Number(graph.getNodeAttribute(node.id, 'x')));
  const ys = nodes.map((node) => Number(graph.getNodeAttribute(node.id, 'y')));
  const [cx, sx] = centreAndSpread(xs);
  const [cy, sy] = centreAndSpread(ys);
  const [evenX, evenY] = [ranksOf(xs), ranksOf(ys)];
  for (const [i, { id }] of nodes.entries()) {
    const x = (1 - EVENNESS) * spread(((xs[i] ?? 0) - cx) / sx) + EVENNESS * (evenX[i] ?? 0);
    const y = (1 - EVENNESS) * spread(((ys[i] ?? 0) - cy) / sy) + EVENNESS * (evenY[i] ?? 0);
    graph.mergeNodeAttributes(id, { x: (x * height * ASPECT) / 2, y: (y * height) / 2 });
  }
}

/** The place of each value in the order of all, from -1 to 1. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value || a.i - b.i);
  const ranks = new Array<number>(values.length).fill(0);
  for (const [rank, { i }] of order.entries()) ranks[i] = values.length < 2 ? 0 : (2 * rank) / (values.length - 1) - 1;
  return ranks;
}

/** The middle, and how far the outermost twentieth lies: single stragglers must not shrink everybody else. */
function centreAndSpread(values: readonly number[]): [centre: number, spread: number] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const centre = (at(0.03) + at(0.97)) / 2;
  return [centre, Math.max((at(0.97) - at(0.03)) / 2, 1e-6)];
}

/** Leaves the inner part as it is and pulls stragglers in. */
function spread(value: number): number {
  const size = Math.abs(value);
  return size <= 1 ? value : Math.sign(value) * (1 + Math.log(size) * 0.3);
}
