// The graph behind a running server: the same answers and the same failures as when the folder is opened here.
import { basename } from 'node:path';
import { z } from 'zod';
import type { Compacted } from '../ledger/open-ledger.ts';
import type { EdgeChange } from '../pipeline/diff.ts';
import type { Filled } from '../pipeline/fill-store.ts';
import type { SourceInput } from '../pipeline/list-sources.ts';
import { errorBodySchema, MAX_LIMIT } from '../shared/api/common.ts';
import { type CypherRequest, type CypherResponse, cypherResponseSchema } from '../shared/api/cypher.ts';
import { type Stats, statsSchema } from '../shared/api/health.ts';
import { type IngestReport, ingestPreviewSchema, ingestReportSchema } from '../shared/api/ingest.ts';
import {
  type Decided,
  type Decision,
  decidedSchema,
  type Override,
  type OverridesResponse,
  overridesResponseSchema,
} from '../shared/api/overrides.ts';
import type { Diagnostic } from '../shared/diagnostics.ts';
import { AppError, ERRORS, type ErrorCode } from '../shared/errors.ts';
import type { ApplyCounts } from '../store/graph-store.ts';
import type { GraphAccess, GraphJob } from './graph-access.ts';

const countsSchema = z.object({
  nodesAdded: z.number(),
  nodesRemoved: z.number(),
  edgesAdded: z.number(),
  edgesChanged: z.number(),
  edgesRemoved: z.number(),
});

const filledSchema = z.object({ papers: z.number(), resumedAt: z.number(), fingerprint: z.string(), ledgerFingerprint: z.string() });
const beforeAfterSchema = z.object({ before: z.number(), after: z.number() });
const compactedSchema = z.object({ lines: beforeAfterSchema, bytes: beforeAfterSchema });

export class RemoteGraph implements GraphAccess {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  async query(request: CypherRequest): Promise<CypherResponse> {
    return cypherResponseSchema.parse(await this.#send('POST', '/api/cypher', { json: request }));
  }

