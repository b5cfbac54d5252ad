// What the queries of cypher/ask answer: a thing or paper with its name.
import { z } from 'zod';

export const thingRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  nameZh: z.string().nullable().default(null),
  labels: z.array(z.string()).default([]),
  papers: z.number().default(1),
  /** 0 for a whole name, more for a part of one. */
  rank: z.number().default(0),
});
export type ThingRow = z.output<typeof thingRowSchema>;
