// Runs in a worker thread: reads the papers it is sent, one batch after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { openReader, type ReaderMode } from './open-reader.ts';
import type { ReadingBatch } from './reading-pool.ts';

const { mode } = workerData as { readonly mode: ReaderMode };
const { reader } = openReader({ mode });
parentPort?.on('message', ({ number, papers }: ReadingBatch) => {
  parentPort?.postMessage({ number, extractions: papers.map((paper) => reader.read(paper)) });
});
