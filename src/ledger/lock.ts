// A lock file, so that two processes never write one ledger at once. A lock whose process is gone is taken over.
import { mkdirSync, readFileSync, renameSync, rmdirSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../shared/errors.ts';
import { isNodeError } from './fs-errors.ts';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the kernel counts it: tells a process from a later one with the same pid. */
  readonly began: string;
  readonly nonce: string;
}
export interface Lock {
  release(): void;
}
const HEARTBEAT_MS = 5_000;
/** A holder on another machine (a container that was replaced, a shared folder) is gone when it has not beaten for so long. */
const GONE_AFTER_MS = 60_000;
const heldHere = new Set<string>();

/** Waits at most `waitMs` for the lock. Throws store_locked. */
export async function acquireLock(path: string, waitMs: number): Promise<Lock> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const lock = tryLock(path);
    if (lock) return lock;
    if (Date.now() >= deadline) {
      const holder = readHolder(path);
      throw new AppError('store_locked', holder ? `process ${holder.pid}${holder.host === hostname() ? '' : ` on ${holder.host}`}` : path);
    }
    await sleep(Math.min(100, Math.max(1, deadline - Date.now())));
  }
}

function tryLock(path: string): Lock | null {
  const me: Holder = { pid: process.pid, host: hostname(), began: beganOf(process.pid), nonce: `${Date.now()}-${Math.random()}` };
  try {
    writeFileSync(path, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
    return held(path, me);
  } catch (error) {
    if (!isNodeError(error, 'EEXIST')) throw error;
  }
  if (!isStale(path) || !takeOver(path, me)) return null;
  return held(path, me);
}

function held(path: string, me: Holder): Lock {
  heldHere.add(path);
  const beat = setInterval(() => {
    try {
      const now = new Date();
      utimesSync(path, now, now);
    } catch (error) {
      if (!isNodeError(error, 'ENOENT')) throw error;
    }
  }, HEARTBEAT_MS);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      if (!heldHere.delete(path)) return;
      if (readHolder(path)?.nonce === me.nonce) unlinkSync(path);
    },
  };
}

function isStale(path: string): boolean {
  if (heldHere.has(path)) return false;
  const holder = readHolder(path);
  const age = ageMs(path);
  // A file without a readable holder: being written this instant, or left by a crash in between.
  if (!holder) return age > HEARTBEAT_MS;
  if (holder.host !== hostname()) return age > GONE_AFTER_MS;
  // The same pid that does not hold it here: a container whose first process always has pid 1.
  return holder.pid === process.pid || !isAlive(holder.pid) || (holder.began !== '' && beganOf(holder.pid) !== holder.began);
}

/** Only one process at a time may replace a stale lock: the folder beside it decides who. */
function takeOver(path: string, me: Holder): boolean {
  const guard = `${path}.takeover`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if (!isNodeError(error, 'EEXIST')) throw error;
    if (ageMs(guard) > 10_000) rmdirSync(guard);
    return false;
  }
  try {
    if (!isStale(path)) return false;
    const fresh = `${path}.${process.pid}`;
    writeFileSync(fresh, JSON.stringify(me), { mode: 0o600 });
    renameSync(fresh, path);
    return true;
  } finally {
    rmdirSync(guard);
  }
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (error) {
    if (error instanceof SyntaxError || isNodeError(error, 'ENOENT')) return null;
    throw error;
  }
}

function ageMs(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) return 0;
    throw error;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isNodeError(error, 'EPERM');
  }
}

/** Linux tells it in field 22 of /proc/<pid>/stat (after the name, which may hold spaces); elsewhere an empty string. */
function beganOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch (error) {
    if (error instanceof Error) return '';
    throw error;
  }
}
