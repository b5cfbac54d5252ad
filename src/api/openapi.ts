// The OpenAPI 3.1 document, made from the table of operations and the zod schemas. Pure; made once at the start.
import { z } from 'zod';
import { errorBodySchema, nodeRefSchema, paperRefSchema } from '../shared/api/common.ts';
import { jsonSchema } from '../shared/api/cypher.ts';
import { edgeViewSchema } from '../shared/api/edges.ts';
import { EXPORT_FORMATS } from '../shared/api/export.ts';
import { clusterSchema } from '../shared/api/graph.ts';
import { ingestReportSchema } from '../shared/api/ingest.ts';
import { jobSchema } from '../shared/api/jobs.ts';
import { OPERATION_IDS, OPERATIONS, type Operation } from '../shared/api/operations.ts';
import { ERRORS, type ErrorCode } from '../shared/errors.ts';
import { evidenceSchema, sourcedEvidenceSchema } from '../shared/evidence.ts';

type JsonSchema = Record<string, unknown>;
/** Shapes that stand in many answers get a name; everything else is written where it is used. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  Cluster: clusterSchema,
  EdgeView: edgeViewSchema,
  Error: errorBodySchema,
  Evidence: evidenceSchema,
  IngestReport: ingestReportSchema,
  Job: jobSchema,
  Json: jsonSchema,
  NodeRef: nodeRefSchema,
  PaperRef: paperRefSchema,
  SourcedEvidence: sourcedEvidenceSchema,
};
const ALWAYS: readonly ErrorCode[] = ['bad_request', 'unauthorized', 'forbidden_origin', 'rate_limited', 'store_unavailable', 'timeout'];
const CACHED = new Set([
  'stats',
  'schema',
  'search',
  'papers',
  'paper',
  'entity',
  'neighbours',
  'edge',
  'graph',
  'clusters',
  'matrix',
  'timeline',
  'compare',
  'path',
  'lineage',
  'leaderboards',
  'leaderboard',
  'gallery',
  'export',
]);

export function makeOpenApi(version: string): JsonSchema {
  const answers = z.registry<{ id: string }>();
  const requests = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) answers.add(schema, { id });
  requests.add(jsonSchema, { id: 'Json' });
  for (const id of OPERATION_IDS) {
    const { response, body }: Operation = OPERATIONS[id];
    if (typeof response !== 'string' && !answers.has(response)) answers.add(response, { id: `${capital(id)}Response` });
    if (body !== undefined && body !== 'bytes') requests.add(body, { id: `${capital(id)}Request` });
  }
  const uri = (id: string): string => `#/components/schemas/${id}`;
  const schemas = {
    ...z.toJSONSchema(requests, { uri, io: 'input' }).schemas,
    ...z.toJSONSchema(answers, { uri, io: 'output' }).schemas,
  };
  const nameOf = (schema: z.ZodType): string => answers.get(schema)?.id ?? requests.get(schema)?.id ?? '';
  const paths: Record<string, Record<string, unknown>> = {};
  for (const id of OPERATION_IDS) {
    const operation: Operation = OPERATIONS[id];
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: toOperation(id, operation, nameOf) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Paperloom',
      version,
      summary: 'Papers, techniques, models and benchmarks as a graph with evidence on every edge.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{}, { token: [] }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutIds(schema as JsonSchema)])),
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'PAPERLOOM_TOKEN where one is set, or the token in owner.json of the data folder.',
        },
      },
    },
  };
}

const capital = (id: string): string => `${id[0]?.toUpperCase()}${id.slice(1)}`;

/** Names of components are no addresses of their own. */
function withoutIds(schema: JsonSchema): JsonSchema {
  const { $id: _id, $schema: _schema, id: _own, ...rest } = schema;
  return rest;
}

function toOperation(id: string, operation: Operation, nameOf: (schema: z.ZodType) => string): JsonSchema {
  const { summary, params, query, body, response, errors, access } = operation;
  const content =
    typeof response === 'string'
      ? contentOf(id, response)
      : { 'application/json': { schema: { $ref: `#/components/schemas/${nameOf(response)}` } } };
  const ok = { description: 'Good', headers: headersOf(id), content };
  return {
    operationId: id,
    summary,
    ...(access === 'read' ? {} : { security: [...(access === 'user' ? [{}] : []), { token: [] }] }),
    parameters: [...parametersOf('path', params), ...parametersOf('query', query)],
    ...(body === undefined ? {} : { requestBody: { required: true, content: bodyOf(body, nameOf) } }),
    responses: {
      '200': ok,
      ...(id === 'ingest' ? { '202': { ...ok, description: 'A job was started' } } : {}),
      ...(CACHED.has(id) ? { '304': { description: 'The graph is the same as that of the ETag' } } : {}),
      ...(id === 'health'
        ? {
            '503': {
              description: 'The store does not answer, or the server is starting',
              content: {
                'application/json': {
                  schema: { anyOf: [{ $ref: `#/components/schemas/${capital(id)}Response` }, { $ref: '#/components/schemas/Error' }] },
                },
              },
            },
          }
        : {}),
      ...failures([...new Set([...ALWAYS, ...errors])].filter((code) => id !== 'health' || ERRORS[code].status !== 503)),
      default: { description: 'A bug', content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
    },
  };
}

function contentOf(id: string, media: string): JsonSchema {
  if (id !== 'export') return { [media]: { schema: { type: 'string' } } };
  const types = new Set(Object.values(EXPORT_FORMATS).map((format) => format.media.split(';')[0] ?? ''));
  return Object.fromEntries([...types].map((type) => [type, {}]));
}

function bodyOf(body: NonNullable<Operation['body']>, nameOf: (schema: z.ZodType) => string): JsonSchema {
  return body === 'bytes'
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: { $ref: `#/components/schemas/${nameOf(body)}` } } };
}

function headersOf(id: string): JsonSchema {
  const text = (description: string): JsonSchema => ({ description, schema: { type: 'string' } });
  return {
    'X-Request-Id': text('Stands in error messages and in the log'),
    ...(CACHED.has(id) ? { ETag: text('Follows from the fingerprint of the graph') } : {}),
  };
}

/** One entry a status, with the codes it may have. */
function failures(codes: readonly ErrorCode[]): JsonSchema {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) byStatus.set(ERRORS[code].status, [...(byStatus.get(ERRORS[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      String(status),
      {
        description: list.map((code) => `${code}: ${ERRORS[code].en}`).join('. '),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    ]),
  );
}

function parametersOf(place: 'path' | 'query', schema: z.ZodObject | undefined): JsonSchema[] {
  if (!schema) return [];
  // As they are after parsing: what a number or a flag is written as in an address is the client's own affair.
  const { properties = {} } = z.toJSONSchema(schema, { io: 'output' });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || !z.safeParse(schema.shape[name] as z.ZodType, undefined).success,
    schema: property,
  }));
}
