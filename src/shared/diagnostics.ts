// Bad data as a value: what was wrong, where, and what to do. Never thrown.
import { z } from 'zod';

export const diagnosticSchema = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  /** Rule id, `area/slug`: "ingest/not-utf8". Never reused for another meaning. */
  code: z.string(),
  source: z.string(),
  /** 1-based; absent when the finding is about the whole file. */
  line: z.number().int().positive().optional(),
  column: z.number().int().positive().optional(),
  message: z.string(),
  hint: z.string().optional(),
});
export type Diagnostic = z.infer<typeof diagnosticSchema>;

/** `digest.md:12:1: error ingest/no-title: ... (hint)`, the form editors and terminals understand. */
export function formatDiagnostic(d: Diagnostic): string {
  const place = [d.source, d.line, d.column].filter((part) => part !== undefined).join(':');
  return `${place}: ${d.severity} ${d.code}: ${d.message}${d.hint ? ` (${d.hint})` : ''}`;
}
