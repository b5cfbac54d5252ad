// The registry of queries: a file under cypher/ and a line in one of queries/<subject>.ts each. No Cypher is built in TypeScript.
// To add a query: write cypher/read/<name>.cypher with its header, add its line, done; test/queries checks both.
import type { z } from 'zod';
import { APPLY_QUERIES } from './queries/apply.ts';
import { BOARD_QUERIES } from './queries/boards.ts';
import type { QueryDefinition } from './queries/define.ts';
import { EXPLORE_QUERIES } from './queries/explore.ts';
import { MAP_QUERIES } from './queries/map.ts';
import { UPKEEP_QUERIES } from './queries/upkeep.ts';
import { VIEW_QUERIES } from './queries/views.ts';

export const QUERIES = {
  ...APPLY_QUERIES,
  ...UPKEEP_QUERIES,
  ...EXPLORE_QUERIES,
  ...MAP_QUERIES,
  ...BOARD_QUERIES,
  ...VIEW_QUERIES,
} as const satisfies Record<string, QueryDefinition>;

export type QueryName = keyof typeof QUERIES;
export type QueryParams<N extends QueryName> = z.input<(typeof QUERIES)[N]['params']>;
export type QueryRow<N extends QueryName> = z.output<(typeof QUERIES)[N]['row']>;

export function definitionOf(name: QueryName): QueryDefinition {
  return QUERIES[name];
}

/** Writes that change nothing that is counted or part of the fingerprint; every other one outside of `apply` makes the kept count void. */
const STATS_NEUTRAL = new Set<QueryName>([
  'lock-stats',
  'keep-stats',
  'forget-stats',
  'set-ledger-seq',
  'set-schema-version',
  'remove-ledger-seqs',
]);
export const isStatsNeutral = (name: QueryName): boolean => STATS_NEUTRAL.has(name);
