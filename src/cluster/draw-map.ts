// The whole map from a plain graph: clusters with their agreement, positions, and which clusters each node belongs to.
import type { Cluster, GraphNode } from '../shared/api/graph.ts';
import { agreement, detectedCommunities } from './detected-communities.ts';
import { layout, type Point } from './layout.ts';
import { type MapGraph, makeRandom } from './map-graph.ts';

/** Raised whenever the same graph gives another map. */
export const MAP_VERSION = 3;
const SEED = 20_260_214;

export interface DrawnMap {
  readonly nodes: readonly GraphNode[];
  readonly clusters: readonly Cluster[];
}

/** `declared` may cover more papers than `map` shows. Yields between steps. */
export function* drawMap(
  map: MapGraph,
  declared: readonly Cluster[],
  start: ReadonlyMap<string, Point> = new Map(),
): Generator<void, DrawnMap> {
  const communities = detectedCommunities(map, makeRandom(SEED));
  yield;
  const scored = declared.map((cluster) => ({ ...cluster, score: agreement(cluster.papers, communities.of) }));
  const points = yield* layout(map, scored, { seed: SEED, start });
  const belongs = memberships(scored);
  const nodes = map.nodes.map((node) => ({ ...node, ...(points.get(node.id) ?? { x: 0, y: 0 }), clusters: belongs.get(node.id) ?? [] }));
  return { nodes, clusters: [...scored, ...communities.clusters] };
}

/** Most specific (smallest) first. */
function memberships(declared: readonly Cluster[]): Map<string, string[]> {
  const belongs = new Map<string, string[]>();
  const bySize = [...declared].sort((a, b) => a.papers.length - b.papers.length || (a.id < b.id ? -1 : 1));
  for (const cluster of bySize) {
    for (const id of [...cluster.papers.map((paper) => `paper:${paper}`), ...cluster.methods]) {
      const ids = belongs.get(id);
      if (ids) ids.push(cluster.id);
      else belongs.set(id, [cluster.id]);
    }
  }
  return belongs;
}
