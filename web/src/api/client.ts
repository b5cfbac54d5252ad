// The requests of the explorer. Shapes come from src/shared as types only; the check here is cheap and says which answer was wrong.
import type { AskResponse } from '../../../src/shared/api/ask.ts';
import type { CypherCheckResponse, CypherResponse, Json } from '../../../src/shared/api/cypher.ts';
import type { EdgeResponse } from '../../../src/shared/api/edges.ts';
import type { EntityResponse } from '../../../src/shared/api/entities.ts';
import type { GalleryResponse } from '../../../src/shared/api/gallery.ts';
import type { GraphResponse } from '../../../src/shared/api/graph.ts';
import type { IngestPreview, IngestReport } from '../../../src/shared/api/ingest.ts';
import type { Job, JobResponse } from '../../../src/shared/api/jobs.ts';
import type { LeaderboardResponse, LeaderboardsResponse } from '../../../src/shared/api/leaderboards.ts';
import type { LineageResponse } from '../../../src/shared/api/lineage.ts';
import type { Decision, OverrideChange, OverridesResponse } from '../../../src/shared/api/overrides.ts';
import type { PaperResponse } from '../../../src/shared/api/papers.ts';
import type { PathResponse } from '../../../src/shared/api/path.ts';
import type { SchemaResponse } from '../../../src/shared/api/schema.ts';
import type { SearchResponse } from '../../../src/shared/api/search.ts';
import { ApiError, isAbort, isErrorBody } from './failure.ts';

export interface Api {
  readonly graph: (signal?: AbortSignal) => Promise<GraphResponse>;
  readonly search: (q: string, limit: number, signal?: AbortSignal) => Promise<SearchResponse>;
  readonly entity: (id: string, signal?: AbortSignal) => Promise<EntityResponse>;
  /** `id` without the `paper:` prefix. */
  readonly paper: (id: string, signal?: AbortSignal) => Promise<PaperResponse>;
  readonly edge: (id: string, signal?: AbortSignal) => Promise<EdgeResponse>;
  /** `key` only so that it fits useRemote: there is one gallery. */
  readonly gallery: (key: string, signal?: AbortSignal) => Promise<GalleryResponse>;
  readonly leaderboards: (key: string, signal?: AbortSignal) => Promise<LeaderboardsResponse>;
  readonly leaderboard: (id: string, signal?: AbortSignal) => Promise<LeaderboardResponse>;
  readonly lineage: (id: string, signal?: AbortSignal) => Promise<LineageResponse>;
  readonly path: (from: string, to: string, withoutHubs: boolean, signal?: AbortSignal) => Promise<PathResponse>;
  readonly overrides: (key: string, signal?: AbortSignal) => Promise<OverridesResponse>;
  readonly decide: (decision: Decision) => Promise<OverrideChange>;
  readonly undoDecision: (id: string) => Promise<OverrideChange>;
  /** What adding the bytes would do. */
  readonly preview: (name: string, bytes: Blob, signal?: AbortSignal) => Promise<IngestPreview>;
  /** Adds them; `onProgress` hears of papers done. Aborted, the server is asked to stop, and the answer says how far it came. */
  readonly ingest: (name: string, bytes: Blob, onProgress: (done: number) => void, signal: AbortSignal) => Promise<Ingested>;
  readonly cypher: (query: string, params: Readonly<Record<string, Json>>, signal?: AbortSignal) => Promise<CypherResponse>;
  /** What running it would say. */
  readonly check: (query: string, params: Readonly<Record<string, Json>>, signal?: AbortSignal) => Promise<CypherCheckResponse>;
  readonly schema: (key: string, signal?: AbortSignal) => Promise<SchemaResponse>;
  readonly ask: (question: string, signal?: AbortSignal) => Promise<AskResponse>;
}

export interface Ingested {
  readonly report: IngestReport;
  readonly isCancelled: boolean;
}
interface Sent {
  readonly method?: 'POST' | 'DELETE';
  readonly json?: unknown;
  readonly bytes?: Blob;
}

async function getJson<T>(path: string, keys: readonly (keyof T & string)[], signal?: AbortSignal, sent: Sent = {}): Promise<T> {
  const { method = sent.json === undefined && sent.bytes === undefined ? 'GET' : 'POST', json, bytes } = sent;
  const type = json !== undefined ? 'application/json' : bytes ? 'application/octet-stream' : null;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      ...(json === undefined ? (bytes ? { body: bytes } : {}) : { body: JSON.stringify(json) }),
      headers: {
        accept: 'application/json',
        'accept-language': document.documentElement.lang,
        ...(type ? { 'content-type': type } : {}),
      },
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    throw new ApiError({ kind: 'offline', message: '', hint: '' });
  }
  const body: unknown = await response.json().catch((cause: unknown) => {
    if (isAbort(cause)) throw cause;
    return null;
  });
  if (!response.ok) {
    const { message, hint, line, column } = isErrorBody(body) ? body.error : { message: `HTTP ${response.status}`, hint: '' };
    const at = line === undefined ? null : { line, column: column ?? 1 };
    throw new ApiError({ kind: response.status === 404 ? 'not-found' : 'server', message, hint, at });
  }
  if (typeof body !== 'object' || body === null || keys.some((key) => !(key in body))) {
    throw new ApiError({ kind: 'bad-answer', message: path, hint: '' });
  }
  return body as T;
}

