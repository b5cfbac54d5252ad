// Which shape stands for which type: the index goes to the shader, the path to the legend's icons.
import type { NodeType } from '../../../src/shared/api/common.ts';

export const SHAPE_INDEX: Readonly<Record<NodeType, number>> = { paper: 0, benchmark: 1, model: 2, dataset: 3, method: 4, field: 5 };

/** The same shapes as SVG paths in a box of 16 by 16. */
export const SHAPE_PATH: Readonly<Record<NodeType, string>> = {
  paper: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z',
  benchmark: 'M3 3h10v10H3z',
  model: 'M8 1l7 7l-7 7l-7-7z',
  dataset: 'M8 1.5l7 12H1z',
  method: 'M4.2 2h7.6l3.7 6l-3.7 6H4.2L.5 8z',
  field: 'M6 2h4v4h4v4h-4v4H6v-4H2V6h4z',
};
