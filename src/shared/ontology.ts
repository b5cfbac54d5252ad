// The one definition of what the graph may hold: labels, edge types, and how an extracted (type, role) becomes an edge.

export const MENTION_TYPES = ['field', 'method', 'model', 'benchmark', 'dataset'] as const;
export type MentionType = (typeof MENTION_TYPES)[number];

export const ROLES_OF = {
  field: ['in'],
  method: ['proposes', 'uses', 'compares'],
  model: ['proposes', 'base', 'auxiliary', 'compares'],
  benchmark: ['introduces', 'evaluates'],
  dataset: ['introduces', 'trains'],
} as const satisfies Record<MentionType, readonly string[]>;

/** `method/uses`, `model/base`, ...: what the annotation guidelines call a mention's type and role. */
export const MENTION_KINDS = MENTION_TYPES.flatMap((type) => ROLES_OF[type].map((role) => `${type}/${role}` as MentionKind));
export type MentionKind =
  | 'field/in'
  | 'method/proposes'
  | 'method/uses'
  | 'method/compares'
  | 'model/proposes'
  | 'model/base'
  | 'model/auxiliary'
  | 'model/compares'
  | 'benchmark/introduces'
  | 'benchmark/evaluates'
  | 'dataset/introduces'
  | 'dataset/trains';

/** Labels a user counts and queries. Every node but Paper and Result also carries `Entity`, the label ids are looked up by. */
export const NODE_LABELS = ['Paper', 'Field', 'Method', 'Model', 'Benchmark', 'Dataset', 'Result'] as const;
export type NodeLabel = (typeof NODE_LABELS)[number];
export const ENTITY_LABEL = 'Entity';

export const PAPER_EDGE_TYPES = [
  'IN_FIELD',
  'PROPOSES',
  'USES',
  'BUILDS_ON',
  'ASSISTED_BY',
  'COMPARES_WITH',
  'INTRODUCES',
  'EVALUATES_ON',
  'TRAINS_ON',
] as const;
export type PaperEdgeType = (typeof PAPER_EDGE_TYPES)[number];

/** Edges between entities that follow from names alone (the hierarchy), and DERIVED_FROM, which a paper states. */
export const ENTITY_EDGE_TYPES = ['VARIANT_OF', 'MEMBER_OF', 'PART_OF', 'DERIVED_FROM'] as const;
export type EntityEdgeType = (typeof ENTITY_EDGE_TYPES)[number];

export const RESULT_EDGE_TYPES = ['REPORTS', 'ON', 'OF'] as const;

export const EDGE_TYPES = [...PAPER_EDGE_TYPES, ...ENTITY_EDGE_TYPES, ...RESULT_EDGE_TYPES] as const;
export type EdgeType = (typeof EDGE_TYPES)[number];

export const EDGE_TYPE_OF: Readonly<Record<MentionKind, PaperEdgeType>> = {
  'field/in': 'IN_FIELD',
  'method/proposes': 'PROPOSES',
  'method/uses': 'USES',
  'method/compares': 'COMPARES_WITH',
  'model/proposes': 'PROPOSES',
  'model/base': 'BUILDS_ON',
  'model/auxiliary': 'ASSISTED_BY',
  'model/compares': 'COMPARES_WITH',
  'benchmark/introduces': 'INTRODUCES',
  'benchmark/evaluates': 'EVALUATES_ON',
  'dataset/introduces': 'INTRODUCES',
  'dataset/trains': 'TRAINS_ON',
};

/** The roles behind some edge types. An embedded store reads one property of an edge far quicker than its type. */
export const kindsOf = (types: readonly string[]): MentionKind[] => MENTION_KINDS.filter((kind) => types.includes(EDGE_TYPE_OF[kind]));

export const PARENT_EDGE_OF: Readonly<Record<MentionType, EntityEdgeType | null>> = {
  field: 'PART_OF',
  method: 'VARIANT_OF',
  model: 'MEMBER_OF',
  benchmark: null,
  dataset: null,
};

/** Benchmarks and data sets share one id space: one node per real data set. */
export const ID_PREFIX_OF: Readonly<Record<MentionType, string>> = {
  field: 'field',
  method: 'method',
  model: 'model',
  benchmark: 'benchmark',
  dataset: 'benchmark',
};

export const LABEL_OF: Readonly<Record<MentionType, NodeLabel>> = {
  field: 'Field',
  method: 'Method',
  model: 'Model',
  benchmark: 'Benchmark',
  dataset: 'Dataset',
};

export type Lang = 'zh' | 'en';
