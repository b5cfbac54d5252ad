// Queries of the store's own upkeep: statistics, schema version, how far a ledger was applied, clearing.
import { z } from 'zod';
import { ENTITY_LABEL } from '../../shared/ontology.ts';
import { idsSchema, propertiesSchema, readQuery, writeQuery } from './define.ts';

/** Every node of ours has exactly one of these, and its id is unique under it. */
export const NODE_KINDS = ['Paper', ENTITY_LABEL, 'Result'] as const;
const label = { label: z.enum(NODE_KINDS) };
const kept = { changes: z.number().int(), json: z.string().nullable() };
const byLabel = { param: 'label', values: NODE_KINDS } as const;

export const UPKEEP_QUERIES = {
  'node-ids-page': readQuery({ ...label, after: z.string(), limit: z.number().int() }, { id: z.string() }, byLabel),
  'nodes-by-ids': readQuery(
    { ...label, ids: idsSchema },
    { id: z.string(), labels: z.array(z.string()), properties: propertiesSchema },
    byLabel,
  ),
  'edges-from-ids': readQuery(
    { ...label, ids: idsSchema },
    { from: z.string(), type: z.string(), to: z.string().nullable(), properties: propertiesSchema },
    byLabel,
  ),
  'remove-nodes': writeQuery({ ...label, limit: z.number().int() }, { removed: z.number().int() }, byLabel),
  'ids-by-element': readQuery({ ids: idsSchema }, { elementId: z.string(), id: z.union([z.string(), z.number()]).nullable() }),
  'stats-kept': readQuery({}, kept),
  'lock-stats': writeQuery({}, kept),
  'keep-stats': writeQuery({ json: z.string() }, {}),
  'forget-stats': writeQuery({}, {}),
  'schema-version': readQuery({}, { version: z.number().int() }),
  'set-schema-version': writeQuery({ version: z.number().int() }, {}),
  'ledger-seq': readQuery({ id: z.string() }, { seq: z.number() }),
  'set-ledger-seq': writeQuery({ id: z.string(), seq: z.number() }, {}),
  'remove-ledger-seqs': writeQuery({}, {}),
} as const;
