// POST /api/ask: a question in words, in Chinese or English, answered by a question of the gallery whose Cypher is shown.
import { z } from 'zod';
import { MAX_QUESTION } from '../ask/match-question.ts';
import { cypherResponseSchema } from './cypher.ts';

export const askRequestSchema = z.object({
  question: z.string().trim().min(1).max(MAX_QUESTION),
  limit: z.number().int().min(1).max(1_000).default(200),
});
export type AskRequest = z.infer<typeof askRequestSchema>;

const words = z.object({ en: z.string(), zh: z.string() });
const namedSchema = z.object({
  /** What was typed. */
  text: z.string(),
  id: z.string(),
  name: z.string(),
  nameZh: z.string().nullable(),
  papers: z.number(),
});
export type NamedThing = z.infer<typeof namedSchema>;

export const askResponseSchema = z.object({
  question: z.string(),
  understood: z.boolean(),
  /** What the question was taken for, or why it was not understood. */
  message: words,
  /** Null when the question was not understood. */
  reading: z
    .object({
      shape: z.string(),
      /** Name of the file under cypher/gallery. */
      gallery: z.string(),
      title: words,
      things: z.array(namedSchema),
      query: z.string(),
      params: z.record(z.string(), z.string()),
    })
    .nullable(),
  answer: cypherResponseSchema.nullable(),
  /** Things whose names are like one that was not found, and questions like one that was not understood. */
  near: z.object({ things: z.array(namedSchema), questions: z.array(words) }),
});
export type AskResponse = z.infer<typeof askResponseSchema>;
