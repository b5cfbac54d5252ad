// What each row of a graph patch looks like as properties of a node or an edge, and as items of the fingerprint.
// The stores write exactly these properties, so that a fingerprint can be computed with a store or without one.

import type { Evidence, SourcedEvidence } from './evidence.ts';
import type { FingerprintItem } from './fingerprint.ts';
import type { EntityRow, GraphPatch, PaperEdgeRow, PaperRow, ResultRow } from './graph-patch.ts';

export type Properties = Record<string, string | number | string[] | null>;

export function paperProperties(row: PaperRow): Properties {
  return {
    id: row.id,
    title: row.title,
    date: row.date,
    publishedAt: row.publishedAt,
    url: row.url,
    lang: row.lang,
    sources: [...row.sources],
  };
}

/** Without `searchKey`, which follows from these and is no part of the fingerprint. */
export function entityProperties(row: EntityRow): Properties {
  return {
    id: row.id,
    name: row.name,
    nameZh: row.nameZh,
    aliases: [...row.aliases],
    firstSeen: row.firstSeen,
    lastSeen: row.lastSeen,
  };
}

function evidenceProperties(evidence: Evidence): Properties {
  const { quote, start, end, section, sentence, sentenceStart, markStart, markEnd } = evidence;
  return { quote, start, end, section, sentence, sentenceStart, markStart, markEnd };
}

/** Keys in one fixed order, so that equal evidence is equal text. */
function evidenceJson(e: SourcedEvidence): string {
  const { source, date, confidence, rule } = e;
  return JSON.stringify({ source, date, confidence, rule, ...evidenceProperties(e) });
}

export function paperEdgeProperties(row: PaperEdgeRow): Properties {
  return {
    id: row.id,
    role: row.role,
    confidence: row.confidence,
    rule: row.rule,
    ...evidenceProperties(row.evidence),
    source: row.source,
    firstSeen: row.firstSeen,
    lastSeen: row.lastSeen,
    name: row.name,
    surfaces: [...row.surfaces],
    more: row.more.length === 0 ? null : row.more.map(evidenceJson),
  };
}

export function resultProperties(row: ResultRow): Properties {
  return {
    id: row.id,
    subject: row.subject,
    benchmark: row.benchmark,
    metric: row.metric,
    value: row.value,
    number: row.number,
    unit: row.unit,
    kind: row.kind,
    ...evidenceProperties(row.evidence),
    source: row.source,
  };
}

export function nodeItem(id: string, labels: readonly string[], properties: Readonly<Record<string, unknown>>): FingerprintItem {
  return { key: `n|${id}`, properties: { ...properties, labels } };
}

/** `paperId` is set for DERIVED_FROM only: the same pair may be stated by several papers. */
export function edgeItem(type: string, from: string, to: string, properties: Readonly<Record<string, unknown>>): FingerprintItem {
  const paperId = typeof properties['paperId'] === 'string' ? properties['paperId'] : '';
  return { key: `e|${type}|${from}|${to}|${paperId}`, properties };
}

/** The items of a whole graph: one row per paper and entity, everything merged. `retracted` and `touched` are not looked at. */
export function* graphItems(
  graph: Pick<GraphPatch, 'papers' | 'paperEdges' | 'results' | 'entities' | 'entityEdges'>,
): Generator<FingerprintItem> {
  for (const row of graph.papers) yield nodeItem(row.id, ['Paper'], paperProperties(row));
  for (const row of graph.entities) yield nodeItem(row.id, row.labels, entityProperties(row));
  for (const row of graph.paperEdges) yield edgeItem(row.type, row.paperId, row.entityId, paperEdgeProperties(row));
  for (const row of graph.entityEdges) yield edgeItem(row.type, row.from, row.to, row.paperId === null ? {} : { paperId: row.paperId });
  for (const row of graph.results) {
    yield nodeItem(row.id, ['Result'], resultProperties(row));
    yield edgeItem('REPORTS', row.paperId, row.id, {});
    if (row.benchmarkId !== null) yield edgeItem('ON', row.id, row.benchmarkId, {});
    if (row.subjectId !== null) yield edgeItem('OF', row.id, row.subjectId, {});
  }
}
