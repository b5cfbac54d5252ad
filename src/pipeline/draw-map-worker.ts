// Runs in a worker thread: draws one map and ends. Layout takes seconds on large graphs, and the server has requests to answer.
import { parentPort, workerData } from 'node:worker_threads';
import { drawMap } from '../cluster/draw-map.ts';
import type { DrawingTask } from './draw-in-worker.ts';

const { map, declared, start } = workerData as DrawingTask;
const steps = drawMap(map, declared, new Map(start));
let step = steps.next();
while (!step.done) step = steps.next();
parentPort?.postMessage(step.value);
