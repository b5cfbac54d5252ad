// What a graph store promises. Two keep it: Grafeo in a child process (`grafeo/`), Neo4j through its driver (`neo4j/`).
import type { CypherResponse, Json } from '../shared/api/cypher.ts';
import type { GraphPatch } from '../shared/graph-patch.ts';
import type { QueryName, QueryParams, QueryRow } from './queries.ts';

export interface ApplyCounts {
  readonly nodesAdded: number;
  readonly nodesRemoved: number;
  readonly edgesAdded: number;
  /** Edges that were there and now have other properties. */
  readonly edgesChanged: number;
  readonly edgesRemoved: number;
}

export interface StoreStats {
  readonly papers: number;
  readonly nodes: Readonly<Record<string, number>>;
  readonly edges: Readonly<Record<string, number>>;
  readonly fingerprint: string;
}

export interface UserQuery {
  readonly query: string;
  readonly params: Readonly<Record<string, Json>>;
  readonly limit: number;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

export interface GraphStore {
  readonly kind: 'grafeo' | 'neo4j';
  /** One sentence for people: which file or address, which version. Never a secret. */
  describe(): Promise<string>;
  /** Brings constraints and indexes up to date by numbered migrations. Idempotent. Throws store_newer_schema. */
  migrate(): Promise<void>;
  /** Writes a patch; papers are replaced as a whole. Idempotent: a second call changes nothing and counts nothing. */
  apply(patch: GraphPatch): Promise<ApplyCounts>;
  /** Runs a query of the registry. Reads run where nothing can be written. */
  run<N extends QueryName>(name: N, params: QueryParams<N>): Promise<QueryRow<N>[]>;
  /** Whether a user's query could run, by the store's plan for it; it is not run. Throws what `query` would throw before running it. */
  check(query: Omit<UserQuery, 'limit'>): Promise<void>;
  /** A user's own query: read-only, capped, timed. Throws syntax, write_refused, missing_parameter, timeout, too_large. */
  query(query: UserQuery): Promise<CypherResponse>;
  /** Counts and fingerprint, kept up to date by every write. `verify`: counted from scratch in pages, and kept from then on. */
  stats(options?: { readonly verify?: boolean }): Promise<StoreStats>;
  /** How far a ledger has been applied, so that a crash between ledger and store is noticed. 0 when never. */
  appliedSeq(ledgerId: string): Promise<number>;
  setAppliedSeq(ledgerId: string, seq: number): Promise<void>;
  /** Removes everything of ours, and nothing else. */
  clear(): Promise<void>;
  /** May be called twice. */
  close(): Promise<void>;
}
