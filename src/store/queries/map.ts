// Queries that the map and the clusters are drawn from.
import { z } from 'zod';
import { idsSchema, readQuery } from './define.ts';
import { NODE_KINDS } from './upkeep.ts';

const limit = { limit: z.number().int() };
const byLabel = { param: 'label', values: NODE_KINDS } as const;

export const MAP_QUERIES = {
  'map-papers': readQuery(limit, { id: z.string(), name: z.string(), date: z.string(), weight: z.number().int() }),
  'map-entities': readQuery(limit, {
    id: z.string(),
    name: z.string(),
    nameZh: z.string().nullable(),
    labels: z.array(z.string()),
    date: z.string(),
    weight: z.number().int(),
  }),
  'map-paper-edges': readQuery(
    { ids: idsSchema },
    { source: z.string(), type: z.string(), target: z.string(), role: z.string(), confidence: z.number() },
  ),
  'map-entity-edges': readQuery(
    { ids: idsSchema },
    { source: z.string(), type: z.string(), target: z.string(), paperId: z.string().nullable() },
  ),
  'nodes-count': readQuery({ label: z.enum(NODE_KINDS) }, { total: z.number().int() }, byLabel),
  'technique-uses': readQuery({}, { paperId: z.string(), methodId: z.string() }),
  'technique-variants': readQuery({}, { below: z.string(), above: z.string() }),
  techniques: readQuery({}, { id: z.string(), name: z.string(), nameZh: z.string().nullable() }),
} as const;
