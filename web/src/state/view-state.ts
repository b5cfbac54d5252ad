// What the user is looking at, as plain data: everything here goes into the URL and comes back from it.
import type { NodeType } from '../../../src/shared/api/common.ts';
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
export const TABS = ['map', 'technique', 'matrix', 'lineage', 'boards', 'timeline', 'compare', 'papers', 'console'] as const;
export type TabId = (typeof TABS)[number];
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface CameraView {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export interface Question {
  readonly query: string;
  readonly params: Readonly<Record<string, string>>;
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
  /** Of the data a link was made from; null when the link names none. */
  readonly fingerprint: string | null;
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
  fingerprint: null,
};

export const isEdgeType = (value: string): value is EdgeType => (EDGE_TYPES as readonly string[]).includes(value);
export const hasFilters = (view: ViewState): boolean =>
  view.hiddenTypes.length + view.hiddenRoles.length > 0 || view.from !== null || view.to !== null;
