// search: where an agent begins. Things by any of their names, papers by words of the title.
import { z } from 'zod';
import { foldCase } from '../../shared/fold.ts';
import { LABEL_OF, MENTION_TYPES } from '../../shared/ontology.ts';
import { findThings, typeOf } from '../find-thing.ts';
import { readRows } from '../graph.ts';
import { evidenceSchema, limitSchema, paperRow, paperSchema, refSchema, toEvidence, truncatedSchema } from '../shapes.ts';
import { defineTool } from '../tool.ts';

const MAX_ALIASES = 12;
const TYPES = [...MENTION_TYPES, 'paper'] as const;

export const searchTool = defineTool({
  name: 'search',
  title: 'Search papers, techniques, models, benchmarks, data sets, fields',
  description:
    'Finds things by any of their names (Chinese or English) and papers by words of the title or arXiv id. Start here to learn the ids that the other tools take.',
  input: z.strictObject({
    query: refSchema.describe('a name or words of a title'),
    types: z.array(z.enum(TYPES)).max(TYPES.length).default([]).describe('only these types; empty for all'),
    limit: limitSchema(10),
  }),
  output: z.object({
    things: z.array(
      z.object({
        id: z.string(),
        type: z.string(),
        name: z.string(),
        nameZh: z.string().nullable(),
        aliases: z.array(z.string()),
        papers: z.number().describe('how many papers speak of it'),
        evidence: z.array(evidenceSchema).describe('the surest sentence that speaks of it'),
      }),
    ),
    papers: z.array(paperSchema),
    truncated: truncatedSchema,
  }),
  async run({ query, types, limit }, { graph }) {
    const wanted = types.length === 0 ? TYPES : types;
    const labels = MENTION_TYPES.filter((type) => wanted.includes(type)).map((type) => LABEL_OF[type]);
    const things = labels.length === 0 ? [] : await findThings(graph, query, labels, limit + 1);
    const words = foldCase(query)
      .split(/\s+/)
      .filter((word) => word !== '');
    const papers = wanted.includes('paper') ? await readRows(graph, 'papers-found', { words, limit: limit + 1 }, paperRow) : [];
    return {
      things: things.slice(0, limit).map((thing) => ({
        id: thing.id,
        type: typeOf(thing.labels),
        name: thing.name,
        nameZh: thing.nameZh,
        aliases: (thing.aliases ?? []).slice(0, MAX_ALIASES),
        papers: thing.papers,
        evidence:
          thing.paper !== null && thing.title !== null && thing.url !== null
            ? [toEvidence({ ...thing, paper: thing.paper, title: thing.title, url: thing.url, role: thing.role ?? '' })]
            : [],
      })),
      papers: papers.slice(0, limit),
      truncated: things.length > limit || papers.length > limit,
    };
  },
});
