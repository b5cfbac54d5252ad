// One polite client: a pause between requests, patience with busy servers, a cap on size, and files that are whole or not there.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../shared/errors.ts';

export interface DownloaderOptions {
  /** `Paperloom/0.1.0` */
  readonly userAgent: string;
  readonly pauseMs: number;
  readonly tries: number;
  readonly timeoutMs: number;
  readonly maxBytes: number;
}
export interface Download {
  readonly url: string;
  /** Absolute path of the file it goes to. */
  readonly path: string;
  /** What is wrong with an answer, or null. Only an answer that is right is kept. */
  check(text: string): string | null;
}
/** A server may ask for more patience than anybody has. */
const MAX_WAIT_MS = 120_000;
const BUSY = new Set([408, 425, 429, 500, 502, 503, 504]);

export class Downloader {
  readonly #options: DownloaderOptions;
  #nextAt = 0;

  constructor(options: DownloaderOptions) {
    this.#options = options;
  }

  /** Whether it was asked for; a file that is there is kept unless `refresh`. Throws fetch_failed. */
  async get({ url, path, check }: Download, { refresh }: { readonly refresh: boolean }): Promise<'downloaded' | 'cached'> {
    if (!refresh && existsSync(path)) return 'cached';
    const text = await this.#ask(url);
    const problem = check(text);
    if (problem !== null) throw new AppError('fetch_failed', `${url}: ${problem}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, text, { flush: true });
    renameSync(`${path}.new`, path);
    return 'downloaded';
  }

  async #ask(url: string): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const wait = this.#nextAt - Date.now();
      if (wait > 0) await sleep(wait);
      const answer = await this.#askOnce(url).finally(() => {
        this.#nextAt = Date.now() + this.#options.pauseMs;
      });
      if (answer.text !== undefined) return answer.text;
      if (!answer.mayTryAgain || attempt >= this.#options.tries) throw new AppError('fetch_failed', `${url}: ${answer.problem}`);
      // Twice as long each time, or as long as the server says.
      this.#nextAt = Date.now() + Math.min(MAX_WAIT_MS, answer.retryAfterMs ?? this.#options.pauseMs * 2 ** attempt);
    }
  }

  async #askOnce(url: string): Promise<Answer> {
    const { userAgent, timeoutMs, maxBytes } = this.#options;
    try {
      const response = await fetch(url, { headers: { 'user-agent': userAgent }, signal: AbortSignal.timeout(timeoutMs) });
      if (!response.ok) {
        await response.body?.cancel();
        const problem = `answered ${response.status}`;
        return { problem, mayTryAgain: BUSY.has(response.status), retryAfterMs: retryAfterMs(response) };
      }
      return await readCapped(response, maxBytes);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError')
        return { problem: `no answer within ${timeoutMs} ms`, mayTryAgain: true };
      // Nobody there, or the connection broke.
      if (error instanceof TypeError) return { problem: causeOf(error), mayTryAgain: true };
      throw error;
    }
  }
}

interface Answer {
  readonly text?: string;
  readonly problem?: string;
  readonly mayTryAgain?: boolean;
  readonly retryAfterMs?: number | undefined;
}

async function readCapped(response: Response, maxBytes: number): Promise<Answer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > maxBytes) return { problem: `the answer has more than ${maxBytes} bytes`, mayTryAgain: false };
    parts.push(part);
  }
  return { text: new TextDecoder().decode(Buffer.concat(parts)) };
}

/** Seconds, or a date. */
function retryAfterMs(response: Response): number | undefined {
  const stated = response.headers.get('retry-after');
  if (stated === null) return undefined;
  const ms = /^\d+$/.test(stated) ? Number(stated) * 1_000 : Date.parse(stated) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

function causeOf(error: TypeError): string {
  const { cause } = error;
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : error.message;
}
