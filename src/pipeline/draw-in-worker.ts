// The map, drawn in another thread.
import { Worker } from 'node:worker_threads';
import type { DrawnMap } from '../cluster/draw-map.ts';
import type { Point } from '../cluster/layout.ts';
import type { MapGraph } from '../cluster/map-graph.ts';
import type { Cluster } from '../shared/api/graph.ts';

export interface DrawingTask {
  readonly map: MapGraph;
  readonly declared: readonly Cluster[];
  readonly start: readonly (readonly [string, Point])[];
}
/** The compiled entry, from src/pipeline and from dist/pipeline alike. Node 20 cannot run TypeScript. */
const ENTRY = new URL('../../dist/pipeline/draw-map-worker.js', import.meta.url);

export function drawInWorker(task: DrawingTask): Promise<DrawnMap> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(ENTRY, { workerData: task });
    // A process that has nothing else to do need not wait for a map.
    worker.unref();
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the drawing thread ended with ${code}`)));
  });
}
