// Where everything stands on the map. Papers and what several of them share are laid out by ForceAtlas2 from a seeded or an earlier
// start; what belongs to one node alone stands around it. Then no overlap. A generator, so that a server can breathe between steps.
import type { Cluster } from '../shared/api/graph.ts';
import { forceAtlas2, Graph } from './graphology.ts';
import { findHomes, type Homes } from './homes.ts';
import { type MapGraph, type MapNode, makeRandom } from './map-graph.ts';
import { findOwners, type Petal, placeAround } from './satellites.ts';
import { type Circle, separate } from './separate.ts';
import { pullOf } from './springs.ts';
import { ASPECT, scaleToStage } from './stage.ts';

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
/** Kept free between any two nodes, and between two flowers. */
const MARGIN = 3;
const FLOWER_MARGIN = 9;
/** How much larger the stage is than all flowers together. */
const ROOMINESS = 2.6;

/** A node that is placed by the forces, with what stands around it. */
interface Flower extends Circle {
  readonly node: MapNode;
  readonly petals: readonly Petal[];
}

export function* layout(
  map: MapGraph,
  clusters: readonly Cluster[],
  { seed, start = new Map() }: LayoutOptions,
): Generator<void, Map<string, Point>> {
  if (map.nodes.length === 0) return new Map();
  const homes = findHomes(map, clusters);
  const owners = findOwners(map);
  const flowers = toFlowers(map, owners, startingPoints(map, owners, homes, start, seed));
  yield* pullTogether(flowers, map, homes, start.size > map.nodes.length / 2);
  const area = flowers.reduce((sum, { radius }) => sum + (2 * radius + FLOWER_MARGIN) ** 2, 0);
  scaleToStage(flowers, area * ROOMINESS);
  for (const flower of flowers) stayNear(flower, start.get(flower.node.id));
  yield* separate(flowers, FLOWER_MARGIN);
  const placed = flowers.flatMap(({ node, x, y, petals }) => [
    { id: node.id, x, y, radius: radiusOf(node) },
    ...petals.map(({ node: petal, dx, dy }) => ({ id: petal.id, x: x + dx, y: y + dy, radius: radiusOf(petal) })),
  ]);
  yield* separate(placed, MARGIN);
  const round = (value: number): number => Math.round(value * 100) / 100;
  return new Map(placed.map(({ id, x, y }) => [id, { x: round(x), y: round(y) }]));
}

/** What was there before goes only half of the way to where it would stand now: over several ingests the map follows, in one it does not jump. */
function stayNear(flower: Flower, before: Point | undefined): void {
  if (!before) return;
  flower.x = (flower.x + before.x) / 2;
  flower.y = (flower.y + before.y) / 2;
}

/** Drawn radius in layout units: techniques, models and benchmarks grow with their papers, papers stay small. */
export function radiusOf(node: Pick<MapNode, 'type' | 'weight'>): number {
  return node.type === 'paper' ? 3 : 3 + 2.5 * Math.sqrt(node.weight);
}

function toFlowers(map: MapGraph, owners: ReadonlyMap<string, string>, begin: ReadonlyMap<string, Point>): Flower[] {
  const petalsOf = new Map<string, MapNode[]>();
  for (const node of map.nodes) {
    const owner = owners.get(node.id);
    if (owner !== undefined) petalsOf.set(owner, [...(petalsOf.get(owner) ?? []), node]);
  }
  return map.nodes
    .filter(({ id }) => !owners.has(id))
    .map((node) => {
      const { petals, reach } = placeAround(radiusOf(node), petalsOf.get(node.id) ?? [], radiusOf, MARGIN);
      return { ...(begin.get(node.id) ?? { x: 0, y: 0 }), radius: reach, node, petals };
    });
}

/** In place, in the forces' own scale. */
function* pullTogether(flowers: readonly Flower[], map: MapGraph, homes: Homes, isWarm: boolean): Generator<void, void> {
  const graph = new Graph({ type: 'undirected', multi: false });
  for (const { node, x, y, radius } of flowers) graph.addNode(node.id, { x, y, size: radius });
  const weightOf = new Map(map.nodes.map((node) => [node.id, node.weight]));
  for (const edge of map.edges) {
    if (edge.source === edge.target || !graph.hasNode(edge.source) || !graph.hasNode(edge.target)) continue;
    const weight = pullOf(edge, weightOf.get(edge.target) ?? 1, homes);
    if (graph.hasEdge(edge.source, edge.target))
      graph.updateEdgeAttribute(edge.source, edge.target, 'weight', (old: number | undefined) => Math.max(old ?? 0, weight));
    else graph.addEdge(edge.source, edge.target, { weight });
  }
  const total = Math.round(Math.max(150, Math.min(600, 300_000 / flowers.length))) / (isWarm ? 3 : 1);
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    // Strong gravity would press everything into one even disc, and no group could be seen.
    gravity: 1,
    strongGravityMode: false,
    scalingRatio: 12,
    slowDown: 2 + Math.log(flowers.length),
    barnesHutOptimize: flowers.length > 800,
    barnesHutTheta: 0.6,
  };
  for (let done = 0; done < total; done += STEP) {
    forceAtlas2.assign(graph, { iterations: STEP, settings });
    yield;
  }
  for (const flower of flowers) {
    flower.x = Number(graph.getNodeAttribute(flower.node.id, 'x'));
    flower.y = Number(graph.getNodeAttribute(flower.node.id, 'y'));
  }
}

/** Where it stood before; else cluster by cluster around a circle; else near a neighbour. The same every time. */
function startingPoints(
  map: MapGraph,
  owners: ReadonlyMap<string, string>,
  { of, landmarks }: Homes,
  start: ReadonlyMap<string, Point>,
  seed: number,
): Map<string, Point> {
  const random = makeRandom(seed);
  const centres = new Map(
    landmarks.map(({ id }, i) => {
      const angle = (2 * Math.PI * i) / landmarks.length;
      return [id, { x: ASPECT * 600 * Math.cos(angle), y: 600 * Math.sin(angle) }];
    }),
  );
  const points = new Map<string, Point>();
  const homeOf = (id: string): Point | undefined => start.get(id) ?? points.get(id) ?? centres.get(of.get(id) ?? '');
  const neighbours = new Map<string, string[]>();
  for (const { source, target } of map.edges) {
    (neighbours.get(target) ?? neighbours.set(target, []).get(target))?.push(source);
    (neighbours.get(source) ?? neighbours.set(source, []).get(source))?.push(target);
  }
  const jitter = (): number => (random() - 0.5) * 120;
  for (const { id } of map.nodes) {
    if (owners.has(id)) continue;
    const at = start.get(id);
    const near = homeOf(id) ??
      (neighbours.get(id) ?? []).map(homeOf).find((point) => point !== undefined) ?? { x: jitter() * 6, y: jitter() * 6 };
    points.set(id, at ?? { x: near.x + jitter(), y: near.y + jitter() });
  }
  return points;
}
