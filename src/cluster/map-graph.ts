// The plain graph that clusters and layout are computed from, and how much an edge weighs in both.
import type { NodeType } from '../shared/api/common.ts';
import type { EdgeType } from '../shared/ontology.ts';

export interface MapNode {
  readonly id: string;
  readonly type: NodeType;
  readonly name: string;
  readonly nameZh: string | null;
  readonly date: string;
  /** Papers with an edge to it; for a paper, its edges. */
  readonly weight: number;
}
export interface MapEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly type: EdgeType;
  readonly role: string | null;
  readonly confidence: number;
}
export interface MapGraph {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}
/** A number in [0, 1); always passed in, so that everything here can be repeated. */
export type Random = () => number;

/** What the edge says about belonging together: a rival that is only named says little. */
const WEIGHT_OF: Readonly<Partial<Record<EdgeType, number>>> = {
  PROPOSES: 1.5,
  USES: 1,
  BUILDS_ON: 1,
  INTRODUCES: 1,
  EVALUATES_ON: 0.6,
  TRAINS_ON: 0.6,
  IN_FIELD: 0.5,
  ASSISTED_BY: 0.3,
  COMPARES_WITH: 0.2,
  VARIANT_OF: 1.5,
  MEMBER_OF: 1.5,
  PART_OF: 0.8,
  DERIVED_FROM: 0.8,
};

/** Rare things bind, hubs (RL, SFT) do not: the weight falls with the number of papers that share the end. */
export function edgeWeight(edge: MapEdge, sharedBy: number): number {
  return (WEIGHT_OF[edge.type] ?? 0.5) / Math.log2(2 + sharedBy);
}

/** mulberry32: small, seeded, the same everywhere. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
