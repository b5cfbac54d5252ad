// Queries behind the matrix and the timeline.
import { z } from 'zod';
import { idsSchema, readQuery } from './define.ts';

/** Labels a row or a column may have. */
export const AXIS_LABELS = ['Field', 'Method', 'Model', 'Benchmark', 'Dataset'] as const;
const axis = { label: z.enum(AXIS_LABELS), roles: z.array(z.string()), from: z.string(), to: z.string() };
const byLabel = { param: 'label', values: AXIS_LABELS } as const;

export const VIEW_QUERIES = {
  'matrix-axis': readQuery(
    { ...axis, limit: z.number().int() },
    { id: z.string(), name: z.string(), nameZh: z.string().nullable(), labels: z.array(z.string()), papers: z.number().int() },
    byLabel,
  ),
  'matrix-axis-count': readQuery(axis, { total: z.number().int() }, byLabel),
  'matrix-cells': readQuery(
    {
      columns: idsSchema,
      columnRoles: z.array(z.string()),
      rows: idsSchema,
      rowRoles: z.array(z.string()),
      from: z.string(),
      to: z.string(),
    },
    { rowId: z.string(), columnId: z.string(), papers: z.number().int() },
  ),
  'entities-dates': readQuery(
    { ids: idsSchema, roles: z.array(z.string()) },
    { id: z.string(), date: z.string(), papers: z.number().int() },
  ),
  'papers-dates': readQuery({}, { date: z.string(), papers: z.number().int() }),
} as const;
