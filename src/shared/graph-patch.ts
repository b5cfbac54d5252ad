// What is written to a store: papers with everything they state, and the entities these edges reach.
// A paper is replaced as a whole, so applying the same patch twice changes nothing and a re-read paper loses its old edges.
import type { Evidence, SourcedEvidence } from './evidence.ts';
import type { EntityEdgeType, MentionKind, NodeLabel, PaperEdgeType } from './ontology.ts';

export interface EntityRow {
  /** `method:grpo` */
  readonly id: string;
  /** Labels beside `Entity`: one, or Benchmark and Dataset both. */
  readonly labels: readonly NodeLabel[];
  readonly name: string;
  readonly nameZh: string | null;
  /** Surface forms seen in the papers of this patch, and the lexicon's forms. Sorted by code unit, no duplicates. */
  readonly aliases: readonly string[];
  /** The lexicon's share of `aliases`: what stays when the last paper with a form goes. */
  readonly baseAliases: readonly string[];
  /** Dates of digests, YYYY-MM-DD; empty when unknown. */
  readonly firstSeen: string;
  readonly lastSeen: string;
}

export interface PaperRow {
  /** `paper:2602.10575` */
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly publishedAt: string | null;
  readonly url: string;
  readonly lang: string;
  /** Names of the digests it stands in, sorted. */
  readonly sources: readonly string[];
}

export interface PaperEdgeRow {
  /** `<paper>|<TYPE>|<entity>`, without the `paper:` prefix: `2602.10575|USES|method:grpo`. */
  readonly id: string;
  readonly type: PaperEdgeType;
  readonly paperId: string;
  readonly entityId: string;
  readonly role: MentionKind;
  readonly confidence: number;
  readonly rule: string;
  /** The best evidence, flat on the edge. */
  readonly evidence: Evidence;
  readonly source: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** The entity's name and surface forms as this paper has them; the entity's own are recomputed from these on removal. */
  readonly name: string;
  readonly surfaces: readonly string[];
  /** Further evidence of the same edge (other digests), best first. Stored as JSON strings. */
  readonly more: readonly SourcedEvidence[];
}

export interface ResultRow {
  /** `result:2602.10575:1` */
  readonly id: string;
  readonly paperId: string;
  readonly subject: string;
  readonly subjectId: string | null;
  readonly benchmark: string;
  readonly benchmarkId: string | null;
  readonly metric: string;
  readonly value: string;
  readonly number: number | null;
  readonly unit: string | null;
  readonly kind: 'absolute' | 'improvement';
  readonly evidence: Evidence;
  readonly source: string;
}

/** VARIANT_OF, MEMBER_OF, PART_OF follow from names (`paperId` null); DERIVED_FROM is stated by a paper. */
export interface EntityEdgeRow {
  readonly type: EntityEdgeType;
  readonly from: string;
  readonly to: string;
  readonly paperId: string | null;
}

export interface GraphPatch {
  readonly papers: readonly PaperRow[];
  /** All edges of all `papers`: what is not here and was there goes. */
  readonly paperEdges: readonly PaperEdgeRow[];
  readonly results: readonly ResultRow[];
  /** Every entity that an edge here reaches, parents included. */
  readonly entities: readonly EntityRow[];
  readonly entityEdges: readonly EntityEdgeRow[];
  /** Papers that go, with their edges and results. */
  readonly retracted: readonly string[];
  /** Entities that may have lost an edge: recomputed from what is left, and removed when nothing is. */
  readonly touched: readonly EntityRow[];
}
