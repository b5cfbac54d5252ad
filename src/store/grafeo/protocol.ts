// What parent and child say to each other. JSON only: a circular or very deep value would crash the engine.
import type { Json } from '../../shared/api/cypher.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { PatchChunk } from '../patch-chunks.ts';
import type { QueryName } from '../queries.ts';

export type Operation =
  | {
      readonly op: 'open';
      readonly path: string;
      readonly checkpointMs: number;
      readonly checkpointBytes: number;
      readonly readOnly?: boolean;
    }
  | { readonly op: 'run'; readonly name: QueryName; readonly params: unknown }
  | { readonly op: 'apply'; readonly chunk: PatchChunk; readonly lost: readonly string[] }
  | { readonly op: 'stats'; readonly verify: boolean }
  | { readonly op: 'begin-stats' }
  | { readonly op: 'migrate' }
  /** A copy of the whole graph as one file, for a second process that only reads. */
  | { readonly op: 'copy'; readonly path: string }
  | {
      readonly op: 'query';
      readonly query: string;
      readonly params: Readonly<Record<string, Json>>;
      readonly limit: number;
      readonly maxBytes: number;
      readonly maxMemoryBytes: number;
    }
  | { readonly op: 'close' };

export type Request = Operation & { readonly id: number };

export interface ChildFailure {
  /** Null: a bug; `detail` then is the stack. */
  readonly code: ErrorCode | null;
  readonly detail: string;
  readonly line?: number;
  readonly column?: number;
}
export type Response =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: ChildFailure }
  /** Sent just before a commit: what the request has done if the process ends before it can answer. */
  | { readonly id: number; readonly planned: unknown };

/** The child ends itself with this code when a user's query would eat the machine's memory. */
export const EXIT_MEMORY = 86;
