// MCP over HTTP (Streamable HTTP, without sessions): POST /mcp, one answer per request. Only under our own names, with the token where one is set.
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { AppError } from '../shared/errors.ts';
import { createMcpServer, type McpDeps } from './create-mcp-server.ts';

export interface HttpSettings {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Every request must carry it; empty for none, which only a loopback host may have. */
  readonly token: string;
}
export interface RunningMcp {
  /** `http://127.0.0.1:4781/mcp` */
  readonly url: string;
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 1_000_000;
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/i;
const ANY_ADDRESS = new Set(['0.0.0.0', '::', '[::]']);

/** Throws token_needed, port_in_use. */
export async function serveHttp(deps: McpDeps, { host, port, token }: HttpSettings): Promise<RunningMcp> {
  if (!LOOPBACK.test(host) && token === '') throw new AppError('token_needed', host);
  const server = createServer((req, res) => {
    handle(deps, { host, token }, req, res).catch((error: unknown) => {
      deps.onBug('http', error);
      if (!res.headersSent) refuse(res, 500, 'Something went wrong');
      else res.end();
    });
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  await listen(server, host, port);
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${bound}/mcp`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(deps: McpDeps, own: Pick<HttpSettings, 'host' | 'token'>, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const named = (req.headers.host ?? '').toLowerCase();
  const name = named.replace(/:\d+$/, '');
  // Against DNS rebinding and other sites' pages.
  if (!ANY_ADDRESS.has(own.host) && !LOOPBACK.test(name) && name !== own.host.toLowerCase()) return refuse(res, 403, 'Unknown host');
  const { origin } = req.headers;
  if (origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === named)) return refuse(res, 403, 'Unknown origin');
  const given = /^Bearer (\S+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? '';
  if (own.token !== '' && !isSame(given, own.token)) return refuse(res, 401, 'A token is needed', { 'WWW-Authenticate': 'Bearer' });
  if (req.url?.split('?')[0] !== '/mcp') return refuse(res, 404, 'The address is /mcp');
  if (req.method !== 'POST') return refuse(res, 405, 'Only POST: there are no sessions', { Allow: 'POST' });
  const body = await readBody(req);
  if (body === null) return refuse(res, 413, `More than ${MAX_BODY_BYTES} bytes`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(res, 400, 'The body is no JSON', {}, -32700);
  }
  const server = createMcpServer(deps);
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  res.once('close', () => void server.close());
  // The SDK's own types do not agree under exactOptionalPropertyTypes.
  await server.connect(transport as Transport);
  await transport.handleRequest(req, res, parsed);
}

function refuse(res: ServerResponse, status: number, message: string, headers: Record<string, string> = {}, code = -32000): void {
  res.writeHead(status, { 'Content-Type': 'application/json', ...(status === 413 ? { Connection: 'close' } : {}), ...headers });
  res.end(JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null }));
}

/** Null when it is too large; the rest is not read. */
async function readBody(req: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** In constant time, whatever the lengths. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new AppError('port_in_use', String(port)));
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') reject(new AppError('bad_setting', `host ${host}`));
      else reject(error);
    });
    server.listen(port, host.replace(/^\[|\]$/g, ''), resolve);
  });
}
