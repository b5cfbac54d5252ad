// Labels and edge types with their properties, as a query may use them. A test holds the lists against what is written (graph-items.ts).
import {
  EDGE_TYPE_OF,
  EDGE_TYPES,
  type EdgeType,
  LABEL_OF,
  MENTION_KINDS,
  type MentionType,
  NODE_LABELS,
  type NodeLabel,
} from './ontology.ts';

export type PropertyType = 'string' | 'number' | 'strings';
export type Properties = Readonly<Record<string, PropertyType>>;
export interface EdgeShape {
  readonly from: readonly NodeLabel[];
  readonly to: readonly NodeLabel[];
  readonly properties: Properties;
}

const EVIDENCE: Properties = {
  quote: 'string',
  start: 'number',
  end: 'number',
  section: 'string',
  sentence: 'string',
  sentenceStart: 'number',
  markStart: 'number',
  markEnd: 'number',
};
const ENTITY: Properties = {
  id: 'string',
  name: 'string',
  nameZh: 'string',
  aliases: 'strings',
  firstSeen: 'string',
  lastSeen: 'string',
};
const PAPER_EDGE: Properties = {
  id: 'string',
  role: 'string',
  confidence: 'number',
  rule: 'string',
  ...EVIDENCE,
  source: 'string',
  firstSeen: 'string',
  lastSeen: 'string',
  name: 'string',
  surfaces: 'strings',
  more: 'strings',
};

export const NODE_PROPERTIES: Readonly<Record<NodeLabel, Properties>> = {
  Paper: { id: 'string', title: 'string', date: 'string', publishedAt: 'string', url: 'string', lang: 'string', sources: 'strings' },
  Field: ENTITY,
  Method: ENTITY,
  Model: ENTITY,
  Benchmark: ENTITY,
  Dataset: ENTITY,
  Result: {
    id: 'string',
    subject: 'string',
    benchmark: 'string',
    metric: 'string',
    value: 'string',
    number: 'number',
    unit: 'string',
    kind: 'string',
    ...EVIDENCE,
    source: 'string',
  },
};

const between = (label: NodeLabel): EdgeShape => ({ from: [label], to: [label], properties: {} });
const ENTITY_EDGES: Readonly<Partial<Record<EdgeType, EdgeShape>>> = {
  VARIANT_OF: between('Method'),
  MEMBER_OF: between('Model'),
  PART_OF: between('Field'),
  DERIVED_FROM: { ...between('Model'), properties: { paperId: 'string' } },
  REPORTS: { from: ['Paper'], to: ['Result'], properties: {} },
  ON: { from: ['Result'], to: ['Benchmark', 'Dataset'], properties: {} },
  OF: { from: ['Result'], to: ['Model', 'Method'], properties: {} },
};

function shapeOf(type: EdgeType): EdgeShape {
  const known = ENTITY_EDGES[type];
  if (known) return known;
  const targets = MENTION_KINDS.filter((kind) => EDGE_TYPE_OF[kind] === type).map((kind) => LABEL_OF[kind.split('/')[0] as MentionType]);
  return { from: ['Paper'], to: NODE_LABELS.filter((label) => targets.includes(label)), properties: PAPER_EDGE };
}

export const EDGE_SHAPES = Object.fromEntries(EDGE_TYPES.map((type) => [type, shapeOf(type)])) as Readonly<Record<EdgeType, EdgeShape>>;
