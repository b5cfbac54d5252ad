// Queries that a patch is written with (src/store/apply.ts).
import { z } from 'zod';
import { PAPER_EDGE_TYPES } from '../../shared/ontology.ts';
import { idsSchema, propertiesSchema, readQuery, writeQuery } from './define.ts';

export const HIERARCHY_EDGE_TYPES = ['VARIANT_OF', 'MEMBER_OF', 'PART_OF'] as const;
export const RESULT_LINK_TYPES = ['ON', 'OF'] as const;

/** The order of a row of `add-paper-edges`; test/queries compares it with the file. */
export const PAPER_EDGE_COLUMNS = [
  'paperId', 'entityId', 'id', 'role', 'confidence', 'rule', 'quote', 'start', 'end', 'section', 'sentence', 'sentenceStart',
  'markStart', 'markEnd', 'source', 'firstSeen', 'lastSeen', 'name', 'surfaces', 'more',
] as const;

const entityRow = z.strictObject({
  id: z.string(),
  labels: z.array(z.string()),
  name: z.string(),
  nameZh: z.string().nullable(),
  aliases: z.array(z.string()),
  firstSeen: z.string(),
  lastSeen: z.string(),
  searchKey: z.string(),
  searchKeys: z.array(z.string()),
});

export const APPLY_QUERIES = {
  'upsert-papers': writeQuery({ rows: z.array(z.strictObject({ id: z.string(), properties: propertiesSchema })) }, {}),
  'lock-papers': writeQuery({ ids: idsSchema }, {}),
  'lock-entities': writeQuery({ ids: idsSchema }, {}),
  'upsert-entities': writeQuery({ rows: z.array(entityRow) }, {}),
  'entities-stored': readQuery(
    { ids: idsSchema },
    {
      id: z.string(),
      labels: z.array(z.string()),
      name: z.string(),
      nameZh: z.string().nullable(),
      aliases: z.array(z.string()),
      firstSeen: z.string(),
      lastSeen: z.string(),
    },
  ),
  'paper-edges-stored': readQuery({ ids: idsSchema }, { paperId: z.string(), type: z.string(), entityId: z.string(), properties: propertiesSchema }),
  'paper-results-stored': readQuery({ ids: idsSchema }, { paperId: z.string(), resultId: z.string(), properties: propertiesSchema }),
  'result-links-stored': readQuery({ ids: idsSchema }, { resultId: z.string(), type: z.string(), entityId: z.string() }),
  'paper-derived-stored': readQuery({ ids: idsSchema }, { paperId: z.string(), from: z.string(), to: z.string() }),
  'upsert-paper-edges': writeQuery(
    { type: z.enum(PAPER_EDGE_TYPES), rows: z.array(z.strictObject({ paperId: z.string(), entityId: z.string(), properties: propertiesSchema })) },
    {},
    { param: 'type', values: PAPER_EDGE_TYPES },
  ),
  'add-paper-edges': writeQuery(
    { type: z.enum(PAPER_EDGE_TYPES), rows: z.array(z.array(z.unknown()).length(PAPER_EDGE_COLUMNS.length)) },
    {},
    { param: 'type', values: PAPER_EDGE_TYPES },
  ),
  'remove-paper-edges': writeQuery({ rows: z.array(z.strictObject({ paperId: z.string(), type: z.string(), entityId: z.string() })) }, {}),
  'upsert-results': writeQuery({ rows: z.array(z.strictObject({ id: z.string(), paperId: z.string(), properties: propertiesSchema })) }, {}),
  'remove-results': writeQuery({ ids: idsSchema }, {}),
  'link-results': writeQuery(
    { type: z.enum(RESULT_LINK_TYPES), rows: z.array(z.strictObject({ resultId: z.string(), entityId: z.string() })) },
    {},
    { param: 'type', values: RESULT_LINK_TYPES },
  ),
  'unlink-results': writeQuery({ rows: z.array(z.strictObject({ resultId: z.string(), type: z.string(), entityId: z.string() })) }, {}),
  'upsert-hierarchy-edges': writeQuery(
    { type: z.enum(HIERARCHY_EDGE_TYPES), rows: z.array(z.strictObject({ from: z.string(), to: z.string() })) },
    {},
    { param: 'type', values: HIERARCHY_EDGE_TYPES },
  ),
  'upsert-derived-edges': writeQuery({ rows: z.array(z.strictObject({ from: z.string(), to: z.string(), paperId: z.string() })) }, {}),
  'remove-derived-edges': writeQuery({ rows: z.array(z.strictObject({ from: z.string(), to: z.string(), paperId: z.string() })) }, {}),
  'remove-papers': writeQuery({ ids: idsSchema }, {}),
  'entities-support': readQuery(
    { ids: idsSchema },
    { id: z.string(), roles: z.array(z.string()), name: z.string().nullable(), firstSeen: z.string().nullable(), lastSeen: z.string().nullable() },
  ),
  'entities-surfaces': readQuery({ ids: idsSchema }, { id: z.string(), surfaces: z.array(z.string()) }),
  'recompute-entities': writeQuery({ rows: z.array(entityRow.omit({ searchKeys: true })) }, {}),
  'remove-orphans': writeQuery({ ids: idsSchema }, { id: z.string(), parents: z.array(z.string()) }),
} as const;
