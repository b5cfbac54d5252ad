// Synthetic graphs for the contract tests and for measuring: seeded, so that every run and every store sees the same.
import type { EntityEdgeRow, EntityRow, GraphPatch, PaperEdgeRow, PaperRow, ResultRow } from '../../src/shared/graph-patch.ts';
import { EDGE_TYPE_OF, type MentionKind, type NodeLabel } from '../../src/shared/ontology.ts';

export function makeEntity(id: string, labels: readonly NodeLabel[], more: Partial<EntityRow> = {}): EntityRow {
  const name = more.name ?? id.slice(id.indexOf(':') + 1).toUpperCase();
  return { id, labels, name, nameZh: null, aliases: [name], baseAliases: [], firstSeen: '2026-01-01', lastSeen: '2026-01-01', ...more };
}

export function makePaper(id: string, more: Partial<PaperRow> = {}): PaperRow {
  const url = `https://arxiv.org/abs/${id}`;
  return {
    id: `paper:${id}`,
    title: `Paper ${id}`,
    date: '2026-01-01',
    publishedAt: null,
    url,
    lang: 'en',
    sources: ['digest-2026-01-01.md'],
    ...more,
  };
}

export function makeEdge(paper: string, role: MentionKind, entity: EntityRow, more: Partial<PaperEdgeRow> = {}): PaperEdgeRow {
  const type = EDGE_TYPE_OF[role];
  const quote = `we rely on ${entity.name} throughout`;
  const evidence = {
    quote,
    start: 30,
    end: 30 + quote.length,
    section: 'Method',
    sentence: `Here ${quote}.`,
    sentenceStart: 25,
    markStart: 41,
    markEnd: 41 + entity.name.length,
  };
  const shared = {
    confidence: 0.9,
    rule: 'method/cue',
    source: 'digest-2026-01-01.md',
    firstSeen: '2026-01-01',
    lastSeen: '2026-01-01',
    more: [],
  };
  return {
    id: `${paper}|${type}|${entity.id}`,
    type,
    paperId: `paper:${paper}`,
    entityId: entity.id,
    role,
    evidence,
    name: entity.name,
    surfaces: [entity.name],
    ...shared,
    ...more,
  };
}

export function makeResult(
  paper: string,
  n: number,
  subject: EntityRow | null,
  benchmark: EntityRow | null,
  more: Partial<ResultRow> = {},
): ResultRow {
  const quote = `reaches 84.${n}%`;
  const evidence = {
    quote,
    start: 90,
    end: 90 + quote.length,
    section: 'Results',
    sentence: `It ${quote}.`,
    sentenceStart: 87,
    markStart: 98,
    markEnd: 103,
  };
  const what = {
    subject: subject?.name ?? 'ours',
    subjectId: subject?.id ?? null,
    benchmark: benchmark?.name ?? 'a test',
    benchmarkId: benchmark?.id ?? null,
  };
  const value = { metric: 'accuracy', value: `84.${n}%`, number: 84 + n / 10, unit: '%', kind: 'absolute' as const };
  return { id: `result:${paper}:${n}`, paperId: `paper:${paper}`, ...what, ...value, evidence, source: 'digest-2026-01-01.md', ...more };
}

export function makePatch(more: Partial<GraphPatch>): GraphPatch {
  return { papers: [], paperEdges: [], results: [], entities: [], entityEdges: [], retracted: [], touched: [], ...more };
}

/** Mulberry32: a small generator with a seed, so that a failure can be repeated. */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ROLES: readonly MentionKind[] = [
  'field/in',
  'method/uses',
  'method/proposes',
  'method/compares',
  'model/base',
  'model/auxiliary',
  'model/compares',
  'benchmark/evaluates',
  'dataset/trains',
];
const LABELS: Readonly<Record<string, NodeLabel>> = {
  field: 'Field',
  method: 'Method',
  model: 'Model',
  benchmark: 'Benchmark',
  dataset: 'Dataset',
};

/** Papers `from` to `to` of an endless seeded series: about 15 edges each, to a few hubs and many small things. */
export function makeSyntheticPatch(from: number, to: number, edgesPerPaper = 15): GraphPatch {
  const papers: PaperRow[] = [];
  const paperEdges: PaperEdgeRow[] = [];
  const results: ResultRow[] = [];
  const entityEdges: EntityEdgeRow[] = [];
  const entities = new Map<string, EntityRow>();
  for (let n = from; n < to; n++) {
    const random = makeRandom(n + 1);
    const bare = `2601.${String(n).padStart(6, '0')}`;
    papers.push(makePaper(bare, { publishedAt: n % 3 === 0 ? '2025-12-31' : null }));
    const seen = new Set<string>();
    for (let k = 0; k < edgesPerPaper; k++) {
      const role = ROLES[Math.floor(random() * ROLES.length)] ?? 'method/uses';
      const kind = role.slice(0, role.indexOf('/'));
      // A cube makes few hubs and a long tail.
      const index = Math.floor(random() ** 3 * 4_000);
      const prefix = kind === 'dataset' ? 'benchmark' : kind;
      const entity = makeEntity(`${prefix}:${prefix}-${index}`, [LABELS[kind] ?? 'Method']);
      const old = entities.get(entity.id);
      const merged = old ? { ...old, labels: [...new Set([...old.labels, ...entity.labels])].sort() } : entity;
      entities.set(entity.id, merged);
      const edge = makeEdge(bare, role, entity);
      if (seen.has(edge.id)) continue;
      seen.add(edge.id);
      paperEdges.push(edge);
      if (prefix === 'method' && index > 0) {
        const parent = makeEntity(`method:method-${Math.floor(index / 10)}`, ['Method']);
        if (!entities.has(parent.id)) entities.set(parent.id, parent);
        entityEdges.push({ type: 'VARIANT_OF', from: entity.id, to: parent.id, paperId: null });
        closeUp(parent.id, entities, entityEdges);
      }
      if (kind === 'benchmark' && results.at(-1)?.paperId !== `paper:${bare}`) results.push(makeResult(bare, 1, null, merged));
    }
  }
  return makePatch({ papers, paperEdges, results, entities: [...entities.values()], entityEdges: uniqueEdges(entityEdges) });
}

/** Parents of parents, so that the patch holds every entity its edges reach. */
function closeUp(id: string, entities: Map<string, EntityRow>, edges: EntityEdgeRow[]): void {
  const index = Number(id.slice(id.lastIndexOf('-') + 1));
  if (index === 0) return;
  const parent = makeEntity(`method:method-${Math.floor(index / 10)}`, ['Method']);
  if (!entities.has(parent.id)) entities.set(parent.id, parent);
  edges.push({ type: 'VARIANT_OF', from: id, to: parent.id, paperId: null });
  closeUp(parent.id, entities, edges);
}

function uniqueEdges(edges: readonly EntityEdgeRow[]): EntityEdgeRow[] {
  return [...new Map(edges.map((edge) => [`${edge.type}|${edge.from}|${edge.to}|${edge.paperId ?? ''}`, edge])).values()];
}
