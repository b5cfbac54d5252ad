// GET /api/timeline
import { Router } from 'express';
import { AXIS_EDGES } from '../../shared/api/matrix.ts';
import { type TimelineResponse, timelineQuerySchema } from '../../shared/api/timeline.ts';
import { AppError } from '../../shared/errors.ts';
import { kindsOf, LABEL_OF, MENTION_KINDS } from '../../shared/ontology.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { ApiDeps } from '../deps.ts';
import { FingerprintCache } from '../fingerprint-cache.ts';
import { readNodes } from '../read-nodes.ts';
import { sendKept } from '../send-kept.ts';
import { toNodeRef } from '../views.ts';

const MAX_DATES = 1_000;
const MAX_IDS = 100;
type TimelineQuery = (typeof timelineQuerySchema)['_output'];

export function timelineRoutes({ workspace }: ApiDeps): Router {
  const router = Router();
  const cache = new FingerprintCache<TimelineResponse>();

  router.get('/timeline', async (req, res) => {
    const query = timelineQuerySchema.parse(req.query);
    const { fingerprint } = await workspace.stats();
    const body = await cache.get(fingerprint, JSON.stringify(query), () => readTimeline(workspace.store, query, fingerprint));
    await sendKept(req, res, body);
  });
  return router;
}

async function readTimeline(store: GraphStore, query: TimelineQuery, fingerprint: string): Promise<TimelineResponse> {
  const { from = '', to = '', by } = query;
  const { nodes, roles, total } = await readRows(store, query);
  const isShown = (date: string): boolean => date !== '' && (from === '' || date >= from) && (to === '' || date <= to);
  const days = await store.run('papers-dates', {});
  const papersAt = sumBy(
    days.filter(({ date }) => isShown(date)),
    by,
  );
  const all = [...papersAt.keys()].sort();
  const dates = all.slice(-MAX_DATES);
  const counts = await store.run('entities-dates', { ids: nodes.map(({ id }) => id), roles });
  const rows = nodes.map((node) => {
    const own = sumBy(
      counts.filter(({ id, date }) => id === node.id && isShown(date)),
      by,
    );
    const list = dates.map((date) => own.get(date) ?? 0);
    return { node, total: list.reduce((sum, count) => sum + count, 0), counts: list };
  });
  return {
    dates: dates.map((date) => ({ date, papers: papersAt.get(date) ?? 0 })),
    rows,
    undated: days.find(({ date }) => date === '')?.papers ?? 0,
    total,
    truncated: rows.length < total || dates.length < all.length,
    leftOut: total - rows.length,
    fingerprint,
  };
}

async function readRows(store: GraphStore, { type, ids, from = '', to = '', limit }: TimelineQuery) {
  if (ids !== undefined) {
    const asked = [...new Set(ids.split(',').filter((id) => id !== ''))];
    if (asked.length > MAX_IDS) throw new AppError('bad_request', `ids: at most ${MAX_IDS}`);
    const found = await readNodes(store, asked);
    const nodes = asked.flatMap((id) => found.get(id) ?? []).filter((node) => node.type !== 'paper');
    return { nodes, roles: [...MENTION_KINDS], total: nodes.length };
  }
  const axis = { label: LABEL_OF[type] as 'Method', roles: kindsOf(AXIS_EDGES[type]), from, to };
  const nodes = (await store.run('matrix-axis', { ...axis, limit })).map(toNodeRef);
  const total = nodes.length < limit ? nodes.length : ((await store.run('matrix-axis-count', axis))[0]?.total ?? nodes.length);
  return { nodes, roles: axis.roles, total };
}

function sumBy(days: readonly { readonly date: string; readonly papers: number }[], by: TimelineQuery['by']): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { date, papers } of days) {
    const start = startOf(date, by);
    sums.set(start, (sums.get(start) ?? 0) + papers);
  }
  return sums;
}

/** The first day of the day, week (Monday) or month. A date that is none stays as it is. */
function startOf(date: string, by: TimelineQuery['by']): string {
  if (by === 'day') return date;
  if (by === 'month') return `${date.slice(0, 7)}-01`;
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) return date;
  const weekday = (new Date(time).getUTCDay() + 6) % 7;
  return new Date(time - weekday * 86_400_000).toISOString().slice(0, 10);
}
