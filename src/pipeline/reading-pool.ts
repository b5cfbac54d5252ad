// Reads papers in several threads. The answers come in the order of the papers, so that the output is the same with any number.
import { Worker } from 'node:worker_threads';
import type { Extraction, PaperText } from '../shared/paper.ts';
import type { ReaderMode } from './open-reader.ts';

export interface ReadingBatch {
  readonly number: number;
  readonly papers: readonly PaperText[];
}
interface BatchAnswer {
  readonly number: number;
  readonly extractions: readonly Extraction[];
}

/** The compiled entry, from src/pipeline and from dist/pipeline alike. Node 20 cannot run TypeScript. */
const ENTRY = new URL('../../dist/pipeline/reading-worker.js', import.meta.url);
const BATCH = 16;
/** Batches under way for each thread: one in work, one waiting. */
const AHEAD = 2;

/** Yields every paper with what was read in it. The threads end with the iteration, however it ends. */
export async function* readInThreads(
  papers: Iterable<PaperText>,
  { mode, threads }: { readonly mode: ReaderMode; readonly threads: number },
): AsyncGenerator<readonly [PaperText, Extraction]> {
  const workers = Array.from({ length: threads }, () => new Worker(ENTRY, { workerData: { mode } }));
  const waiting = new Map<number, { resolve(answer: BatchAnswer): void; reject(error: Error): void }>();
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  for (const worker of workers)
    worker
      .on('message', (answer: BatchAnswer) => {
        waiting.get(answer.number)?.resolve(answer);
        waiting.delete(answer.number);
      })
      .on('error', fail)
      .on('exit', (code) => {
        if (code !== 0) fail(new Error(`a reading thread ended with ${code}`));
      });
  const underWay: { readonly papers: readonly PaperText[]; readonly answer: Promise<BatchAnswer> }[] = [];
  const batches = inBatches(papers);
  let number = 0;
  const send = (): void => {
    while (underWay.length < threads * AHEAD) {
      const next = batches.next();
      if (next.done) return;
      const batch: ReadingBatch = { number, papers: next.value };
      const answer = new Promise<BatchAnswer>((resolve, reject) => waiting.set(batch.number, { resolve, reject }));
      // Awaited in its turn; until then a failure is nobody's unhandled rejection.
      answer.catch(() => {});
      workers[number++ % threads]?.postMessage(batch);
      underWay.push({ papers: batch.papers, answer });
    }
  };
  try {
    send();
    for (let batch = underWay.shift(); batch; batch = underWay.shift()) {
      const { extractions } = await batch.answer;
      send();
      for (const [i, paper] of batch.papers.entries()) yield [paper, extractions[i] as Extraction];
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.removeAllListeners('exit').terminate()));
  }
}

function* inBatches(papers: Iterable<PaperText>): Generator<readonly PaperText[]> {
  let batch: PaperText[] = [];
  for (const paper of papers) {
    batch.push(paper);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
