// Queries that a patch is written with (src/store/apply/). Rows are lists in a fixed order where there are many of them:
// half the cost of maps on both stores. They come from our own code, so that their inside is not checked again row by row.
import { z } from 'zod';
import { PAPER_EDGE_TYPES } from '../../shared/ontology.ts';
import { idsSchema, propertiesSchema, readQuery, writeQuery } from './define.ts';

export const HIERARCHY_EDGE_TYPES = ['VARIANT_OF', 'MEMBER_OF', 'PART_OF'] as const;
export const RESULT_LINK_TYPES = ['ON', 'OF'] as const;
export const ENTITY_NODE_LABELS = ['Field', 'Method', 'Model', 'Benchmark', 'Dataset'] as const;

/** The order of rows; test/queries compares it with the files. */
export const PAPER_COLUMNS = ['id', 'title', 'date', 'publishedAt', 'url', 'lang', 'sources'] as const;
export const ENTITY_COLUMNS = ['id', 'name', 'nameZh', 'aliases', 'firstSeen', 'lastSeen', 'searchKey'] as const;
const EVIDENCE_COLUMNS = ['quote', 'start', 'end', 'section', 'sentence', 'sentenceStart', 'markStart', 'markEnd'] as const;
export const PAPER_EDGE_COLUMNS = [
  ...['paperId', 'entityId', 'id', 'role', 'confidence', 'rule'],
  ...EVIDENCE_COLUMNS,
  ...['source', 'firstSeen', 'lastSeen', 'name', 'surfaces', 'more'],
] as readonly string[];
export const RESULT_COLUMNS = [
  ...['paperId', 'id', 'subject', 'benchmark', 'metric', 'value', 'number', 'unit', 'kind'],
  ...EVIDENCE_COLUMNS,
  'source',
] as readonly string[];

export type ListRow = readonly unknown[];
const listRows = z.custom<readonly ListRow[]>(Array.isArray);
const changedRows = z.array(z.strictObject({ id: z.string(), properties: propertiesSchema }));
const storedPaper = { id: z.string(), properties: propertiesSchema };
const storedEntity = {
  id: z.string(),
  labels: z.array(z.string()),
  name: z.string(),
  nameZh: z.string().nullable(),
  // An empty list that came in by CSV is no property at all.
  aliases: z
    .array(z.string())
    .nullable()
    .transform((aliases) => aliases ?? []),
  firstSeen: z.string(),
  lastSeen: z.string(),
};
const ends = { paperId: z.string(), type: z.string(), entityId: z.string() };
const derived = { from: z.string(), to: z.string(), paperId: z.string() };
const type = { type: z.enum(PAPER_EDGE_TYPES) };
const byType = { param: 'type', values: PAPER_EDGE_TYPES } as const;

export const APPLY_QUERIES = {
  'papers-stored': readQuery({ ids: idsSchema }, storedPaper),
  'lock-papers': writeQuery({ ids: idsSchema }, storedPaper),
  'add-papers': writeQuery({ rows: listRows }, {}),
  'change-papers': writeQuery({ rows: changedRows }, {}),
  'remove-papers': writeQuery({ ids: idsSchema }, {}),
  'entities-stored': readQuery({ ids: idsSchema }, storedEntity),
  'lock-entities': writeQuery({ ids: idsSchema }, storedEntity),
  'add-entities': writeQuery({ label: z.enum(ENTITY_NODE_LABELS), rows: listRows }, {}, { param: 'label', values: ENTITY_NODE_LABELS }),
  'set-entities': writeQuery({ rows: listRows }, {}),
  'set-entity-dates': writeQuery({ rows: listRows }, {}),
  'relabel-entities': writeQuery({ rows: z.array(z.strictObject({ id: z.string(), labels: z.array(z.string()) })) }, {}),
  'entities-orphaned': readQuery({ ids: idsSchema }, { id: z.string() }),
  'remove-entities': writeQuery({ ids: idsSchema }, {}),
  'entities-support': readQuery(
    { ids: idsSchema },
    {
      id: z.string(),
      roles: z.array(z.string()),
      name: z.string().nullable(),
      firstSeen: z.string().nullable(),
      lastSeen: z.string().nullable(),
    },
  ),
  'entities-surfaces': readQuery({ ids: idsSchema }, { id: z.string(), surfaces: z.array(z.string()) }),
  'add-hierarchy-edges': writeQuery(
    { type: z.enum(HIERARCHY_EDGE_TYPES), rows: listRows },
    {},
    { param: 'type', values: HIERARCHY_EDGE_TYPES },
  ),
  'paper-edges-stored': readQuery({ ids: idsSchema }, { ...ends, properties: propertiesSchema }),
  'add-paper-edges': writeQuery({ ...type, rows: listRows }, {}, byType),
  'change-paper-edges': writeQuery(
    { ...type, rows: z.array(z.strictObject({ paperId: z.string(), entityId: z.string(), properties: propertiesSchema })) },
    {},
    byType,
  ),
  'remove-paper-edges': writeQuery({ rows: z.array(z.strictObject(ends)) }, {}),
  'paper-derived-stored': readQuery({ ids: idsSchema }, derived),
  'add-derived-edges': writeQuery({ rows: listRows }, {}),
  'remove-derived-edges': writeQuery({ rows: z.array(z.strictObject(derived)) }, {}),
  'paper-results-stored': readQuery({ ids: idsSchema }, { paperId: z.string(), resultId: z.string(), properties: propertiesSchema }),
  'add-results': writeQuery({ rows: listRows }, {}),
  'change-results': writeQuery({ rows: changedRows }, {}),
  'remove-results': writeQuery({ ids: idsSchema }, {}),
  'result-links-stored': readQuery({ ids: idsSchema }, { resultId: z.string(), type: z.string(), entityId: z.string() }),
  'link-results': writeQuery({ type: z.enum(RESULT_LINK_TYPES), rows: listRows }, {}, { param: 'type', values: RESULT_LINK_TYPES }),
  'unlink-results': writeQuery({ rows: z.array(z.strictObject({ resultId: z.string(), type: z.string(), entityId: z.string() })) }, {}),
} as const;
