// GET /api/metrics
import { Router } from 'express';
import { AppError } from '../../shared/errors.ts';
import type { ApiDeps } from '../deps.ts';
import type { Jobs } from '../jobs.ts';
import type { Gauge, Metrics } from '../metrics.ts';

export function metricsRoutes({ workspace, version }: ApiDeps, metrics: Metrics, jobs: Jobs): Router {
  const router = Router();
  router.get('/metrics', async (_req, res) => {
    const gauges: Gauge[] = [
      { name: 'paperloom_info', help: 'Version and store.', values: [{ labels: { version, store: workspace.store.kind }, value: 1 }] },
      { name: 'paperloom_jobs_running', help: 'Jobs that run or wait.', values: [{ value: jobs.running }] },
      { name: 'paperloom_ledger_lines', help: 'Lines of the ledger.', values: [{ value: workspace.deps.ledger.head }] },
    ];
    try {
      const { nodes, edges } = await workspace.stats();
      const byLabel = (counts: Readonly<Record<string, number>>, label: string): Gauge['values'] =>
        Object.entries(counts).map(([name, value]) => ({ labels: { [label]: name }, value }));
      gauges.push(
        { name: 'paperloom_store_ready', help: '1 when the store answers.', values: [{ value: 1 }] },
        { name: 'paperloom_nodes', help: 'Nodes of the graph by label.', values: byLabel(nodes, 'label') },
        { name: 'paperloom_edges', help: 'Edges of the graph by type.', values: byLabel(edges, 'type') },
      );
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      gauges.push({ name: 'paperloom_store_ready', help: '1 when the store answers.', values: [{ value: 0 }] });
    }
    res.setHeader('Cache-Control', 'no-store');
    res.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.render(gauges));
  });
  return router;
}
