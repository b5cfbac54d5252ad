// Queries behind the API: lists of papers, one paper, one entity, one edge, what is around a node, search.
import { z } from 'zod';
import { ENTITY_LABEL } from '../../shared/ontology.ts';
import { idsSchema, propertiesSchema, readQuery } from './define.ts';

const count = { total: z.number().int() };
const paperRef = { id: z.string(), title: z.string(), date: z.string(), url: z.string(), lang: z.string() };
const nodeRef = { id: z.string(), name: z.string(), nameZh: z.string().nullable(), labels: z.array(z.string()) };
const paperFilter = { from: z.string(), to: z.string(), words: z.array(z.string()) };
const paperPage = { ...paperFilter, afterDate: z.string(), afterId: z.string(), limit: z.number().int() };
const ofEntity = { entity: z.string(), types: z.array(z.string()) };
const searchKey = { key: z.string().min(1), prefixes: z.array(z.string()), benchmarks: z.boolean(), datasets: z.boolean() };
const label = { label: z.enum(['Paper', ENTITY_LABEL]) };
const byLabel = { param: 'label', values: ['Paper', ENTITY_LABEL] } as const;
const neighbour = { key: z.string(), ...nodeRef, type: z.string(), confidence: z.number().nullable(), paperId: z.string().nullable() };
const neighbourPage = { ...label, id: z.string(), types: z.array(z.string()), after: z.string(), limit: z.number().int() };

export const EXPLORE_QUERIES = {
  'papers-list': readQuery(paperPage, paperRef),
  'papers-count': readQuery(paperFilter, count),
  'entity-papers-list': readQuery({ ...ofEntity, ...paperPage }, paperRef),
  'entity-papers-count': readQuery({ ...ofEntity, ...paperFilter }, count),
  'paper-facts': readQuery({ id: z.string() }, { properties: propertiesSchema }),
  'paper-edges': readQuery({ id: z.string() }, { type: z.string(), properties: propertiesSchema, ...nodeRef }),
  'paper-results': readQuery(
    { id: z.string() },
    { id: z.string(), properties: propertiesSchema, benchmarkId: z.string().nullable(), subjectId: z.string().nullable() },
  ),
  'entity-facts': readQuery({ id: z.string() }, { properties: propertiesSchema, labels: z.array(z.string()), papers: z.number().int() }),
  'entity-parents': readQuery({ ids: idsSchema }, { below: z.string(), type: z.string(), ...nodeRef }),
  'entity-children': readQuery({ id: z.string(), limit: z.number().int() }, { type: z.string(), ...nodeRef }),
  'entity-role-counts': readQuery({ id: z.string() }, { type: z.string(), role: z.string(), total: z.number().int() }),
  'entity-role-edges': readQuery(
    { id: z.string(), type: z.string(), role: z.string(), limit: z.number().int() },
    { ...paperRef, properties: propertiesSchema },
  ),
  'neighbours-out-counts': readQuery({ ...label, id: z.string() }, { type: z.string(), total: z.number().int() }, byLabel),
  'neighbours-in-counts': readQuery({ ...label, id: z.string() }, { type: z.string(), total: z.number().int() }, byLabel),
  'neighbours-out': readQuery(neighbourPage, neighbour, byLabel),
  'neighbours-in': readQuery(neighbourPage, neighbour, byLabel),
  'edge-facts': readQuery(
    { ...label, from: z.string(), type: z.string(), to: z.string() },
    { fromName: z.string(), fromNameZh: z.string().nullable(), ...nodeRef, properties: propertiesSchema },
    byLabel,
  ),
  'search-entities': readQuery(
    { ...searchKey, limit: z.number().int() },
    { ...nodeRef, aliases: z.array(z.string()), papers: z.number().int(), rank: z.number().int() },
  ),
  'search-entities-count': readQuery(searchKey, count),
} as const;
