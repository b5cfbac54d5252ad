// Every operation of the API in one table: its address, what it takes, what it answers. The OpenAPI document and the typed client are made
// from it, and a test holds the routes of the app against it.
import { z } from 'zod';
import type { ErrorCode } from '../errors.ts';
import { askRequestSchema, askResponseSchema } from './ask.ts';
import { compareQuerySchema, compareResponseSchema } from './compare.ts';
import { cypherCheckRequestSchema, cypherCheckResponseSchema, cypherRequestSchema, cypherResponseSchema } from './cypher.ts';
import { edgeResponseSchema } from './edges.ts';
import { entityResponseSchema, neighboursQuerySchema, neighboursResponseSchema } from './entities.ts';
import { exportFormatSchema } from './export.ts';
import { galleryResponseSchema } from './gallery.ts';
import { clustersResponseSchema, graphQuerySchema, graphResponseSchema } from './graph.ts';
import { healthSchema, statsSchema } from './health.ts';
import { ingestPreviewSchema, ingestQuerySchema, ingestReportSchema } from './ingest.ts';
import { jobResponseSchema } from './jobs.ts';
import { leaderboardResponseSchema, leaderboardsQuerySchema, leaderboardsResponseSchema } from './leaderboards.ts';
import { lineageResponseSchema } from './lineage.ts';
import { matrixQuerySchema, matrixResponseSchema } from './matrix.ts';
import { decisionSchema, overrideChangeSchema, overridesQuerySchema, overridesResponseSchema } from './overrides.ts';
import { paperResponseSchema, papersQuerySchema, papersResponseSchema } from './papers.ts';
import { pathQuerySchema, pathResponseSchema } from './path.ts';
import { schemaResponseSchema } from './schema.ts';
import { searchQuerySchema, searchResponseSchema } from './search.ts';
import { timelineQuerySchema, timelineResponseSchema } from './timeline.ts';
import { compactedSchema, ownerResponseSchema, rebuiltSchema, retractedSchema } from './upkeep.ts';

export interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** As Express has it: `/api/papers/:id`. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** A JSON body; `bytes` for the bytes of a file. */
  readonly body?: z.ZodType | 'bytes';
  /** What a JSON answer looks like; else its media type. */
  readonly response: z.ZodType | string;
  readonly status?: number;
  /** Beside what every operation may answer: rate_limited, forbidden_origin, and unauthorized where a token is set. */
  readonly errors: readonly ErrorCode[];
  /** `user`: the explorer, or a token; `owner`: only the token in owner.json. */
  readonly access: 'read' | 'user' | 'owner';
}

const byId = z.object({ id: z.string().min(1) });

