// Where a paper is at home on the map: of the landmark techniques it proposes or uses, the one it says most about.
import { landmarkClusters } from '../shared/landmark-clusters.ts';
import type { Cluster } from '../shared/api/graph.ts';
import type { MapGraph } from './map-graph.ts';

export interface Homes {
  /** Node id to cluster id, for papers and the techniques of the cluster. */
  readonly of: ReadonlyMap<string, string>;
  /** Technique id to the clusters it is rolled up in. */
  readonly clustersOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly landmarks: readonly Cluster[];
}
/** Proposing a variant says more than using it. */
const SAYS: Readonly<Record<string, number>> = { PROPOSES: 3, USES: 1 };

export function findHomes(map: MapGraph, clusters: readonly Cluster[]): Homes {
  const papers = map.nodes.filter(({ type }) => type === 'paper').length;
  const landmarks = landmarkClusters(clusters, papers);
  const clustersOf = new Map<string, Set<string>>();
  for (const { id, methods } of landmarks) for (const method of methods) (clustersOf.get(method) ?? put(clustersOf, method)).add(id);
  const size = new Map(landmarks.map(({ id, papers: members }) => [id, members.length]));
  const says = new Map<string, Map<string, number>>();
  for (const { source, target, type, confidence } of map.edges) {
    for (const cluster of clustersOf.get(target) ?? []) {
      const weight = ((SAYS[type] ?? 0) * confidence) / Math.sqrt(size.get(cluster) ?? 1);
      if (weight === 0) continue;
      const scores = says.get(source) ?? says.set(source, new Map()).get(source) ?? new Map<string, number>();
      scores.set(cluster, (scores.get(cluster) ?? 0) + weight);
    }
  }
  const of = new Map<string, string>();
  for (const [paper, scores] of says) {
    const best = [...scores].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0];
    if (best) of.set(paper, best[0]);
  }
  for (const { id, method } of landmarks) if (method) of.set(method.id, id);
  return { of, clustersOf, landmarks };
}

function put(map: Map<string, Set<string>>, key: string): Set<string> {
  const set = new Set<string>();
  map.set(key, set);
  return set;
}
