// POST /api/ingest?name=&key=&format=&dryRun=&job=: the bytes of one source. What an ingest did, or would do; CLI `ingest --json` says the same.
import { z } from 'zod';
import { diagnosticSchema } from '../diagnostics.ts';
import { INPUT_FORMATS } from '../input-formats.ts';

export const ingestQuerySchema = z.object({
  /** As people will see it. */
  name: z.string().min(1).max(255),
  /** What makes it the same source next time; never opened as a path. */
  key: z.string().min(1).max(4_096).optional(),
  format: z.enum(INPUT_FORMATS).optional(),
  /** Only say what would change. */
  dryRun: z.stringbool().default(false),
  /** Answer at once with a job, whose events tell the rest. */
  job: z.stringbool().default(false),
});

export const ingestReportSchema = z.object({
  papers: z.object({ added: z.number().int(), changed: z.number().int(), unchanged: z.number().int(), failed: z.number().int() }),
  nodes: z.object({ added: z.number().int(), removed: z.number().int() }),
  edges: z.object({ added: z.number().int(), changed: z.number().int(), removed: z.number().int() }),
  diagnostics: z.array(diagnosticSchema),
  ms: z.number(),
});
export type IngestReport = z.infer<typeof ingestReportSchema>;

export const edgeChangeSchema = z.object({
  change: z.enum(['added', 'changed', 'removed']),
  type: z.string(),
  from: z.string(),
  to: z.string(),
});

/** Answer of a dry run. */
export const ingestPreviewSchema = z.object({ report: ingestReportSchema, edges: z.array(edgeChangeSchema) });
export type IngestPreview = z.infer<typeof ingestPreviewSchema>;
