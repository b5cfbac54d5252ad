// The engine's and the child process's failures as AppErrors. Anything that is not named here is a bug and stays one.
import { AppError } from '../../shared/errors.ts';
import type { ChildFailure } from './protocol.ts';

interface EngineError {
  readonly message: string;
  readonly gqlStatus?: unknown;
}

/** `GRAFEO-X001` and the like, out of the message. */
export function engineCode(error: unknown): string | null {
  return error instanceof Error ? (/GRAFEO-([A-Z]\d{3})/.exec(error.message)?.[1] ?? null) : null;
}

/** First line of the message, without the engine's own prefixes: what a person can use. */
function sentence(message: string): string {
  const first = message.split('\n', 1)[0] ?? '';
  const help = /help: (.*)/.exec(message)?.[1];
  const text = first
    .replace(/^(?:\w+ error: )?GRAFEO-[A-Z]\d{3}: /, '')
    .replace(/^(?:syntax|semantic) error: /, '')
    .replace(/^\[Cypher\] /, '');
  return help ? `${text}. ${help}` : text;
}

/** What the system says when a folder or file cannot be made there. */
const FOLDER_ERRNO = new Set<unknown>(['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST', 'ENOENT']);

/** A failure of opening the file. */
export function openFailure(error: unknown): ChildFailure {
  const message = error instanceof Error ? error.message : String(error);
  const code = engineCode(error);
  const errno = (error as { code?: unknown } | null)?.code;
  if (errno === 'ERR_MODULE_NOT_FOUND' || /native binding|Cannot find module|invalid ELF|dlopen/i.test(message)) {
    return { code: 'store_binary_missing', detail: `${process.platform}-${process.arch}` };
  }
  // Before the lock: in a read-only folder it is the lock file that cannot be made.
  if (FOLDER_ERRNO.has(errno) || /permission denied|read-only file system|not a directory|os error (?:13|20|30)\b/i.test(message)) {
    return { code: 'folder_read_only', detail: sentence(message) };
  }
  if (code === 'X001') return { code: 'store_locked', detail: sentence(message) };
  if (code === null) return bug(error);
  return { code: 'store_unavailable', detail: `the graph file cannot be opened: ${sentence(message)}` };
}

/** A failure of a user's own query: the text is to blame unless the engine says otherwise. */
export function queryFailure(error: unknown): ChildFailure {
  if (!(error instanceof Error) || (error as EngineError).gqlStatus === undefined) return bug(error);
  const { message } = error;
  const place = /--> query:(\d+):(\d+)/.exec(message);
  const at = place ? { line: Number(place[1]), column: Number(place[2]) } : {};
  const missing = /Missing parameter: \$?(\w+)/.exec(message)?.[1];
  if (missing !== undefined) return { code: 'missing_parameter', detail: `$${missing}` };
  if (/read-only|write in read/i.test(message)) return { code: 'write_refused', detail: sentence(message) };
  return { code: 'syntax', detail: sentence(message), ...at };
}

export function bug(error: unknown): ChildFailure {
  return { code: null, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** In the parent: the child's answer becomes an AppError, or a plain Error when it is a bug. */
export function toError(failure: ChildFailure): Error {
  if (failure.code === null) return new Error(`in the store's child process: ${failure.detail}`);
  const { line, column } = failure;
  return new AppError(failure.code, failure.detail, {
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  });
}

export const storeError = (code: ConstructorParameters<typeof AppError>[0], detail?: string): AppError => new AppError(code, detail);
