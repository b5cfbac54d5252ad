// How strongly two nodes of the map are drawn together: by the role, by how rare the thing is, and most by the technique a paper is at home in.
import type { Homes } from '../shared/cluster-homes.ts';
import type { EdgeType } from '../shared/ontology.ts';
import type { MapEdge } from './map-graph.ts';

const PULL_OF: Readonly<Partial<Record<EdgeType, number>>> = {
  PROPOSES: 1.2,
  USES: 0.8,
  BUILDS_ON: 0.6,
  INTRODUCES: 0.8,
  EVALUATES_ON: 0.35,
  TRAINS_ON: 0.35,
  IN_FIELD: 0.15,
  ASSISTED_BY: 0.12,
  COMPARES_WITH: 0.08,
  VARIANT_OF: 0.25,
  MEMBER_OF: 0.35,
  DERIVED_FROM: 0.35,
  PART_OF: 0.2,
};
/** Of the technique a paper is at home in, and of another landmark it also uses. */
const HOME_PULL = 14;
const OTHER_LANDMARK_PULL = 1.5;

export function pullOf(edge: MapEdge, sharedBy: number, { of, clustersOf }: Homes): number {
  const pull = (PULL_OF[edge.type] ?? 0.2) / Math.sqrt(Math.max(1, sharedBy));
  const home = of.get(edge.source);
  const landmarks = clustersOf.get(edge.target);
  if (!landmarks || edge.type === 'COMPARES_WITH') return pull;
  return home !== undefined && landmarks.has(home) ? HOME_PULL * Math.max(pull, 0.25) : OTHER_LANDMARK_PULL * pull;
}
