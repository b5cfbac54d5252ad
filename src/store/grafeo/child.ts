// Entry of the child process that owns the graph file. It is forked from its compiled form, and ends when its parent does.
import { existsSync, readdirSync } from 'node:fs';
import { setPriority } from 'node:os';
import { AnswerTooLarge, Database, WriteRefused } from './database.ts';
import { bug, engineCode, openFailure, queryFailure } from './errors.ts';
import { type ChildFailure, EXIT_MEMORY, type Request, type Response } from './protocol.ts';

const LOW_PRIORITY = 10;
let database: Database | null = null;
let running = 0;

function opened(): Database {
  if (database === null) throw new Error('the database is not open');
  return database;
}

async function withMemoryWatch<T>(maxBytes: number, work: () => Promise<T>): Promise<T> {
  const limit = process.memoryUsage.rss() + maxBytes;
  const timer = setInterval(() => {
    // A running query cannot be stopped; the file is safe under a sudden end, and the parent opens it again.
    if (process.memoryUsage.rss() > limit) process.exit(EXIT_MEMORY);
  }, 100);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

async function handle(request: Request): Promise<unknown> {
  switch (request.op) {
    case 'open':
      // Users' queries give way to everybody else's reads and writes.
      if (request.readOnly) giveWay();
      database = request.readOnly
        ? await Database.openReadOnly(request.path)
        : await Database.open(request.path, { intervalMs: request.checkpointMs, walBytes: request.checkpointBytes });
      return database.version;
    case 'run':
      return (await opened().run(request.name, request.params)).rows;
    case 'apply':
      return opened().apply(request.chunk, request.lost, (planned) => answer({ id: request.id, planned }));
    case 'stats':
      return opened().stats(request.verify);
    case 'begin-stats':
      return opened().beginStats();
    case 'copy':
      return opened().copyTo(request.path);
    case 'migrate':
      return opened().migrate();
    case 'query':
      return withMemoryWatch(request.maxMemoryBytes, () => opened().query(request.query, request.params, request.limit, request.maxBytes));
    case 'close':
      database?.close();
      database = null;
      return null;
    default:
      throw new Error(`unknown operation ${JSON.stringify(request satisfies never)}`);
  }
}

/** At low priority, every thread: on Linux each has its own, and those that run queries may be there already; later ones inherit it. */
function giveWay(): void {
  const threads = existsSync('/proc/self/task') ? readdirSync('/proc/self/task').map(Number) : [0];
  for (const thread of threads) setPriority(thread, LOW_PRIORITY);
}

function failureOf(request: Request, error: unknown): ChildFailure {
  if (error instanceof WriteRefused) return { code: 'write_refused', detail: error.message };
  if (error instanceof AnswerTooLarge) return { code: 'too_large', detail: error.message };
  if (request.op === 'open') return openFailure(error);
  if (request.op === 'query') return queryFailure(error);
  if (engineCode(error) === 'T001') return { code: 'store_conflict', detail: 'the same part of the graph was written six times over' };
  return bug(error);
}

process.on('message', (request: Request) => {
  running++;
  handle(request)
    .finally(() => running--)
    .then(
      (value) => answer({ id: request.id, value }),
      (error: unknown) => answer({ id: request.id, failure: failureOf(request, error) }),
    );
});

function answer(response: Response): void {
  if (process.connected) process.send?.(response);
}

// Ctrl-C reaches the whole process group; the parent decides when this ends.
process.on('SIGINT', () => {});
process.on('disconnect', () => {
  // Closing may wait for a runaway query that nobody will read; a sudden end is safe, the log is replayed on opening.
  if (running === 0) database?.close();
  process.exit(0);
});
