// The HTTP server itself: who is slow, idle or talks too much loses the connection, so that nobody can hold all of them.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorBody } from './shared/api/common.ts';
import { ERRORS } from './shared/errors.ts';

export interface ServerLimits {
  /** For all headers of a request to arrive. */
  readonly headersTimeoutMs: number;
  /** For a whole request to arrive, a large upload included. */
  readonly requestTimeoutMs: number;
  /** A connection on which nothing moves, in either direction, for so long is closed: a client that does not read its answer. Streams of
   * events say something every 15 s. */
  readonly idleTimeoutMs: number;
  readonly keepAliveTimeoutMs: number;
  readonly maxConnections: number;
  /** How often overdue connections are looked for. */
  readonly checkEveryMs: number;
}
export const SERVER_LIMITS: ServerLimits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 300_000,
  idleTimeoutMs: 120_000,
  keepAliveTimeoutMs: 30_000,
  maxConnections: 1_000,
  checkEveryMs: 2_000,
};

export function makeHttpServer(listener: RequestListener, limits: ServerLimits = SERVER_LIMITS): Server {
  const server = createServer(
    {
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: limits.keepAliveTimeoutMs,
      connectionsCheckingInterval: limits.checkEveryMs,
      maxHeaderSize: 16_384,
    },
    listener,
  );
  server.maxConnections = limits.maxConnections;
  server.maxHeadersCount = 100;
  server.setTimeout(limits.idleTimeoutMs);
  server.on('clientError', refuse);
  return server;
}

/** What never becomes a request still gets an answer in the form of every error. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, code] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? (['431 Request Header Fields Too Large', 'too_large'] as const)
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? (['408 Request Timeout', 'timeout'] as const)
        : (['400 Bad Request', 'bad_request'] as const);
  const body = JSON.stringify({
    error: { code, message: ERRORS[code].en, hint: ERRORS[code].hint.en, requestId: '' },
  } satisfies ErrorBody);
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** Until the graph is open: an error that programs understand, and for a browser a page that asks again by itself. */
export const starting: RequestListener = (req, res) => {
  const headers = { 'Retry-After': '1', 'Cache-Control': 'no-store' };
  if (!req.url?.startsWith('/api/')) {
    res.writeHead(503, { ...headers, 'Content-Type': 'text/plain; charset=utf-8', Refresh: '1' }).end('Paperloom is starting.\n');
    return;
  }
  const lang = /^zh/i.test(req.headers['accept-language'] ?? '') ? 'zh' : 'en';
  const { [lang]: message, hint } = ERRORS.starting;
  const body: ErrorBody = { error: { code: 'starting', message, hint: hint[lang], requestId: '' } };
  res.writeHead(503, { ...headers, 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
};