export const OPERATIONS = {
  health: {
    method: 'GET',
    path: '/api/health',
    summary: 'Whether the server and its store are ready.',
    response: healthSchema,
    errors: ['store_unavailable'],
    access: 'read',
  },
  metrics: {
    method: 'GET',
    path: '/api/metrics',
    summary: 'What the server counts, in the text format of Prometheus.',
    response: 'text/plain',
    errors: [],
    access: 'read',
  },
  openapi: {
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This document.',
    response: z.looseObject({ openapi: z.string() }),
    errors: [],
    access: 'read',
  },
  stats: {
    method: 'GET',
    path: '/api/stats',
    summary: 'Counts by label and edge type, and the fingerprint of the graph.',
    response: statsSchema,
    errors: [],
    access: 'read',
  },
  schema: {
    method: 'GET',
    path: '/api/schema',
    summary: 'Labels, edge types and properties with counts.',
    response: schemaResponseSchema,
    errors: [],
    access: 'read',
  },
  search: {
    method: 'GET',
    path: '/api/search',
    summary: 'Things by any of their names in both languages, papers by words of the title or by id.',
    query: searchQuerySchema,
    response: searchResponseSchema,
    errors: ['bad_request'],
    access: 'read',
  },
  papers: {
    method: 'GET',
    path: '/api/papers',
    summary: 'Papers, newest first, page by page.',
    query: papersQuerySchema,
    response: papersResponseSchema,
    errors: ['bad_request', 'bad_cursor'],
    access: 'read',
  },
  paper: {
    method: 'GET',
    path: '/api/papers/:id',
    summary: 'One paper with its relations, each with the sentence that says so, and its results.',
    params: byId,
    response: paperResponseSchema,
    errors: ['bad_request', 'not_found'],
    access: 'read',
  },
  retractPaper: {
    method: 'DELETE',
    path: '/api/papers/:id',
    summary: 'Takes a paper back, with everything that it alone supported.',
    params: byId,
    response: retractedSchema,
    errors: ['bad_request', 'unauthorized', 'not_found'],
    access: 'owner',
  },
  entity: {
    method: 'GET',
    path: '/api/entities/:id',
    summary: 'A technique, model, benchmark, data set or field, with its papers by role.',
    params: byId,
    response: entityResponseSchema,
    errors: ['bad_request', 'not_found'],
    access: 'read',
  },
  neighbours: {
    method: 'GET',
    path: '/api/entities/:id/neighbours',
    summary: 'What is around a thing or a paper, page by page.',
    params: byId,
    query: neighboursQuerySchema,
    response: neighboursResponseSchema,
    errors: ['bad_request', 'bad_cursor', 'not_found'],
    access: 'read',
  },
  edge: {
    method: 'GET',
    path: '/api/edges/:id',
    summary: 'One relation with every sentence that says so.',
    params: byId,
    response: edgeResponseSchema,
    errors: ['bad_request', 'not_found'],
    access: 'read',
  },
  graph: {
    method: 'GET',
    path: '/api/graph',
    summary: 'The map, laid out on the server.',
    query: graphQuerySchema,
    response: graphResponseSchema,
    errors: ['bad_request'],
    access: 'read',
  },
  clusters: {
    method: 'GET',
    path: '/api/clusters',
    summary: 'Which papers share a technique.',
    response: clustersResponseSchema,
    errors: [],
    access: 'read',
  },
  matrix: {
    method: 'GET',
    path: '/api/matrix',
    summary: 'How many papers connect each of the most common things of one kind with each of another.',
    query: matrixQuerySchema,
    response: matrixResponseSchema,
    errors: ['bad_request'],
    access: 'read',
  },
  timeline: {
    method: 'GET',
    path: '/api/timeline',
    summary: 'Papers by digest date, in all and by thing.',
    query: timelineQuerySchema,
    response: timelineResponseSchema,
    errors: ['bad_request'],
    access: 'read',
  },
  compare: {
    method: 'GET',
    path: '/api/compare',
    summary: 'Two to four papers or things side by side.',
    query: compareQuerySchema,
    response: compareResponseSchema,
    errors: ['bad_request', 'not_found'],
    access: 'read',
  },
  path: {
    method: 'GET',
    path: '/api/path',
    summary: 'The shortest ways from one thing to another, each hop with its sentence.',
    query: pathQuerySchema,
    response: pathResponseSchema,
    errors: ['bad_request', 'not_found'],
    access: 'read',
  },
  lineage: {
    method: 'GET',
    path: '/api/lineage/:id',
    summary: 'The family of a model, and the papers that touch it.',
    params: byId,
    response: lineageResponseSchema,
    errors: ['bad_request', 'not_found'],
    access: 'read',
  },
  leaderboards: {
    method: 'GET',
    path: '/api/leaderboards',
    summary: 'Benchmarks with reported numbers.',
    query: leaderboardsQuerySchema,
    response: leaderboardsResponseSchema,
    errors: ['bad_request'],
    access: 'read',
  },
  leaderboard: {
    method: 'GET',
    path: '/api/leaderboards/:id',
    summary: 'The numbers reported on one benchmark, by metric.',
    params: byId,
    response: leaderboardResponseSchema,
    errors: ['bad_request', 'not_found'],
    access: 'read',
  },
  gallery: {
    method: 'GET',
    path: '/api/gallery',
    summary: 'Questions with their Cypher.',
    response: galleryResponseSchema,
    errors: [],
    access: 'read',
  },
  cypher: {
    method: 'POST',
    path: '/api/cypher',
    summary: 'A question in Cypher, read-only.',
    body: cypherRequestSchema,
    response: cypherResponseSchema,
    errors: ['bad_request', 'syntax', 'missing_parameter', 'write_refused', 'timeout', 'too_large'],
    access: 'read',
  },
  checkCypher: {
    method: 'POST',
    path: '/api/cypher/check',
    summary: 'Whether a question in Cypher could run, and else what is wrong and where. It is not run.',
    body: cypherCheckRequestSchema,
    response: cypherCheckResponseSchema,
    errors: ['bad_request'],
    access: 'read',
  },
  ask: {
    method: 'POST',
    path: '/api/ask',
    summary: 'A question in words, Chinese or English, answered by a question of the gallery.',
    body: askRequestSchema,
    response: askResponseSchema,
    errors: ['bad_request', 'timeout', 'too_large'],
    access: 'read',
  },
  export: {
    method: 'GET',
    path: '/api/export/:format',
    summary: 'The whole graph as a download, streamed.',
    params: z.object({ format: exportFormatSchema }),
    response: 'application/octet-stream',
    errors: ['bad_request', 'not_found'],
    access: 'read',
  },
  ingest: {
    method: 'POST',
    path: '/api/ingest',
    summary: 'Reads the bytes of one source into the graph: now, as a dry run, or as a job.',
    query: ingestQuerySchema,
    body: 'bytes',
    response: z.union([ingestReportSchema, ingestPreviewSchema, jobResponseSchema]),
    errors: ['bad_request', 'unauthorized', 'too_large'],
    access: 'user',
  },
  job: {
    method: 'GET',
    path: '/api/jobs/:id',
    summary: 'How far a job is.',
    params: byId,
    response: jobResponseSchema,
    errors: ['bad_request', 'not_found'],
    access: 'read',
  },
  jobEvents: {
    method: 'GET',
    path: '/api/jobs/:id/events',
    summary: 'A job as server-sent events `progress`, `done`, `cancelled`, `failed`; ends with the job.',
    params: byId,
    response: 'text/event-stream',
    errors: ['bad_request', 'not_found'],
    access: 'read',
  },
  cancelJob: {
    method: 'POST',
    path: '/api/jobs/:id/cancel',
    summary: 'Asks a job to stop: what it has written stays, the rest is not begun. Answers the job as it is; its events tell the end.',
    params: byId,
    response: jobResponseSchema,
    errors: ['bad_request', 'unauthorized', 'not_found'],
    access: 'user',
  },
  overrides: {
    method: 'GET',
    path: '/api/overrides',
    summary: 'Decisions that stand, newest first.',
    query: overridesQuerySchema,
    response: overridesResponseSchema,
    errors: ['bad_request', 'bad_cursor'],
    access: 'read',
  },
  decide: {
    method: 'POST',
    path: '/api/overrides',
    summary: 'Records a decision, which takes effect at once: alias, never-merge, correct, hide.',
    body: decisionSchema,
    response: overrideChangeSchema,
    errors: ['bad_request', 'unauthorized', 'not_found', 'too_large'],
    access: 'user',
  },
  undo: {
    method: 'DELETE',
    path: '/api/overrides/:id',
    summary: 'Undoes a decision.',
    params: byId,
    response: overrideChangeSchema,
    errors: ['bad_request', 'unauthorized', 'not_found'],
    access: 'user',
  },
  rebuild: {
    method: 'POST',
    path: '/api/rebuild',
    summary: 'Empties the store and writes everything the ledger holds.',
    response: rebuiltSchema,
    errors: ['unauthorized'],
    access: 'owner',
  },
  compact: {
    method: 'POST',
    path: '/api/compact',
    summary: 'Leaves out of the ledger what counts no more.',
    response: compactedSchema,
    errors: ['unauthorized'],
    access: 'owner',
  },
  owner: {
    method: 'GET',
    path: '/api/owner',
    summary: 'Whether a token is that of owner.json.',
    response: ownerResponseSchema,
    errors: ['unauthorized'],
    access: 'owner',
  },
} as const satisfies Record<string, Operation>;
export type OperationId = keyof typeof OPERATIONS;
export const OPERATION_IDS = Object.keys(OPERATIONS) as OperationId[];
