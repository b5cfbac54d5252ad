// GET /api/papers, GET /api/papers/:id, DELETE /api/papers/:id
import { Router } from 'express';
import type { EdgeView, ScoreRelation } from '../../shared/api/edges.ts';
import { type PaperResponse, type PapersResponse, papersQuerySchema } from '../../shared/api/papers.ts';
import { AppError } from '../../shared/errors.ts';
import { evidenceSchema } from '../../shared/evidence.ts';
import { kindsOf, MENTION_KINDS } from '../../shared/ontology.ts';
import { parseCursor, toCursor } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { ownerOnly } from '../guards.ts';
import { toWords, wordsOf } from '../to-words.ts';
import { bareId, paperNode, toNodeRef, toPaperEdge, toPaperRef } from '../views.ts';

export function papersRoutes(deps: ApiDeps): Router {
  const router = Router();
  const { workspace } = deps;
  const { store } = workspace;

  router.get('/papers', async (req, res) => {
    const { entity, roles, from = '', to = '', q = '', limit, cursor } = papersQuerySchema.parse(req.query);
    const dates = { from, to };
    const list = JSON.stringify([entity ?? '', roles ?? '', dates, wordsOf(q)]);
    const [afterDate = '', afterId = ''] = parseCursor(list, cursor, 2) ?? [];
    const page = { afterDate, afterId, limit: limit + 1 };
    const ofAll = { ...dates, ...toWords(q) };
    const ofEntity = {
      ...dates,
      entity: entity ?? '',
      roles: roles === undefined ? [...MENTION_KINDS] : kindsOf(roles.split(',')),
      words: wordsOf(q),
    };
    const rows =
      entity === undefined
        ? await store.run('papers-list', { ...ofAll, ...page })
        : await store.run('entity-papers-list', { ...ofEntity, ...page });
    const counted = entity === undefined ? await store.run('papers-count', ofAll) : await store.run('entity-papers-count', ofEntity);
    const total = counted[0]?.total ?? 0;
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const isMore = rows.length > limit;
    const body: PapersResponse = {
      papers: shown.map(toPaperRef),
      total,
      truncated: shown.length < total,
      leftOut: total - shown.length,
      cursor: isMore && last ? toCursor(list, [last.date, last.id]) : null,
    };
    res.json(body);
  });

  router.get('/papers/:id', async (req, res) => {
    const id = `paper:${bareId(req.params.id)}`;
    const found = (await store.run('paper-facts', { id }))[0];
    if (!found) throw new AppError('not_found', id);
    const { title, date, url, lang, publishedAt, sources } = found.properties as {
      title: string;
      date: string;
      url: string;
      lang: string;
      publishedAt?: string;
      sources?: string[];
    };
    const paper = { id: bareId(id), title, date, url, lang };
    const [edges, results, { fingerprint }] = await Promise.all([
      store.run('paper-edges', { id }),
      store.run('paper-results', { id }),
      workspace.stats(),
    ]);
    const from = paperNode(paper);
    const views = edges.map((row) => toPaperEdge(row.type, row.properties, from, toNodeRef(row)));
    const body: PaperResponse = {
      paper: { ...paper, publishedAt: publishedAt ?? null, sources: sources ?? [] },
      edges: views,
      results: results.map(({ id: resultId, properties: p, benchmarkId, subjectId }) => ({
        id: resultId,
        subject: String(p['subject']),
        subjectId,
        benchmark: String(p['benchmark']),
        benchmarkId,
        metric: String(p['metric']),
        value: String(p['value']),
        number: typeof p['number'] === 'number' ? p['number'] : null,
        unit: typeof p['unit'] === 'string' ? p['unit'] : null,
        kind: p['kind'] === 'improvement' ? 'improvement' : 'absolute',
        evidence: evidenceSchema.parse(p),
        source: String(p['source']),
        relation: relationTo(benchmarkId, views),
      })),
      fingerprint,
    };
    res.json(body);
  });

  router.delete('/papers/:id', ownerOnly(deps), async (req, res) => {
    res.json(await workspace.retract(String(req.params['id'])));
  });
  return router;
}

/** The surest relation of a paper to the benchmark of one of its numbers. */
function relationTo(benchmarkId: string | null, edges: readonly EdgeView[]): ScoreRelation | null {
  const [surest] = edges.filter(({ to }) => to.id === benchmarkId).sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1));
  return surest ? { id: surest.id, type: surest.type, confidence: surest.confidence, rule: surest.evidence[0]?.rule ?? '' } : null;
}
