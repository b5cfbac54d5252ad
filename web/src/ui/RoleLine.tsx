// The line a role has on the map: its colour and its dashes.
import type { EdgeType } from '../../../src/shared/ontology.ts';
import { dashOf } from '../graph/edge-style.ts';

const DASHES = ['none', '6 4', '1.5 3.5'] as const;

export const RoleLine = ({ type }: { type: EdgeType }) => (
  <svg className={`role-line role-${type.toLowerCase().replace('_', '-')}`} viewBox="0 0 26 8" aria-hidden="true" focusable="false">
    <path d="M1 4h24" strokeDasharray={DASHES[dashOf(type)]} />
  </svg>
);
