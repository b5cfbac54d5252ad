import type { GraphStore } from '../../src/store/graph-store.ts';
export interface FuzzTrouble {
  readonly what: string;
  readonly query: string;
}
export declare function runFuzz(options: {
  readonly store: GraphStore & { readonly pid?: number | undefined };
  readonly seed: number;
  readonly count: number;
  readonly corpus: readonly string[];
  readonly file: string;
  readonly secret: string;
  readonly timeoutMs: number;
  /** Milliseconds since 1970: then it ends with what it has. */
  readonly until?: number;
  readonly onProgress?: (done: number, outcomes: Record<string, number>) => void;
}): Promise<{
  readonly done: number;
  readonly outcomes: Record<string, number>;
  readonly troubles: readonly FuzzTrouble[];
  readonly restarts: number;
}>;
