// GET /api/leaderboards, GET /api/leaderboards/:id
import { Router } from 'express';
import type { ScoreRelation } from '../../shared/api/edges.ts';
import { type Board, type LeaderboardResponse, type LeaderboardsResponse, leaderboardsQuerySchema } from '../../shared/api/leaderboards.ts';
import { AppError } from '../../shared/errors.ts';
import { evidenceSchema } from '../../shared/evidence.ts';
import type { EdgeType } from '../../shared/ontology.ts';
import type { QueryRow } from '../../store/queries.ts';
import type { ApiDeps } from '../deps.ts';
import { bareId, toEntity, toNodeRef, toPaperRef } from '../views.ts';

/** More numbers than these on one benchmark are counted, not shown. */
const MAX_RESULTS = 2_000;

export function leaderboardsRoutes({ workspace }: ApiDeps): Router {
  const router = Router();
  const { store } = workspace;

  router.get('/leaderboards', async (req, res) => {
    const rows = await store.run('leaderboards-list', leaderboardsQuerySchema.parse(req.query));
    const benchmarks = rows.map((row) => ({ benchmark: toNodeRef(row), results: row.results, papers: row.papers }));
    res.json({ benchmarks } satisfies LeaderboardsResponse);
  });

  router.get('/leaderboards/:id', async (req, res) => {
    const { id } = req.params;
    const found = (await store.run('entity-facts', { id }))[0];
    if (!found) throw new AppError('not_found', id);
    const { type, name, nameZh } = toEntity(found.properties, found.labels, found.papers);
    const [rows, relations, counted, { fingerprint }] = await Promise.all([
      store.run('leaderboard-results', { id, limit: MAX_RESULTS }),
      store.run('leaderboard-relations', { id }),
      store.run('leaderboard-count', { id }),
      workspace.stats(),
    ]);
    const total = counted[0]?.total ?? rows.length;
    const body: LeaderboardResponse = {
      benchmark: { id, type, name, nameZh },
      boards: toBoards(rows, toRelations(relations, id)),
      total,
      truncated: rows.length < total,
      leftOut: total - rows.length,
      fingerprint,
    };
    res.json(body);
  });
  return router;
}

/** The first row of a paper is the surest. */
function toRelations(rows: readonly QueryRow<'leaderboard-relations'>[], benchmarkId: string): Map<string, ScoreRelation> {
  const surest = new Map<string, ScoreRelation>();
  for (const { paperId, type, confidence, rule } of rows)
    if (!surest.has(paperId))
      surest.set(paperId, { id: `${bareId(paperId)}|${type}|${benchmarkId}`, type: type as EdgeType, confidence, rule });
  return surest;
}

function toBoards(rows: readonly QueryRow<'leaderboard-results'>[], relations: ReadonlyMap<string, ScoreRelation>): Board[] {
  const boards = new Map<string, Board>();
  for (const row of rows) {
    const { properties: p } = row;
    const kind = p['kind'] === 'improvement' ? 'improvement' : 'absolute';
    const metric = String(p['metric']);
    const key = `${kind}\n${metric.toLowerCase()}`;
    const board = boards.get(key) ?? { metric, kind, rows: [] };
    boards.set(key, board);
    board.rows.push({
      id: row.resultId,
      subject: String(p['subject']),
      entity:
        row.subjectId !== null && row.subjectName !== null
          ? toNodeRef({ id: row.subjectId, name: row.subjectName, nameZh: row.subjectNameZh, labels: row.subjectLabels ?? [] })
          : null,
      value: String(p['value']),
      number: typeof p['number'] === 'number' ? p['number'] : null,
      unit: typeof p['unit'] === 'string' ? p['unit'] : null,
      paper: toPaperRef(row),
      evidence: evidenceSchema.parse(p),
      source: String(p['source']),
      relation: relations.get(row.id) ?? null,
    });
  }
  const order = (a: number | null, b: number | null): number => (b ?? Number.NEGATIVE_INFINITY) - (a ?? Number.NEGATIVE_INFINITY) || 0;
  for (const { rows: list } of boards.values()) list.sort((a, b) => order(a.number, b.number) || (a.id < b.id ? -1 : 1));
  return [...boards.values()].sort(
    (a, b) =>
      Number(a.kind === 'improvement') - Number(b.kind === 'improvement') ||
      b.rows.length - a.rows.length ||
      (a.metric < b.metric ? -1 : 1),
  );
}
