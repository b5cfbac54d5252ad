// How a role is drawn besides its colour, and from which confidence on a line is faint: shared by map and legend.
import type { EdgeType } from '../../../src/shared/ontology.ts';

/** Below this a reading counts as unsure, in words and in ink. */
export const UNSURE_BELOW = 0.6;

const DASH_OF: Partial<Readonly<Record<EdgeType, 0 | 1 | 2>>> = {
  COMPARES_WITH: 1,
  ASSISTED_BY: 2,
  VARIANT_OF: 1,
  MEMBER_OF: 1,
  PART_OF: 1,
  DERIVED_FROM: 1,
};
/** 0 solid, 1 dashed, 2 dotted. */
export const dashOf = (type: EdgeType): 0 | 1 | 2 => DASH_OF[type] ?? 0;
