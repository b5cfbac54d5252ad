// Failures as JSON: code, words in the reader's language, hint, request id. Bugs say nothing about the inside.
import type { ErrorRequestHandler, Request, Response } from 'express';
import { z } from 'zod';
import type { ErrorBody } from '../shared/api/common.ts';
import { AppError, ERRORS, type ErrorCode } from '../shared/errors.ts';
import type { ApiDeps } from './deps.ts';

const BUG = {
  en: ['Something went wrong here', 'Report it with the request id'],
  zh: ['服务器内部出错', '请附上请求编号报告此问题'],
} as const;

export function errorMiddleware({ onBug }: Pick<ApiDeps, 'onBug'>): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const known = toAppError(error);
    const body = errorBodyOf({ onBug }, req, res)(error);
    if (res.headersSent) return next(error);
    res.status(known ? ERRORS[known.code].status : 500);
    if (known?.code === 'unauthorized') res.setHeader('WWW-Authenticate', 'Bearer');
    if (known && ERRORS[known.code].retriable) res.setHeader('Retry-After', '1');
    res.setHeader('Cache-Control', 'no-store');
    res.json({ error: body } satisfies ErrorBody);
  };
}

/** Says a failure in the words of the reader of this request; a bug is told, too. */
export function errorBodyOf({ onBug }: Pick<ApiDeps, 'onBug'>, req: Request, res: Response): (error: unknown) => ErrorBody['error'] {
  const requestId = String(res.locals['requestId'] ?? '');
  const lang = languageOf(req);
  return (error) => {
    const known = toAppError(error);
    if (known) return toBody(known, lang, requestId);
    onBug(requestId, error);
    return { code: 'internal', message: BUG[lang][0], hint: BUG[lang][1], requestId };
  };
}

/** What the parsers of Express and zod say is bad data; everything else that is not an AppError is a bug. */
function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError)
    return new AppError(
      'bad_request',
      error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; '),
      { cause: error },
    );
  const { type, status } = (error ?? {}) as { type?: unknown; status?: unknown };
  const code: ErrorCode | null =
    type === 'entity.too.large' ? 'too_large' : typeof status === 'number' && status >= 400 && status < 500 ? 'bad_request' : null;
  return code && error instanceof Error
    ? new AppError(code, error instanceof URIError ? 'the address is not valid' : error.message, { cause: error })
    : null;
}

function toBody(error: AppError, lang: 'en' | 'zh', requestId: string): ErrorBody['error'] {
  const words = ERRORS[error.code];
  return {
    code: error.code,
    message: error.detail ? `${words[lang]}: ${error.detail}` : words[lang],
    hint: words.hint[lang],
    ...(error.line === undefined ? {} : { line: error.line }),
    ...(error.column === undefined ? {} : { column: error.column }),
    requestId,
  };
}

export function languageOf(req: Request): 'en' | 'zh' {
  return req.acceptsLanguages('en', 'zh') === 'zh' ? 'zh' : 'en';
}
