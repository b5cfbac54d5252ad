// The shape a type has on the map, in its colour; the word stands beside it, so it is hidden from screen readers.
import type { NodeType } from '../../../src/shared/api/common.ts';
import { SHAPE_PATH } from '../graph/shapes.ts';

export const TypeIcon = ({ type }: { type: NodeType }) => (
  <svg className={`type-icon type-${type}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={SHAPE_PATH[type]} />
  </svg>
);
