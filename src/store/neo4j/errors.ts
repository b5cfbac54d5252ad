// The driver's errors as AppErrors, by Neo4j's status codes. Anything not named here is a bug and stays one.
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { Refusal } from '../console-guard.ts';

interface DriverError extends Error {
  readonly code: string;
}
const isDriverError = (error: unknown): error is DriverError =>
  error instanceof Error && typeof (error as { code?: unknown }).code === 'string';

const BY_CODE: readonly (readonly [pattern: RegExp, code: ErrorCode])[] = [
  [/^Neo\.ClientError\.Security\./, 'store_auth'],
  [/^Neo\.ClientError\.Database\.DatabaseNotFound$/, 'store_database_missing'],
  [/^Neo\.ClientError\.Statement\.AccessMode$/, 'write_refused'],
  [/^Neo\.ClientError\.General\.WriteOnReadOnlyAccessDatabase$/, 'write_refused'],
  [/^Neo\.ClientError\.Statement\.ParameterMissing$/, 'missing_parameter'],
  [/TransactionTimedOut|^Neo\.ClientError\.Transaction\.Terminated$|^Neo\.TransientError\.Transaction\.Terminated$/, 'timeout'],
  [
    /^Neo\.TransientError\.(?:Transaction\.(?:DeadlockDetected|LockClientStopped|Outdated|LockAcquisitionTimeout)|.*Conflict)/,
    'store_conflict',
  ],
  [/MemoryPoolOutOfMemory|TransactionOutOfMemory|^Neo\.TransientError\.General\.OutOfMemoryError$/, 'too_large'],
  [
    /^(?:ServiceUnavailable|SessionExpired)$|^Neo\.TransientError\.(?:General|Database|Cluster)\.|^Neo\.ClientError\.Cluster\.NotALeader$|^N\/A$/,
    'store_unavailable',
  ],
];

/** Of a user's own text: whatever the server says about the statement is the text's fault, `substring('abc', 1, -5)` in its own words too. */
const STATEMENT = /^Neo\.(?:ClientError\.|DatabaseError\.Statement\.ExecutionFailed$)/;

function sentence(message: string): string {
  return (message.split('\n', 1)[0] ?? '').replace(/\s*\(line \d+, column \d+ \(offset: \d+\)\)/, '').slice(0, 500);
}

/** The user's text is sent behind this for a look at its plan; places in the server's messages count it. */
export const EXPLAIN_PREFIX = 'EXPLAIN\n';
export const EXPLAIN_LINES = 1;

/** `isUserQuery`: a statement the server cannot run is then a syntax error with its place, not a bug of ours. */
export function toStoreError(error: unknown, isUserQuery = false, linesBefore = 0): unknown {
  if (error instanceof AppError || !isDriverError(error)) return error;
  const { code, message } = error;
  const known = BY_CODE.find(([pattern]) => pattern.test(code))?.[1];
  if (known === 'missing_parameter') {
    const names = /Expected parameter\(s\): (.*)/.exec(message)?.[1];
    return new AppError(
      known,
      names
        ? names
            .split(', ')
            .map((name) => `$${name}`)
            .join(', ')
        : sentence(message),
      { cause: error },
    );
  }
  if (known !== undefined) return new AppError(known, sentence(message), { cause: error });
  if (isUserQuery && STATEMENT.test(code)) {
    const place = /\(line (\d+), column (\d+)/.exec(message);
    return new AppError('syntax', sentence(message), {
      cause: error,
      ...(place ? { line: Number(place[1]) - linesBefore, column: Number(place[2]) } : {}),
    });
  }
  return error;
}

export const storeError = (code: ErrorCode, detail?: string): AppError => new AppError(code, detail);

export function refusalError({ code, detail, line, column }: Refusal): AppError {
  return new AppError(code, detail, { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) });
}
