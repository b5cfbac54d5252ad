// What the API works with; the composition root supplies it.
import type { Snapshots } from '../pipeline/snapshots.ts';
import type { Workspace } from '../pipeline/workspace.ts';
import type { Metrics } from './metrics.ts';

export interface LogEntry {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  /** 499 when the client did not wait for the answer. */
  readonly status: number;
  readonly ms: number;
}
export interface ApiDeps {
  readonly workspace: Workspace;
  readonly snapshots: Snapshots;
  readonly version: string;
  /** Folder of the built pages; null when they are not built. */
  readonly webDir: string | null;
  /** Every request to /api must carry it; empty for none. */
  readonly token: string;
  /** Of owner.json: whoever knows it may read the data folder, and so may write. */
  readonly ownerToken: string;
  /** Names under which the server may be addressed, besides loopback; `*` for any. */
  readonly hosts: readonly string[];
  readonly maxUploadBytes: number;
  readonly requestsPerMinute: number;
  /** Bugs are told here, with the id of the request. Never a token. */
  readonly onBug: (requestId: string, error: unknown) => void;
  /** Hears of every request when it is done. Never a query or a header. */
  readonly onRequest?: (entry: LogEntry) => void;
  /** Where to count; its own when absent. */
  readonly metrics?: Metrics;
}
