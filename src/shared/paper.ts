// A paper as ingest hands it on, and what extraction finds in it.
import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { MENTION_TYPES } from './ontology.ts';

export const paperTextSchema = z.object({
  /** arXiv id without version ("2602.10575"), else a stable hash. Never has the `paper:` prefix. */
  id: z.string().min(1),
  title: z.string(),
  /** Date of the digest, YYYY-MM-DD, or empty when the digest states none. */
  date: z.string(),
  publishedAt: z.string().optional(),
  url: z.string(),
  lang: z.enum(['zh', 'en']),
  /** The paper's own text. All offsets of all evidence point into it. */
  text: z.string(),
  /** Hints that stand outside the text: keywords of the digest, arXiv categories. */
  keywords: z.array(z.string()).optional(),
  categories: z.array(z.string()).optional(),
});
export type PaperText = z.infer<typeof paperTextSchema>;

export const mentionSchema = z.object({
  type: z.enum(MENTION_TYPES),
  role: z.string(),
  name: z.string(),
  /** Every surface form of it in this text, first occurrence first. */
  aliases: z.array(z.string()),
  /** `method:grpo`: equal ids mean the same thing. */
  id: z.string(),
  confidence: z.number().min(0).max(1),
  rule: z.string(),
  evidence: evidenceSchema,
});
export type Mention = z.infer<typeof mentionSchema>;

export const resultSchema = z.object({
  subject: z.string(),
  subjectId: z.string().nullable(),
  benchmark: z.string(),
  benchmarkId: z.string().nullable(),
  metric: z.string(),
  /** As written: "84.6%", "3.1 points". */
  value: z.string(),
  number: z.number().nullable(),
  unit: z.string().nullable(),
  kind: z.enum(['absolute', 'improvement']),
  evidence: evidenceSchema,
});
export type Result = z.infer<typeof resultSchema>;

export const extractionSchema = z.object({ mentions: z.array(mentionSchema), results: z.array(resultSchema) });
export type Extraction = z.infer<typeof extractionSchema>;
