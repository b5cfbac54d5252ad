// entity: what a technique, model, benchmark, data set or field is, what it belongs to, and which papers say what of it.
import { z } from 'zod';
import { PAPER_EDGE_TYPES } from '../../shared/ontology.ts';
import { findId, getThing, typeOf } from '../find-thing.ts';
import { readRows } from '../graph.ts';
import {
  evidenceSchema,
  limitSchema,
  MAX_LIST,
  nameSchema,
  paperRow,
  refSchema,
  relationRow,
  toEvidence,
  truncatedSchema,
} from '../shapes.ts';
import { defineTool } from '../tool.ts';

const MAX_ALIASES = 30;

export const entityTool = defineTool({
  name: 'entity',
  title: 'One technique, model, benchmark, data set or field',
  description:
    'Names, family and dates of a thing, in how many papers it stands in each role, and its papers with the sentences. Takes an id or a name.',
  input: z.strictObject({
    id: refSchema.describe('an id such as method:grpo or model:qwen2.5-vl-7b, or a name'),
    roles: z.array(z.enum(PAPER_EDGE_TYPES)).max(PAPER_EDGE_TYPES.length).default([]).describe('only papers in these roles; empty for all'),
    limit: limitSchema(20),
  }),
  output: z.object({
    entity: nameSchema.extend({
      type: z.string(),
      nameZh: z.string().nullable(),
      aliases: z.array(z.string()),
      firstSeen: z.string(),
      lastSeen: z.string(),
      papers: z.number(),
    }),
    above: z.array(nameSchema.extend({ how: z.string() })).describe('what it is a variant, member or part of, or derived from'),
    below: z.array(nameSchema.extend({ how: z.string() })),
    roles: z.array(z.object({ role: z.string(), papers: z.number() })),
    evidence: z.array(evidenceSchema),
    truncated: truncatedSchema,
  }),
  async run({ id: given, roles, limit }, { graph }) {
    const id = await findId(graph, given);
    const thing = await getThing(graph, id);
    const relatives = await readRows(
      graph,
      'thing-relatives',
      { id, limit: MAX_LIST },
      { side: z.enum(['above', 'below']), how: z.string(), id: z.string(), name: z.string() },
    );
    const counts = await readRows(graph, 'thing-roles', { id }, { role: z.string(), papers: z.number() });
    const rows = await readRows(graph, 'thing-papers', { id, roles, limit: limit + 1 }, { ...paperRow, ...relationRow });
    const side = (which: string) =>
      relatives.filter((row) => row.side === which).map(({ id: other, name, how }) => ({ id: other, name, how }));
    return {
      entity: {
        id,
        type: typeOf(thing.labels),
        name: thing.name,
        nameZh: thing.nameZh,
        aliases: (thing.aliases ?? []).slice(0, MAX_ALIASES),
        firstSeen: thing.firstSeen ?? '',
        lastSeen: thing.lastSeen ?? '',
        papers: thing.papers,
      },
      above: side('above'),
      below: side('below'),
      roles: counts,
      evidence: rows.slice(0, limit).map(toEvidence),
      truncated: rows.length > limit || side('below').length >= MAX_LIST || (thing.aliases ?? []).length > MAX_ALIASES,
    };
  },
});