export const createApi = (base = '/api'): Api => ({
  graph: (signal) => getJson<GraphResponse>(`${base}/graph`, ['nodes', 'edges', 'clusters', 'total'], signal),
  search: (q, limit, signal) => getJson<SearchResponse>(`${base}/search?q=${encodeURIComponent(q)}&limit=${limit}`, ['hits'], signal),
  entity: (id, signal) => getJson<EntityResponse>(`${base}/entities/${encodeURIComponent(id)}`, ['entity', 'roles'], signal),
  paper: (id, signal) => getJson<PaperResponse>(`${base}/papers/${encodeURIComponent(id)}`, ['paper', 'edges'], signal),
  edge: (id, signal) => getJson<EdgeResponse>(`${base}/edges/${encodeURIComponent(id)}`, ['edge'], signal),
  gallery: (_key, signal) => getJson<GalleryResponse>(`${base}/gallery`, ['items'], signal),
  leaderboards: (_key, signal) => getJson<LeaderboardsResponse>(`${base}/leaderboards`, ['benchmarks'], signal),
  leaderboard: (id, signal) => getJson<LeaderboardResponse>(`${base}/leaderboards/${encodeURIComponent(id)}`, ['boards'], signal),
  lineage: (id, signal) => getJson<LineageResponse>(`${base}/lineage/${encodeURIComponent(id)}`, ['tree', 'papers'], signal),
  path: (from, to, withoutHubs, signal) =>
    getJson<PathResponse>(
      `${base}/path?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}&withoutHubs=${withoutHubs}`,
      ['paths'],
      signal,
    ),
  overrides: (_key, signal) => getJson<OverridesResponse>(`${base}/overrides?limit=200`, ['overrides'], signal),
  decide: (decision) => getJson<OverrideChange>(`${base}/overrides`, ['id', 'fingerprint'], undefined, { json: decision }),
  undoDecision: (id) =>
    getJson<OverrideChange>(`${base}/overrides/${encodeURIComponent(id)}`, ['id', 'fingerprint'], undefined, { method: 'DELETE' }),
  preview: (name, bytes, signal) =>
    getJson<IngestPreview>(`${base}/ingest?name=${encodeURIComponent(name)}&dryRun=true`, ['report', 'edges'], signal, { bytes }),
  ingest: async (name, bytes, onProgress, signal) => {
    const { job } = await getJson<JobResponse>(`${base}/ingest?name=${encodeURIComponent(name)}&job=true`, ['job'], undefined, { bytes });
    const path = `${base}/jobs/${encodeURIComponent(job.id)}`;
    const ended = followJob(`${path}/events`, onProgress);
    // When the request is lost the job goes on, and its events still tell its end.
    const cancel = (): void => void getJson<JobResponse>(`${path}/cancel`, ['job'], undefined, { method: 'POST' }).catch(() => undefined);
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel);
    return ended.finally(() => signal.removeEventListener('abort', cancel));
  },
  cypher: (query, params, signal) => getJson<CypherResponse>(`${base}/cypher`, ['columns', 'rows'], signal, { json: { query, params } }),
  check: (query, params, signal) => getJson<CypherCheckResponse>(`${base}/cypher/check`, ['problem'], signal, { json: { query, params } }),
  schema: (_key, signal) => getJson<SchemaResponse>(`${base}/schema`, ['labels', 'edges'], signal),
  ask: (question, signal) => getJson<AskResponse>(`${base}/ask`, ['understood', 'near'], signal, { json: { question } }),
});

/** Server-sent events until the job has ended. */
function followJob(path: string, onProgress: (done: number) => void): Promise<Ingested> {
  return new Promise((resolve, reject) => {
    const events = new EventSource(path);
    const read = (event: Event): Job => JSON.parse((event as MessageEvent<string>).data) as Job;
    const end = (run: () => void): void => {
      events.close();
      run();
    };
    events.addEventListener('progress', (event) => onProgress(read(event).progress?.done ?? 0));
    for (const name of ['done', 'cancelled'])
      events.addEventListener(name, (event) => {
        const { report, state } = read(event);
        if (report) end(() => resolve({ report, isCancelled: state === 'cancelled' }));
        else end(() => reject(new ApiError({ kind: 'bad-answer', message: path, hint: '' })));
      });
    events.addEventListener('failed', (event) => {
      const { error } = read(event);
      end(() => reject(new ApiError({ kind: 'server', message: error?.message ?? '', hint: error?.hint ?? '' })));
    });
    // The browser tries again by itself; only a connection that is closed for good is an end.
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) end(() => reject(new ApiError({ kind: 'offline', message: '', hint: '' })));
    };
  });
}
