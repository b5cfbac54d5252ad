// What the user is looking at, as plain data: everything here goes into the URL and comes back from it.
import type { NodeType } from '../../../src/shared/api/common.ts';
import type { Json } from '../../../src/shared/api/cypher.ts';
import { EDGE_TYPES, type EdgeType, type Lang } from '../../../src/shared/ontology.ts';

export const NODE_TYPES = ['method', 'model', 'benchmark', 'dataset', 'field', 'paper'] as const satisfies readonly NodeType[];
/** Roles in the order of the legend, which is also the order in which arrow keys walk along edges. */
export const ROLE_ORDER = [
  'PROPOSES',
  'USES',
  'BUILDS_ON',
  'ASSISTED_BY',
  'EVALUATES_ON',
  'INTRODUCES',
  'TRAINS_ON',
  'COMPARES_WITH',
  'IN_FIELD',
  'VARIANT_OF',
  'MEMBER_OF',
  'DERIVED_FROM',
  'PART_OF',
] as const satisfies readonly EdgeType[];
export const TABS = ['map', 'technique', 'matrix', 'lineage', 'boards', 'timeline', 'compare', 'papers', 'list', 'console'] as const;
export type TabId = (typeof TABS)[number];
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What the map draws: everything; papers tied by shared techniques; techniques tied to benchmarks; models with their lineage. */
export const PROJECTIONS = ['all', 'papers', 'grid', 'models'] as const;
export type Projection = (typeof PROJECTIONS)[number];

export interface CameraView {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export interface Question {
  readonly query: string;
  /** A text, unless a field of another type was chosen. */
  readonly params: Readonly<Record<string, Json>>;
}

/** Neighbours that were asked for, from one thing along one role; a start that stands alone has no role. */
export interface Expansion {
  readonly id: string;
  readonly role: EdgeType | null;
  readonly shown: number;
}

/** How the matrix is sorted and narrowed. */
export interface GridView {
  /** A row or column to sort by; null for the most papers first. */
  readonly by: string | null;
  /** Only where the row or column of `by` was never tried. */
  readonly gaps: boolean;
  /** Count a variant's papers for the technique it is a variant of. */
  readonly rollUp: boolean;
  readonly find: string;
  /** `<method>\n<benchmark>` */
  readonly cell: string | null;
}

/** What a link remembers of the data it was made from, so that it can say what has changed. */
export interface DataMark {
  readonly hash: string;
  readonly counts: { readonly papers: number; readonly nodes: number; readonly edges: number } | null;
  readonly newest: string | null;
}

export interface ViewState {
  readonly tab: TabId;
  readonly lang: Lang;
  readonly theme: Theme;
  /** A node: `method:grpo`, `paper:2602.10575`. */
  readonly selected: string | null;
  /** An edge whose evidence is open: `2602.10575|USES|method:grpo`. */
  readonly edge: string | null;
  readonly hiddenTypes: readonly NodeType[];
  readonly hiddenRoles: readonly EdgeType[];
  /** Digest dates, both ends included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly camera: CameraView | null;
  /** What stands in the console. */
  readonly ask: Question | null;
  /** Date from which on something counts as new. */
  readonly since: string | null;
  /** At most four nodes side by side. */
  readonly compared: readonly string[];
  readonly hulls: boolean;
  readonly projection: Projection;
  /** When not empty, only these and what they opened are on the map. */
  readonly explored: readonly Expansion[];
  /** Papers lassoed on the map; views beside it are about these alone. */
  readonly picked: readonly string[];
  /** The map beside the view, on a wide screen. */
  readonly split: boolean;
  readonly grid: GridView;
  /** Null when the link names no data. */
  readonly mark: DataMark | null;
}

export const DEFAULT_VIEW: ViewState = {
  tab: 'map',
  lang: 'en',
  theme: 'auto',
  selected: null,
  edge: null,
  hiddenTypes: [],
  hiddenRoles: [],
  from: null,
  to: null,
  camera: null,
  ask: null,
  since: null,
  compared: [],
  hulls: true,
  projection: 'all',
  explored: [],
  picked: [],
  split: false,
  grid: { by: null, gaps: false, rollUp: true, find: '', cell: null },
  mark: null,
};

export const isEdgeType = (value: string): value is EdgeType => (EDGE_TYPES as readonly string[]).includes(value);
export const hasFilters = (view: Pick<ViewState, 'hiddenTypes' | 'hiddenRoles' | 'picked' | 'from' | 'to'>): boolean =>
  view.hiddenTypes.length + view.hiddenRoles.length + view.picked.length > 0 || view.from !== null || view.to !== null;
