// GET /api/matrix
import { Router } from 'express';
import { AXIS_EDGES, type MatrixResponse, matrixQuerySchema } from '../../shared/api/matrix.ts';
import { kindsOf, LABEL_OF, type MentionType } from '../../shared/ontology.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { ApiDeps } from '../deps.ts';
import { FingerprintCache } from '../fingerprint-cache.ts';
import { sendKept } from '../send-kept.ts';
import { toNodeRef } from '../views.ts';

interface Axis {
  readonly label: (typeof LABEL_OF)[MentionType] & ('Field' | 'Method' | 'Model' | 'Benchmark' | 'Dataset');
  readonly roles: string[];
  readonly from: string;
  readonly to: string;
}

export function matrixRoutes({ workspace }: ApiDeps): Router {
  const router = Router();
  const cache = new FingerprintCache<MatrixResponse>();

  router.get('/matrix', async (req, res) => {
    const query = matrixQuerySchema.parse(req.query);
    const { fingerprint } = await workspace.stats();
    const body = await cache.get(fingerprint, JSON.stringify(query), () => readMatrix(workspace.store, query, fingerprint));
    await sendKept(req, res, body);
  });
  return router;
}

async function readMatrix(
  store: GraphStore,
  { rows, columns, rowEdges, columnEdges, from = '', to = '', maxRows, maxColumns }: (typeof matrixQuerySchema)['_output'],
  fingerprint: string,
): Promise<MatrixResponse> {
  const rowAxis = toAxis(rows, rowEdges, from, to);
  const columnAxis = toAxis(columns, columnEdges, from, to);
  const [down, downTotal] = await readAxis(store, rowAxis, maxRows);
  const [across, acrossTotal] = await readAxis(store, columnAxis, maxColumns);
  const cells = await store.run('matrix-cells', {
    rows: down.map(({ node }) => node.id),
    rowRoles: rowAxis.roles,
    columns: across.map(({ node }) => node.id),
    columnRoles: columnAxis.roles,
    from,
    to,
  });
  const rowOf = new Map(down.map(({ node }, i) => [node.id, i]));
  const columnOf = new Map(across.map(({ node }, i) => [node.id, i]));
  return {
    rows: down,
    columns: across,
    cells: cells
      .flatMap(({ rowId, columnId, papers }) => {
        const [row, column] = [rowOf.get(rowId), columnOf.get(columnId)];
        return row === undefined || column === undefined || rowId === columnId ? [] : [{ row, column, papers }];
      })
      .sort((a, b) => a.row - b.row || a.column - b.column),
    total: { rows: downTotal, columns: acrossTotal },
    truncated: down.length < downTotal || across.length < acrossTotal,
    fingerprint,
  };
}

function toAxis(type: MentionType, edges: string | undefined, from: string, to: string): Axis {
  return {
    label: LABEL_OF[type] as Axis['label'],
    roles: kindsOf(edges ? edges.split(',') : AXIS_EDGES[type]),
    from,
    to,
  };
}

async function readAxis(store: GraphStore, axis: Axis, limit: number): Promise<[MatrixResponse['rows'], number]> {
  const found = await store.run('matrix-axis', { ...axis, limit });
  const total = found.length < limit ? found.length : ((await store.run('matrix-axis-count', { ...axis }))[0]?.total ?? found.length);
  return [found.map((row) => ({ node: toNodeRef(row), papers: row.papers })), total];
}