  async stats(): Promise<Stats> {
    return statsSchema.parse(await this.#send('GET', '/api/stats'));
  }

  async ingest(sources: readonly SourceInput[], job: GraphJob): Promise<IngestReport> {
    const reports: IngestReport[] = [];
    for (const [i, source] of sources.entries()) {
      reports.push(await this.#sendSource(source, job, false, (body) => ingestReportSchema.parse(body), reportOfUnreadable));
      job.onProgress?.({
        stage: 'read',
        done: reports.reduce((sum, { papers }) => sum + papers.added + papers.changed + papers.unchanged, 0),
        total: null,
        note: `${i + 1}`,
      });
    }
    return sumReports(reports);
  }

  async diff(sources: readonly SourceInput[], job: GraphJob): Promise<{ report: IngestReport; edges: EdgeChange[] }> {
    const parts: { report: IngestReport; edges: EdgeChange[] }[] = [];
    for (const source of sources) {
      parts.push(
        await this.#sendSource(
          source,
          job,
          true,
          (body) => ingestPreviewSchema.parse(body),
          (diagnostic) => ({ report: reportOfUnreadable(diagnostic), edges: [] }),
        ),
      );
    }
    return { report: sumReports(parts.map((part) => part.report)), edges: parts.flatMap((part) => part.edges) };
  }

  async retract(paperId: string): Promise<ApplyCounts> {
    return countsSchema.parse(await this.#send('DELETE', `/api/papers/${encodeURIComponent(paperId.replace(/^paper:/, ''))}`));
  }

  async rebuild(): Promise<Filled> {
    return filledSchema.parse(await this.#send('POST', '/api/rebuild', { json: {} }));
  }

  async compact(): Promise<Compacted> {
    return compactedSchema.parse(await this.#send('POST', '/api/compact', { json: {} }));
  }

  /** Oldest first. */
  async decisions(): Promise<Override[]> {
    const found: Override[] = [];
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({ limit: String(MAX_LIMIT), ...(cursor === null ? {} : { cursor }) });
      const page: OverridesResponse = overridesResponseSchema.parse(await this.#send('GET', `/api/overrides?${query}`));
      found.push(...page.overrides);
      cursor = page.cursor;
    } while (cursor !== null);
    return found.reverse();
  }

  async decide(decision: Decision): Promise<Decided> {
    return decidedSchema.parse(await this.#send('POST', '/api/overrides', { json: decision }));
  }

  async undo(id: string): Promise<Decided> {
    return decidedSchema.parse(await this.#send('DELETE', `/api/overrides/${encodeURIComponent(id)}`));
  }

  /** The server never opens a path: the bytes are sent, the path is only the source's key. */
  async #sendSource<T>(
    source: SourceInput,
    job: GraphJob,
    dryRun: boolean,
    parse: (body: unknown) => T,
    unreadable: (diagnostic: Diagnostic) => T,
  ): Promise<T> {
    let bytes: Uint8Array;
    try {
      bytes = source.read();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return unreadable({ severity: 'error', code: 'ingest/not-readable', source: source.name, message: error.message });
    }
    const query = new URLSearchParams({
      name: basename(source.name),
      key: source.key,
      ...(job.format ? { format: job.format } : {}),
      ...(dryRun ? { dryRun: 'true' } : {}),
    });
    return parse(await this.#send('POST', `/api/ingest?${query}`, { bytes }));
  }

  async #send(method: string, path: string, body: { readonly json?: unknown; readonly bytes?: Uint8Array } = {}): Promise<unknown> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.#token}` };
    if (body.json !== undefined) headers['content-type'] = 'application/json';
    if (body.bytes) headers['content-type'] = 'application/octet-stream';
    let response: Response;
    try {
      response = await fetch(this.#url + path, {
        method,
        headers,
        body: body.bytes ?? (body.json === undefined ? null : JSON.stringify(body.json)),
      });
    } catch (error) {
      if (error instanceof TypeError)
        throw new AppError('store_unavailable', `the server at ${this.#url} does not answer`, { cause: error });
      throw error;
    }
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    const failed = errorBodySchema.safeParse(answer);
    const code = failed.success && failed.data.error.code in ERRORS ? (failed.data.error.code as ErrorCode) : null;
    if (!failed.success || !code) throw new Error(`the server at ${this.#url} answered ${response.status}: ${JSON.stringify(answer)}`);
    const { message, line, column } = failed.data.error;
    const { en, zh } = ERRORS[code];
    const detail = [en, zh].reduce(
      (rest, words) => (rest.startsWith(words) ? rest.slice(words.length).replace(/^[:：]\s*/, '') : rest),
      message,
    );
    throw new AppError(code, detail || undefined, { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) });
  }
}

function reportOfUnreadable(diagnostic: Diagnostic): IngestReport {
  return {
    papers: { added: 0, changed: 0, unchanged: 0, failed: 1 },
    nodes: { added: 0, removed: 0 },
    edges: { added: 0, changed: 0, removed: 0 },
    diagnostics: [diagnostic],
    ms: 0,
  };
}

function sumReports(reports: readonly IngestReport[]): IngestReport {
  const sum = (pick: (report: IngestReport) => number): number => reports.reduce((total, report) => total + pick(report), 0);
  return {
    papers: {
      added: sum((r) => r.papers.added),
      changed: sum((r) => r.papers.changed),
      unchanged: sum((r) => r.papers.unchanged),
      failed: sum((r) => r.papers.failed),
    },
    nodes: { added: sum((r) => r.nodes.added), removed: sum((r) => r.nodes.removed) },
    edges: { added: sum((r) => r.edges.added), changed: sum((r) => r.edges.changed), removed: sum((r) => r.edges.removed) },
    diagnostics: reports.flatMap((report) => report.diagnostics),
    ms: sum((r) => r.ms),
  };
}
