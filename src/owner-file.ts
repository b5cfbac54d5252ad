// Who has the data folder open: a running server leaves its address and a token there, and commands go through it.
import { existsSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isAlive } from './ledger/lock.ts';

const ownerSchema = z.object({
  pid: z.number().int(),
  url: z.url(),
  /** Proves that a request comes from someone who may read the data folder. */
  token: z.string().min(16),
  /** The STORE setting of the server. */
  store: z.string(),
  startedAt: z.string(),
});
export type Owner = z.infer<typeof ownerSchema>;
const pathOf = (dataDir: string): string => join(dataDir, 'owner.json');
const ANSWER_TIMEOUT_MS = 3_000;
const PATIENCE_MS = 15_000;

export function writeOwner(dataDir: string, owner: Owner): void {
  mkdirSync(dataDir, { recursive: true });
  const path = pathOf(dataDir);
  writeFileSync(`${path}.new`, `${JSON.stringify(owner)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Only what this process wrote. */
export function removeOwner(dataDir: string, token: string): void {
  if (readOwner(dataDir)?.token === token) unlinkSync(pathOf(dataDir));
}

function readOwner(dataDir: string): Owner | null {
  const path = pathOf(dataDir);
  if (!existsSync(path)) return null;
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/**
 * The server that has this folder open, or null. `onStale` hears of a file that a server left behind when it was killed.
 * A server that lives but does not answer still holds the lock of the ledger: opening that says store_locked.
 */
export async function findOwner(dataDir: string, onStale: (owner: Owner) => void): Promise<Owner | null> {
  const owner = readOwner(dataDir);
  if (!owner) return null;
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask(owner);
    if (answer === 'yes') return owner;
    if (!isAlive(owner.pid)) {
      onStale(owner);
      removeOwner(dataDir, owner.token);
      return null;
    }
    // The pid may belong to another program by now: the lock of the ledger decides. A busy server is asked again.
    if (answer === 'no' || Date.now() > deadline) return null;
    await sleep(200);
  }
}

async function ask({ url, token }: Owner): Promise<'yes' | 'no' | 'busy'> {
  try {
    const response = await fetch(`${url}/api/owner`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.ok ? 'yes' : response.status === 429 || response.status === 503 ? 'busy' : 'no';
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return 'busy';
    // Nobody listens there.
    if (error instanceof TypeError) return 'no';
    throw error;
  }
}
