// What the shared write and read code needs of a store: registry queries, inside a transaction or not.
import type { QueryName, QueryParams, QueryRow } from './queries.ts';

export interface WriteCounters {
  readonly nodesCreated: number;
  readonly nodesDeleted: number;
  readonly edgesCreated: number;
  readonly edgesDeleted: number;
}

export interface QueryAnswer<N extends QueryName> {
  readonly rows: QueryRow<N>[];
  readonly counters: WriteCounters;
}

export interface QueryRunner {
  run<N extends QueryName>(name: N, params: QueryParams<N>): Promise<QueryAnswer<N>>;
}
