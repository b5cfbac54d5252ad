// papers_sharing: the papers that several things have in common, and in which role each stands there.
import { z } from 'zod';
import { findId, getThing } from '../find-thing.ts';
import { MAX_ROWS, readRows } from '../graph.ts';
import {
  evidenceSchema,
  limitSchema,
  nameSchema,
  paperRow,
  paperSchema,
  refSchema,
  relationRow,
  toEvidence,
  truncatedSchema,
} from '../shapes.ts';
import { defineTool } from '../tool.ts';

export const papersSharingTool = defineTool({
  name: 'papers_sharing',
  title: 'Papers that share things',
  description:
    'Papers that have to do with every one of the given things (a base model, a technique, a benchmark ...), with a sentence for each.',
  input: z.strictObject({
    things: z.array(refSchema).min(1).max(5).describe('ids or names'),
    limit: limitSchema(20),
  }),
  output: z.object({
    things: z.array(nameSchema),
    papers: z.array(paperSchema.extend({ evidence: z.array(evidenceSchema.extend({ thing: z.string() })) })),
    truncated: truncatedSchema,
  }),
  async run({ things: given, limit }, { graph }) {
    const ids: string[] = [];
    for (const ref of given) {
      const id = await findId(graph, ref);
      if (!ids.includes(id)) ids.push(id);
    }
    const things: { id: string; name: string }[] = [];
    for (const id of ids) things.push({ id, name: (await getThing(graph, id)).name });
    const rows = await readRows(graph, 'papers-of-all', { ids, need: ids.length, limit: limit + 1 }, paperRow);
    const papers = rows.slice(0, limit);
    const edges = await readRows(
      graph,
      'edges-between',
      { papers: papers.map(({ paper }) => paper), ids, limit: MAX_ROWS },
      { ...relationRow, paper: z.string(), id: z.string(), name: z.string() },
    );
    return {
      things,
      papers: papers.map((paper) => ({
        ...paper,
        evidence: edges
          .filter((edge) => edge.paper === paper.paper)
          .map((edge) => ({ ...toEvidence({ ...paper, ...edge }), thing: edge.id })),
      })),
      truncated: rows.length > limit,
    };
  },
});
