// GET /api/search: things by any of their names in both languages, papers by words of the title or by id.
import { Router } from 'express';
import { nodeTypeOf } from '../../pipeline/node-type.ts';
import { type NodeType, nodeTypeSchema } from '../../shared/api/common.ts';
import { type SearchHit, type SearchResponse, searchQuerySchema } from '../../shared/api/search.ts';
import { compareCodePoints } from '../../shared/entity-merge.ts';
import { AppError } from '../../shared/errors.ts';
import { foldName } from '../../shared/fold.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { QueryParams, QueryRow } from '../../store/queries.ts';
import type { ApiDeps } from '../deps.ts';
import { toWords } from '../to-words.ts';

/** So many times the places that are asked for are looked at: the number of edges, which says who comes next, is at least that of papers. */
const CANDIDATES = 5;
type Found = QueryRow<'search-entities'> & { readonly papers: number };

export function searchRoutes({ workspace }: ApiDeps): Router {
  const router = Router();
  const { store } = workspace;

  router.get('/search', async (req, res) => {
    const { q, types: asked, limit } = searchQuerySchema.parse(req.query);
    const types = toTypes(asked);
    const key = foldName(q);
    if (key === '') return void res.json({ hits: [], total: 0, truncated: false } satisfies SearchResponse);
    const prefixes = (['field', 'method', 'model'] as const).filter((type) => types.has(type)).map((type) => `${type}:`);
    const filter = { key, prefixes, benchmarks: types.has('benchmark'), datasets: types.has('dataset') };
    const entities = await findEntities(store, filter, limit);
    let total = entities.length < limit ? entities.length : ((await store.run('search-entities-count', filter))[0]?.total ?? 0);
    const hits: SearchHit[] = entities.map(({ id, name, nameZh, labels, aliases, papers }) => ({
      id,
      type: nodeTypeOf(id, labels),
      name,
      nameZh,
      matched: matchedForm(key, name, nameZh, aliases),
      papers,
    }));
    if (types.has('paper')) {
      const words = { from: '', to: '', ...toWords(q) };
      const found = await store.run('papers-list', { ...words, afterDate: '', afterId: '', limit });
      total += found.length < limit ? found.length : ((await store.run('papers-count', words))[0]?.total ?? 0);
      // An id or a whole title that was typed comes first; else things before papers.
      const papers = found.map(
        (row): SearchHit => ({ id: row.id, type: 'paper', name: row.title, nameZh: null, matched: null, papers: 1 }),
      );
      const exact = papers.filter((hit) => hit.id === `paper:${q.trim()}` || foldName(hit.name) === key);
      hits.unshift(...exact);
      hits.push(...papers.filter((hit) => !exact.includes(hit)));
    }
    const shown = balance(hits, limit);
    res.json({ hits: shown, total, truncated: shown.length < total } satisfies SearchResponse);
  });
  return router;
}

/** Best match first, then most papers. Papers are counted for as few as decide it: counting the edges of every hub takes long. */
async function findEntities(store: GraphStore, filter: Omit<QueryParams<'search-entities'>, 'limit'>, limit: number): Promise<Found[]> {
  const rows = await store.run('search-entities', { ...filter, limit: limit * CANDIDATES });
  let found: Found[] = [];
  for (let from = 0; from < rows.length; from += limit) {
    const next = rows[from];
    const last = found[limit - 1];
    if (next && last && (last.rank < next.rank || (last.rank === next.rank && last.papers > next.edges))) break;
    const part = rows.slice(from, from + limit);
    const ids = part.filter(({ edges }) => edges > 0).map(({ id }) => id);
    const papers = new Map((await store.run('entities-papers', { ids })).map((row) => [row.id, row.papers]));
    found = [...found, ...part.map((row) => ({ ...row, papers: papers.get(row.id) ?? 0 }))]
      .sort((a, b) => a.rank - b.rank || b.papers - a.papers || compareCodePoints(a.id, b.id))
      .slice(0, limit);
  }
  return found;
}

/** Things come first, but a quarter of the places is for papers when there are some. */
function balance(hits: readonly SearchHit[], limit: number): SearchHit[] {
  if (hits.length <= limit) return [...hits];
  const papers = hits.filter((hit) => hit.type === 'paper');
  const room = Math.max(limit - papers.length, Math.ceil(limit * 0.75));
  const things = new Set(hits.filter((hit) => hit.type !== 'paper').slice(0, room));
  return hits.filter((hit) => hit.type === 'paper' || things.has(hit)).slice(0, limit);
}

function toTypes(asked: string | undefined): ReadonlySet<NodeType> {
  const names = asked?.split(',').filter((name) => name !== '') ?? [];
  for (const name of names)
    if (!nodeTypeSchema.safeParse(name).success)
      throw new AppError('bad_request', `types: ${JSON.stringify(name)} is not one of ${nodeTypeSchema.options.join(', ')}`);
  return new Set(names.length === 0 ? nodeTypeSchema.options : (names as NodeType[]));
}

/** The form that was found, when the name itself does not show why. */
function matchedForm(key: string, name: string, nameZh: string | null, aliases: readonly string[]): string | null {
  if (foldName(name).includes(key) || (nameZh !== null && foldName(nameZh).includes(key))) return null;
  return aliases.find((alias) => foldName(alias) === key) ?? aliases.find((alias) => foldName(alias).includes(key)) ?? null;
}
