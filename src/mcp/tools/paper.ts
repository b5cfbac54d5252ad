// paper: everything one paper says, relation by relation.
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { findId } from '../find-thing.ts';
import { readRows } from '../graph.ts';
import { clip, evidenceSchema, nameSchema, paperRow, paperSchema, refSchema, relationRow, toEvidence, truncatedSchema } from '../shapes.ts';
import { defineTool } from '../tool.ts';

const MAX_RELATIONS = 150;
const MAX_RESULTS = 80;

export const paperTool = defineTool({
  name: 'paper',
  title: 'One paper',
  description:
    'What one paper proposes, uses, builds on, compares with and is measured on, and the numbers it reports, each with its sentence. Takes an arXiv id.',
  input: z.strictObject({ id: refSchema.describe('arXiv id, e.g. 2602.10575 or paper:2602.10575') }),
  output: z.object({
    paper: paperSchema.extend({ lang: z.string() }),
    relations: z.array(nameSchema.extend({ evidence: evidenceSchema })),
    results: z.array(
      z.object({
        subject: z.string(),
        benchmark: z.string(),
        metric: z.string(),
        value: z.string(),
        kind: z.string(),
        sentence: z.string(),
      }),
    ),
    truncated: truncatedSchema,
  }),
  async run({ id: given }, { graph }) {
    const id = await findId(graph, given);
    const [paper] = await readRows(graph, 'paper-facts', { id }, { ...paperRow, lang: z.string() });
    if (!paper) throw new AppError('not_found', id);
    const row = { ...relationRow, id: z.string(), name: z.string() };
    const relations = await readRows(graph, 'paper-relations', { id, limit: MAX_RELATIONS + 1 }, row);
    const text = z.string().nullable();
    const results = await readRows(
      graph,
      'paper-results',
      { id, limit: MAX_RESULTS + 1 },
      { subject: text, benchmark: text, metric: text, value: text, kind: text, sentence: text },
    );
    return {
      paper,
      relations: relations.slice(0, MAX_RELATIONS).map((relation) => ({
        id: relation.id,
        name: relation.name,
        evidence: toEvidence({ ...paper, ...relation }),
      })),
      results: results.slice(0, MAX_RESULTS).map(({ subject, benchmark, metric, value, kind, sentence }) => ({
        subject: subject ?? '',
        benchmark: benchmark ?? '',
        metric: metric ?? '',
        value: value ?? '',
        kind: kind ?? '',
        sentence: clip(sentence),
      })),
      truncated: relations.length > MAX_RELATIONS || results.length > MAX_RESULTS,
    };
  },
});
