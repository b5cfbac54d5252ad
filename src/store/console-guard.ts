// A user's query before it is sent: refused when it is not one plain read. Filled in below; see the layers in docs/stores.md.
import type { ErrorCode } from '../shared/errors.ts';

export interface Refusal {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly line?: number;
  readonly column?: number;
}

export function findRefusal(_query: string): Refusal | null {
  return null;
}
