// Shapes and caps that the tools share. Every claim about a paper carries the sentence that makes it.
import { z } from 'zod';

export const MAX_LIST = 50;
const MAX_SENTENCE = 600;

export const limitSchema = (fallback: number) =>
  z.number().int().min(1).max(MAX_LIST).default(fallback).describe(`most items to answer, at most ${MAX_LIST}`);
export const refSchema = z.string().trim().min(1).max(200);

export const paperSchema = z.object({
  paper: z.string().describe('id, e.g. paper:2602.10575'),
  title: z.string(),
  date: z.string(),
  url: z.string(),
});
export const evidenceSchema = z.object({
  paper: z.string(),
  title: z.string(),
  url: z.string(),
  role: z.string().describe('edge type, e.g. USES or BUILDS_ON; empty for a reported number'),
  sentence: z.string().describe('the sentence of the digest that says so'),
  quote: z.string().describe('the name as it stands in the sentence'),
  confidence: z.number().min(0).max(1),
});
export type Evidence = z.output<typeof evidenceSchema>;
export const nameSchema = z.object({ id: z.string(), name: z.string() });
export const truncatedSchema = z.boolean().describe('true when there is more than is answered');

/** Row columns of a relation, as the files under cypher/mcp name them. */
export const relationRow = {
  role: z.string(),
  sentence: z.string().nullable(),
  quote: z.string().nullable(),
  confidence: z.number().nullable(),
};
export const paperRow = { paper: z.string(), title: z.string(), date: z.string(), url: z.string() };

export function clip(text: string | null, max = MAX_SENTENCE): string {
  if (text === null) return '';
  return text.length > max ? `${text.slice(0, max).trimEnd()}…` : text;
}

export function toEvidence(row: {
  readonly paper: string;
  readonly title: string;
  readonly url: string;
  readonly role?: string;
  readonly sentence: string | null;
  readonly quote?: string | null;
  readonly confidence?: number | null;
}): Evidence {
  const { paper, title, url, role = '', sentence, quote = null, confidence } = row;
  return { paper, title, url, role, sentence: clip(sentence), quote: clip(quote, 200), confidence: confidence ?? 1 };
}
