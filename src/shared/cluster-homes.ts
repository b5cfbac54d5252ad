// Where a paper is at home: of the landmark techniques it proposes or uses, the one it says most about. The layout puts it there, the hull holds it.
import type { Cluster, GraphEdge } from './api/graph.ts';
import { landmarkClusters } from './landmark-clusters.ts';

type Edge = Pick<GraphEdge, 'source' | 'target' | 'type' | 'confidence'>;

export interface Homes {
  /** Node id to cluster id, for papers and for the technique each cluster is named after. */
  readonly of: ReadonlyMap<string, string>;
  /** Technique id to the clusters it is rolled up in. */
  readonly clustersOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** The best known first. */
  readonly landmarks: readonly Cluster[];
}
/** Proposing a variant says more than using it; comparing says nothing. */
const SAYS: Readonly<Record<string, number>> = { PROPOSES: 3, USES: 1 };

export function findHomes(paperCount: number, edges: readonly Edge[], clusters: readonly Cluster[]): Homes {
  const landmarks = landmarkClusters(clusters, paperCount);
  const clustersOf = new Map<string, Set<string>>();
  for (const { id, methods } of landmarks) {
    for (const method of methods) {
      const known = clustersOf.get(method);
      if (known) known.add(id);
      else clustersOf.set(method, new Set([id]));
    }
  }
  const size = new Map(landmarks.map(({ id, papers }) => [id, papers.length]));
  const says = new Map<string, Map<string, number>>();
  for (const { source, target, type, confidence } of edges) {
    for (const cluster of clustersOf.get(target) ?? []) {
      // Of two techniques that a paper only uses the rarer one tells more.
      const weight = ((SAYS[type] ?? 0) * confidence) / Math.sqrt(size.get(cluster) ?? 1);
      if (weight === 0) continue;
      const scores = says.get(source) ?? new Map<string, number>();
      says.set(source, scores.set(cluster, (scores.get(cluster) ?? 0) + weight));
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
