// For the owner of the data folder: GET /api/owner, DELETE /api/papers/:id, POST /api/rebuild, POST /api/compact.
import { z } from 'zod';

export const ownerResponseSchema = z.object({ pid: z.number().int() });

export const retractedSchema = z.object({
  nodesAdded: z.number().int(),
  nodesRemoved: z.number().int(),
  edgesAdded: z.number().int(),
  edgesChanged: z.number().int(),
  edgesRemoved: z.number().int(),
});

export const rebuiltSchema = z.object({
  papers: z.number().int(),
  /** How many of them an earlier, broken-off run had written already. */
  resumedAt: z.number().int(),
  /** The store's, and what the ledger alone gives: they differ when somebody else wrote to a shared store. */
  fingerprint: z.string(),
  ledgerFingerprint: z.string(),
});

const beforeAfterSchema = z.object({ before: z.number().int(), after: z.number().int() });
export const compactedSchema = z.object({ lines: beforeAfterSchema, bytes: beforeAfterSchema });
