// The requests of the explorer. Shapes come from src/shared as types only; the check here is cheap and says which answer was wrong.
import type { EdgeResponse } from '../../../src/shared/api/edges.ts';
import type { EntityResponse } from '../../../src/shared/api/entities.ts';
import type { GraphResponse } from '../../../src/shared/api/graph.ts';
import type { PaperResponse } from '../../../src/shared/api/papers.ts';
import type { SearchResponse } from '../../../src/shared/api/search.ts';
import { ApiError, isAbort, isErrorBody } from './failure.ts';

export interface Api {
  readonly graph: (signal?: AbortSignal) => Promise<GraphResponse>;
  readonly search: (q: string, limit: number, signal?: AbortSignal) => Promise<SearchResponse>;
  readonly entity: (id: string, signal?: AbortSignal) => Promise<EntityResponse>;
  /** `id` without the `paper:` prefix. */
  readonly paper: (id: string, signal?: AbortSignal) => Promise<PaperResponse>;
  readonly edge: (id: string, signal?: AbortSignal) => Promise<EdgeResponse>;
}

async function getJson<T>(path: string, keys: readonly (keyof T & string)[], signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) });
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    throw new ApiError({ kind: 'offline', message: '', hint: '' });
  }
  const body: unknown = await response.json().catch((cause: unknown) => {
    if (isAbort(cause)) throw cause;
    return null;
  });
  if (!response.ok) {
    const { message, hint } = isErrorBody(body) ? body.error : { message: `HTTP ${response.status}`, hint: '' };
    throw new ApiError({ kind: response.status === 404 ? 'not-found' : 'server', message, hint });
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
});
