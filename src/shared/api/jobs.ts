// GET /api/jobs/:id, POST /api/jobs/:id/cancel, and GET /api/jobs/:id/events (server-sent events `progress`, `done`, `cancelled`, `failed`;
// each carries the job as JSON).
import { z } from 'zod';
import { errorBodySchema } from './common.ts';
import { ingestReportSchema } from './ingest.ts';

export const jobSchema = z.object({
  id: z.string(),
  kind: z.enum(['ingest', 'rebuild']),
  /** `cancelled`: it was asked to stop before its end; `report` says what it had done by then, which stays. */
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Papers so far, and of how many when that is known. */
  progress: z.object({ stage: z.enum(['read', 'write']), done: z.number().int(), total: z.number().int().nullable() }).nullable(),
  /** What an ingest did; null until it has ended, and for other kinds. */
  report: ingestReportSchema.nullable(),
  /** Papers that were written again; null until a rebuild is done. */
  rebuilt: z.number().int().nullable(),
  error: errorBodySchema.shape.error.nullable(),
});
export type Job = z.infer<typeof jobSchema>;
export const jobResponseSchema = z.object({ job: jobSchema });
export type JobResponse = z.infer<typeof jobResponseSchema>;
