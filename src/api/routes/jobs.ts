// GET /api/jobs/:id, GET /api/jobs/:id/events, POST /api/jobs/:id/cancel
import { Router } from 'express';
import type { Job, JobResponse } from '../../shared/api/jobs.ts';
import { AppError } from '../../shared/errors.ts';
import type { ApiDeps } from '../deps.ts';
import { userOnly } from '../guards.ts';
import type { Jobs } from '../jobs.ts';

const HEARTBEAT_MS = 15_000;
const EVENT_OF = { running: 'progress', done: 'done', cancelled: 'cancelled', failed: 'failed' } as const satisfies Record<
  Job['state'],
  string
>;

export function jobsRoutes(deps: ApiDeps, jobs: Jobs): Router {
  const router = Router();
  const jobOf = (id: string): Job => {
    const job = jobs.find(id);
    if (!job) throw new AppError('not_found', `job ${id}`);
    return job;
  };

  router.get('/jobs/:id', (req, res) => {
    res.setHeader('Cache-Control', 'no-store');
    res.json({ job: jobOf(req.params.id) } satisfies JobResponse);
  });

  router.post('/jobs/:id/cancel', userOnly(deps), (req, res) => {
    const { id } = jobOf(String(req.params['id']));
    jobs.cancel(id);
    res.setHeader('Cache-Control', 'no-store');
    res.json({ job: jobOf(id) } satisfies JobResponse);
  });

  // The state of now first, then every change; the stream ends with the job.
  router.get('/jobs/:id/events', (req, res) => {
    const job = jobOf(req.params.id);
    // `no-transform`: a compressor would hold events back.
    res.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    const heartbeat = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_MS);
    const stop = jobs.listen(job.id, (changed) => send(changed));
    const send = (changed: Job): void => {
      // A client that does not read is told less, never kept for.
      if (changed.state !== 'running' || !res.writableNeedDrain)
        res.write(`event: ${EVENT_OF[changed.state]}\ndata: ${JSON.stringify(changed)}\n\n`);
      if (changed.state !== 'running') res.end();
    };
    res.once('close', () => {
      clearInterval(heartbeat);
      stop();
    });
    send(job);
  });
  return router;
}
