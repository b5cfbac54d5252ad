// What an ingest did, or would do: CLI `ingest --json`, POST /api/ingest
import { z } from 'zod';
import { diagnosticSchema } from '../diagnostics.ts';

export const ingestReportSchema = z.object({
  papers: z.object({ added: z.number().int(), changed: z.number().int(), unchanged: z.number().int(), failed: z.number().int() }),
  nodes: z.object({ added: z.number().int(), removed: z.number().int() }),
  edges: z.object({ added: z.number().int(), changed: z.number().int(), removed: z.number().int() }),
  diagnostics: z.array(diagnosticSchema),
  ms: z.number(),
});
export type IngestReport = z.infer<typeof ingestReportSchema>;
