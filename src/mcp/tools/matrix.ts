// matrix: things of one kind against things of another, by the papers that bring them together.
import { z } from 'zod';
import { LABEL_OF, MENTION_TYPES, type MentionType, type PaperEdgeType } from '../../shared/ontology.ts';
import { MAX_ROWS, readRows } from '../graph.ts';
import { evidenceSchema, limitSchema, nameSchema, toEvidence, truncatedSchema } from '../shapes.ts';
import { defineTool } from '../tool.ts';

/** In which roles a paper speaks for a thing of each kind: what it proposes or uses, not what it beats. */
const ROLES: Readonly<Record<MentionType, readonly PaperEdgeType[]>> = {
  field: ['IN_FIELD'],
  method: ['PROPOSES', 'USES'],
  model: ['PROPOSES', 'BUILDS_ON'],
  benchmark: ['EVALUATES_ON'],
  dataset: ['TRAINS_ON'],
};

export const matrixTool = defineTool({
  name: 'matrix',
  title: 'Technique x benchmark and the like',
  description:
    'Which things of one kind meet which of another in how many papers, e.g. method x benchmark: rows and columns with most papers first, each cell with one sentence. A pair that is not listed was not seen together.',
  input: z.strictObject({
    rows: z.enum(MENTION_TYPES).default('method'),
    columns: z.enum(MENTION_TYPES).default('benchmark'),
    limit: limitSchema(20).describe('most rows and most columns, at most 50'),
  }),
  output: z.object({
    rows: z.array(nameSchema.extend({ papers: z.number() })),
    columns: z.array(nameSchema.extend({ papers: z.number() })),
    cells: z.array(z.object({ row: z.string(), column: z.string(), papers: z.number(), evidence: evidenceSchema })),
    truncated: truncatedSchema,
  }),
  async run({ rows: rowType, columns: columnType, limit }, { graph }) {
    const text = z.string();
    const found = await readRows(
      graph,
      'matrix-cells',
      {
        rowLabel: LABEL_OF[rowType],
        rowRoles: [...ROLES[rowType]],
        columnLabel: LABEL_OF[columnType],
        columnRoles: [...ROLES[columnType]],
        limit: MAX_ROWS,
      },
      {
        rowId: text,
        rowName: text,
        columnId: text,
        columnName: text,
        papers: z.number(),
        paper: text,
        title: text,
        url: text,
        sentence: text.nullable(),
      },
    );
    const rows = top(
      found.map(({ rowId: id, rowName: name, papers }) => ({ id, name, papers })),
      limit,
    );
    const columns = top(
      found.map(({ columnId: id, columnName: name, papers }) => ({ id, name, papers })),
      limit,
    );
    const cells = found.filter(({ rowId, columnId }) => rows.some(({ id }) => id === rowId) && columns.some(({ id }) => id === columnId));
    return {
      rows,
      columns,
      cells: cells.map((cell) => ({
        row: cell.rowId,
        column: cell.columnId,
        papers: cell.papers,
        evidence: toEvidence({ ...cell, role: ROLES[columnType][0] ?? '' }),
      })),
      truncated: cells.length < found.length || found.length >= MAX_ROWS,
    };
  },
});

interface Counted {
  readonly id: string;
  readonly name: string;
  readonly papers: number;
}

/** Things by the papers of their cells: a paper in two cells counts twice here, which only orders them. */
function top(cells: readonly Counted[], limit: number): Counted[] {
  const sums = new Map<string, Counted>();
  for (const { id, name, papers } of cells) sums.set(id, { id, name, papers: (sums.get(id)?.papers ?? 0) + papers });
  return [...sums.values()].sort((a, b) => b.papers - a.papers || (a.id < b.id ? -1 : 1)).slice(0, limit);
}
