// Queries behind the API: lists of papers, one paper, one entity, one edge, what is around a node, search.
import { z } from 'zod';
import { ENTITY_LABEL } from '../../shared/ontology.ts';
import { idsSchema, propertiesSchema, readQuery } from './define.ts';

const count = { total: z.number().int() };
const paperRef = { id: z.string(), title: z.string(), date: z.string(), url: z.string(), lang: z.string() };
const nodeRef = { id: z.string(), name: z.string(), nameZh: z.string().nullable(), labels: z.array(z.string()) };
const dates = { from: z.string(), to: z.string() };
const paperFilter = { ...dates, word: z.string(), more: z.array(z.string()), inIds: z.boolean() };
const page = { afterDate: z.string(), afterId: z.string(), limit: z.number().int() };
const ofEntity = { entity: z.string(), roles: z.array(z.string()), ...dates, words: z.array(z.string()) };
const searchKey = { key: z.string().min(1), prefixes: z.array(z.string()), benchmarks: z.boolean(), datasets: z.boolean() };
const label = { label: z.enum(['Paper', ENTITY_LABEL]) };
const byLabel = { param: 'label', values: ['Paper', ENTITY_LABEL] } as const;

export const EXPLORE_QUERIES = {
  'papers-list': readQuery({ ...paperFilter, ...page }, paperRef),
  'papers-count': readQuery(paperFilter, count),
  'entity-papers-list': readQuery({ ...ofEntity, ...page }, paperRef),
  'entity-papers-count': readQuery(ofEntity, count),
  'paper-facts': readQuery({ id: z.string() }, { properties: propertiesSchema }),
  'paper-edges': readQuery({ id: z.string() }, { type: z.string(), properties: propertiesSchema, ...nodeRef }),
  'paper-results': readQuery(
    { id: z.string() },
    { id: z.string(), properties: propertiesSchema, benchmarkId: z.string().nullable(), subjectId: z.string().nullable() },
  ),
  'entity-facts': readQuery({ id: z.string() }, { properties: propertiesSchema, labels: z.array(z.string()), papers: z.number().int() }),
  'entity-parents': readQuery({ ids: idsSchema }, { below: z.string(), type: z.string(), ...nodeRef }),
  'entity-children': readQuery({ id: z.string(), limit: z.number().int() }, { type: z.string(), ...nodeRef }),
  'entity-role-counts': readQuery({ id: z.string() }, { role: z.string(), total: z.number().int() }),
  'entity-role-edges': readQuery(
    { id: z.string(), role: z.string(), limit: z.number().int() },
    { ...paperRef, properties: propertiesSchema },
  ),
  'neighbours-out': readQuery(
    { ...label, id: z.string(), limit: z.number().int() },
    { ...nodeRef, type: z.string(), confidence: z.number().nullable(), paperId: z.string().nullable() },
    byLabel,
  ),
  'neighbours-in-entities': readQuery(
    { id: z.string(), limit: z.number().int() },
    { ...nodeRef, type: z.string(), paperId: z.string().nullable() },
  ),
  'neighbours-in-papers': readQuery(
    { id: z.string(), roles: z.array(z.string()), after: z.string(), limit: z.number().int() },
    { id: z.string(), name: z.string(), labels: z.array(z.string()), type: z.string(), confidence: z.number() },
  ),
  'edge-facts': readQuery(
    { ...label, from: z.string(), to: z.string() },
    {
      fromName: z.string(),
      fromNameZh: z.string().nullable(),
      ...nodeRef,
      type: z.string(),
      paperId: z.string().nullable(),
      properties: propertiesSchema,
    },
    byLabel,
  ),
  'search-entities': readQuery(
    { ...searchKey, limit: z.number().int() },
    { ...nodeRef, aliases: z.array(z.string()), rank: z.number().int(), edges: z.number().int() },
  ),
  'entities-papers': readQuery({ ids: idsSchema }, { id: z.string(), papers: z.number().int() }),
  'search-entities-count': readQuery(searchKey, count),
} as const;
