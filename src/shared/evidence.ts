// Where in a paper's own text a claim stands.
import { z } from 'zod';

/** Offsets are UTF-16 code units, half-open, into the paper's text: `text.slice(start, end) === quote`. */
export const evidenceSchema = z.object({
  /** The words that support type and role: the clause with the name and its cue, at most about 160 characters. */
  quote: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** The heading the words stand under, as written, or an empty string. */
  section: z.string(),
  /** The whole sentence around the quote, and where it starts in the paper's text. */
  sentence: z.string(),
  sentenceStart: z.number().int().nonnegative(),
  /** The name itself, inside the quote. */
  markStart: z.number().int().nonnegative(),
  markEnd: z.number().int().nonnegative(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Evidence as a reader of the graph sees it: with the digest it comes from. */
export const sourcedEvidenceSchema = evidenceSchema.extend({
  /** Name of the digest file, as shown to people. */
  source: z.string(),
  /** Date of the digest, YYYY-MM-DD, or an empty string. */
  date: z.string(),
  confidence: z.number(),
  rule: z.string(),
});
export type SourcedEvidence = z.infer<typeof sourcedEvidenceSchema>;
