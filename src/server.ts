// `serve`: opens the data folder, fills an empty one with the samples, listens, and says who owns the folder.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from './api/app.ts';
import { Metrics } from './api/metrics.ts';
import type { Config } from './config.ts';
import { makeHttpServer, starting } from './http-server.ts';
import { isNodeError } from './ledger/fs-errors.ts';
import { makeLog } from './log.ts';
import { openWorkspace, PACKAGE_DIR } from './open-workspace.ts';
import { findOwner, removeOwner, writeOwner } from './owner-file.ts';
import { listSources } from './pipeline/list-sources.ts';
import { Snapshots } from './pipeline/snapshots.ts';
import type { Diagnostic } from './shared/diagnostics.ts';
import { AppError } from './shared/errors.ts';
import { versionOfPackage } from './version.ts';

export interface RunningServer {
  /** `http://127.0.0.1:4780` */
  readonly url: string;
  /** Lets running jobs finish, then lets go of everything. May be called twice. */
  close(): Promise<void>;
  readonly closed: Promise<void>;
}
interface ServerEvents {
  readonly onDiagnostics: (diagnostics: readonly Diagnostic[]) => void;
}
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/i;
const DRAIN_MS = 3_000;
const DRAIN_STEP_MS = 20;
const ANY_ADDRESS = new Set(['0.0.0.0', '::', '[::]']);

/** Throws token_needed, port_in_use, folder_read_only, store_*, ledger_corrupt. */
export async function startServer(config: Config, { onDiagnostics }: ServerEvents): Promise<RunningServer> {
  if (!LOOPBACK.test(config.host) && config.token === '') throw new AppError('token_needed', config.host);
  const owner = await findOwner(config.dataDir, () => undefined);
  if (owner) throw new AppError('store_locked', `a server at ${owner.url} (process ${owner.pid}) serves it already`);
  const log = makeLog(config);
  const server = makeHttpServer(starting);
  // First of all: a busy port is found out before anything is opened.
  const url = await listen(server, config);
  try {
    const { workspace, diagnostics } = await openWorkspace(config, { isolateQueries: true });
    onDiagnostics(diagnostics);
    if (workspace.isNew) {
      const samples = samplesOf(config);
      if (samples)
        onDiagnostics((await workspace.ingest(listSources([samples]).sources)).diagnostics.filter(({ severity }) => severity !== 'info'));
    }
    const snapshots = new Snapshots(workspace, join(config.dataDir, 'snapshot'));
    const ownerToken = randomBytes(24).toString('base64url');
    const webDir = join(PACKAGE_DIR, 'web', 'dist');
    const metrics = new Metrics();
    const app = createApp({
      workspace,
      snapshots,
      version: versionOfPackage(),
      webDir: existsSync(join(webDir, 'index.html')) ? webDir : null,
      token: config.token,
      ownerToken,
      hosts: ANY_ADDRESS.has(config.host) ? ['*'] : [config.host],
      maxUploadBytes: config.maxUploadBytes,
      requestsPerMinute: config.requestsPerMinute,
      onBug: log.onBug,
      onRequest: log.onRequest,
      metrics,
    });
    server.off('request', starting).on('request', app);
    log.onEvent('listening', { url });
    writeOwner(config.dataDir, { pid: process.pid, url, token: ownerToken, store: config.store, startedAt: new Date().toISOString() });
    // The map is drawn while the browser opens.
    void snapshots.map().catch((error: unknown) => {
      if (!(error instanceof AppError)) log.onBug('first map', error);
    });
    let closing: Promise<void> | null = null;
    let settle = (): void => undefined;
    const closed = new Promise<void>((resolve) => {
      settle = resolve;
    });
    const close = (): Promise<void> => {
      closing ??= (async () => {
        log.onEvent('stopping', { inFlight: metrics.inFlight });
        const drained = new Promise<void>((resolve) => server.close(() => resolve()));
        server.closeIdleConnections();
        // Answers under way still need the store; streams and slow ones are not waited for.
        for (let waited = 0; metrics.inFlight > 0 && waited < DRAIN_MS; waited += DRAIN_STEP_MS) await sleep(DRAIN_STEP_MS);
        await workspace.close();
        server.closeAllConnections();
        await drained;
        removeOwner(config.dataDir, ownerToken);
        settle();
      })();
      return closing;
    };
    return { url, close, closed };
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
}

function listen(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (isNodeError(error, 'EADDRINUSE')) reject(new AppError('port_in_use', `${port} on ${host}`, { cause: error }));
      else if (isNodeError(error, 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND'))
        reject(new AppError('bad_setting', `cannot listen on ${host}, port ${port}: ${error.message}`, { cause: error }));
      else reject(error);
    });
    server.listen(port, host.replace(/^\[|\]$/g, ''), () => {
      const { port: taken } = server.address() as AddressInfo;
      const shown = ANY_ADDRESS.has(host) ? '127.0.0.1' : host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
      resolve(`http://${shown}:${taken}`);
    });
  });
}

function samplesOf({ samplesDir }: Config): string | null {
  if (samplesDir === 'none') return null;
  if (samplesDir !== '') return samplesDir;
  const bundled = join(PACKAGE_DIR, 'samples');
  return existsSync(bundled) ? bundled : null;
}
