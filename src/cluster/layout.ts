// Where everything stands on the map, in three steps from the inside out: what belongs to one node alone stands around it (a flower);
// the papers at home in one landmark technique stand around it (a group); groups, other papers and what several share are laid out by
// ForceAtlas2 from a seeded or an earlier start. Nothing overlaps. A generator, so that a server can breathe between steps.
import type { Cluster } from '../shared/api/graph.ts';
import { findHomes } from '../shared/cluster-homes.ts';
import { forceAtlas2, Graph } from './graphology.ts';
import { findGroups, type Group, toFlowers } from './groups.ts';
import { type MapGraph, type MapNode, makeRandom } from './map-graph.ts';
import { separate } from './separate.ts';
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
/** Kept free between any two nodes, and between two groups. */
const MARGIN = 3;
const GROUP_MARGIN = 30;
/** How much larger the stage is than all groups together. */
const ROOMINESS = 1.7;

export function* layout(
  map: MapGraph,
  clusters: readonly Cluster[],
  { seed, start = new Map() }: LayoutOptions,
): Generator<void, Map<string, Point>> {
  if (map.nodes.length === 0) return new Map();
  const papers = map.nodes.filter(({ type }) => type === 'paper').length;
  const homes = findHomes(papers, map.edges, clusters);
  const groups = findGroups(toFlowers(map, radiusOf, MARGIN), homes, start);
  const isWarm = start.size > map.nodes.length / 2;
  const before = groups.map(({ members }) => middleOf(members.flatMap(({ flower }) => start.get(flower.node.id) ?? [])));
  for (const [i, point] of startingPoints(groups, before, seed).entries()) Object.assign(groups[i] ?? {}, point);
  const springs = springsBetween(groups, map, (edge, sharedBy) => pullOf(edge, sharedBy, homes));
  yield* pullTogether(groups, springs, isWarm);
  scaleToStage(groups, groups.reduce((sum, { radius }) => sum + (2 * radius + GROUP_MARGIN) ** 2, 0) * ROOMINESS);
  // What was there before goes only half of the way to where it would stand now: over several ingests the map follows, in one it does not jump.
  for (const [i, group] of groups.entries()) {
    const at = before[i];
    if (at) Object.assign(group, { x: (group.x + at.x) / 2, y: (group.y + at.y) / 2 });
  }
  yield* separate(groups, GROUP_MARGIN);
  const placed = groups.flatMap((group) =>
    group.members.flatMap(({ flower, dx, dy }) => {
      const [x, y] = [group.x + dx, group.y + dy];
      return [
        { id: flower.node.id, x, y, radius: radiusOf(flower.node) },
        ...flower.petals.map((petal) => ({ id: petal.node.id, x: x + petal.dx, y: y + petal.dy, radius: radiusOf(petal.node) })),
      ];
    }),
  );
  yield* separate(placed, MARGIN);
  const round = (value: number): number => Math.round(value * 100) / 100;
  return new Map(placed.map(({ id, x, y }) => [id, { x: round(x), y: round(y) }]));
}

/** Drawn radius in layout units: techniques, models and benchmarks grow with their papers, papers stay small. */
export function radiusOf(node: Pick<MapNode, 'type' | 'weight'>): number {
  return node.type === 'paper' ? 3 : 3 + 2.5 * Math.sqrt(node.weight);
}

function middleOf(points: readonly Point[]): Point | null {
  if (points.length === 0) return null;
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  };
}

/** Where it stood before, else around a circle, the largest groups spread over it: the same every time. */
function startingPoints(groups: readonly Group[], before: readonly (Point | null)[], seed: number): Point[] {
  const random = makeRandom(seed);
  const large = groups.filter(({ members }) => members.length > 1).length;
  let turn = 0;
  return groups.map(({ members }, i) => {
    const jitter = { x: (random() - 0.5) * 400, y: (random() - 0.5) * 400 };
    const at = before[i];
    if (at) return at;
    if (members.length === 1) return jitter;
    const angle = (2 * Math.PI * turn++) / large;
    return { x: ASPECT * 600 * Math.cos(angle), y: 600 * Math.sin(angle) };
  });
}

type Spring = readonly [a: number, b: number, weight: number];

/** All edges between two groups as one spring; what is inside one pulls nothing. */
function springsBetween(
  groups: readonly Group[],
  map: MapGraph,
  pull: (edge: MapGraph['edges'][number], sharedBy: number) => number,
): Spring[] {
  const groupOf = new Map<string, number>();
  for (const [i, { members }] of groups.entries())
    for (const { flower } of members) for (const id of [flower.node.id, ...flower.petals.map(({ node }) => node.id)]) groupOf.set(id, i);
  const weightOf = new Map(map.nodes.map((node) => [node.id, node.weight]));
  const sums = new Map<string, Spring>();
  for (const edge of map.edges) {
    const [a, b] = [groupOf.get(edge.source), groupOf.get(edge.target)];
    if (a === undefined || b === undefined || a === b) continue;
    const key = a < b ? `${a}:${b}` : `${b}:${a}`;
    sums.set(key, [a, b, (sums.get(key)?.[2] ?? 0) + pull(edge, weightOf.get(edge.target) ?? 1)]);
  }
  return [...sums.values()];
}

/** In place, in the forces' own scale. */
function* pullTogether(groups: readonly Group[], springs: readonly Spring[], isWarm: boolean): Generator<void, void> {
  const graph = new Graph({ type: 'undirected', multi: false });
  for (const [i, { x, y, radius }] of groups.entries()) graph.addNode(i, { x, y, size: radius });
  for (const [a, b, weight] of springs) graph.addEdge(a, b, { weight });
  const total = Math.round(Math.max(150, Math.min(800, 400_000 / groups.length))) / (isWarm ? 3 : 1);
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    // Strong gravity would press everything into one even disc, and no group could be seen.
    gravity: 1,
    strongGravityMode: false,
    scalingRatio: 12,
    slowDown: 2 + Math.log(groups.length),
    barnesHutOptimize: groups.length > 800,
    barnesHutTheta: 0.6,
  };
  for (let done = 0; done < total; done += STEP) {
    forceAtlas2.assign(graph, { iterations: STEP, settings });
    yield;
  }
  for (const [i, group] of groups.entries()) {
    group.x = Number(graph.getNodeAttribute(i, 'x'));
    group.y = Number(graph.getNodeAttribute(i, 'y'));
  }
}
