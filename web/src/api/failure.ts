// What can go wrong with a request, as a value the panels can put into words.
import type { ErrorBody } from '../../../src/shared/api/common.ts';

export interface ApiFailure {
  readonly kind: 'offline' | 'server' | 'not-found' | 'bad-answer';
  /** In the server's words; empty when there was no answer. */
  readonly message: string;
  readonly hint: string;
  /** Where in a query, when the server says so. */
  readonly at?: { readonly line: number; readonly column: number } | null;
}

export class ApiError extends Error {
  readonly failure: ApiFailure;

  constructor(failure: ApiFailure) {
    super(failure.message || failure.kind);
    this.name = 'ApiError';
    this.failure = failure;
  }
}

export function isErrorBody(value: unknown): value is ErrorBody {
  if (typeof value !== 'object' || value === null || !('error' in value)) return false;
  const { error } = value;
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
}

export const toFailure = (cause: unknown): ApiFailure =>
  cause instanceof ApiError ? cause.failure : { kind: 'offline', message: cause instanceof Error ? cause.message : '', hint: '' };

export const isAbort = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'AbortError';
