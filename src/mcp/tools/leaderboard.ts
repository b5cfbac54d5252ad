// leaderboard: the numbers that papers report on a benchmark, as they are written, with the sentences.
import { z } from 'zod';
import { LABEL_OF } from '../../shared/ontology.ts';
import { findId, getThing } from '../find-thing.ts';
import { readRows } from '../graph.ts';
import { evidenceSchema, limitSchema, nameSchema, paperRow, refSchema, toEvidence, truncatedSchema } from '../shapes.ts';
import { defineTool } from '../tool.ts';

export const leaderboardTool = defineTool({
  name: 'leaderboard',
  title: 'Numbers reported on a benchmark',
  description:
    'Every number that papers report on a benchmark, highest first within each metric; "improvement" rows are gains, not scores. Takes an id or a name.',
  input: z.strictObject({ benchmark: refSchema.describe('an id such as benchmark:aime-2024, or a name'), limit: limitSchema(30) }),
  output: z.object({
    benchmark: nameSchema,
    results: z.array(
      z.object({
        subject: z.string(),
        subjectId: z.string().nullable(),
        metric: z.string(),
        value: z.string(),
        number: z.number().nullable(),
        unit: z.string().nullable(),
        kind: z.string(),
        evidence: evidenceSchema,
      }),
    ),
    truncated: truncatedSchema,
  }),
  async run({ benchmark, limit }, { graph }) {
    const id = await findId(graph, benchmark, [LABEL_OF.benchmark, LABEL_OF.dataset]);
    const { name } = await getThing(graph, id);
    const text = z.string().nullable();
    const rows = await readRows(
      graph,
      'board-results',
      { id, limit: limit + 1 },
      {
        ...paperRow,
        kind: text,
        metric: text,
        subject: text,
        subjectId: text,
        value: text,
        number: z.number().nullable(),
        unit: text,
        sentence: text,
        quote: text,
      },
    );
    return {
      benchmark: { id, name },
      results: rows.slice(0, limit).map((row) => ({
        subject: row.subject ?? '',
        subjectId: row.subjectId,
        metric: row.metric ?? '',
        value: row.value ?? '',
        number: row.number,
        unit: row.unit,
        kind: row.kind ?? 'absolute',
        evidence: toEvidence(row),
      })),
      truncated: rows.length > limit,
    };
  },
});
