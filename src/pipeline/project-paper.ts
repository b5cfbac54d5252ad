// From what the ledger holds about one paper to everything it puts into the graph. Pure: the same revisions give the same rows.
import type { Revision } from '../ledger/entry.ts';
import type { Resolved } from '../resolve/types.ts';
import type { SourcedEvidence } from '../shared/evidence.ts';
import { foldCase } from '../shared/fold.ts';
import type { EntityEdgeRow, EntityRow, PaperEdgeRow, PaperRow, ResultRow } from '../shared/graph-patch.ts';
import {
  EDGE_TYPE_OF,
  LABEL_OF,
  type MentionKind,
  type MentionType,
  type NodeLabel,
  PARENT_EDGE_OF,
  type PaperEdgeType,
} from '../shared/ontology.ts';
import type { Mention } from '../shared/paper.ts';
import type { DecisionBook } from './decision-book.ts';
import { byCodeUnit, earliest, groupBy, latest, sortedSet } from './ordering.ts';

/** Raised whenever the same revisions give other rows than before: stores are then written anew on opening. */
export const PROJECTION_VERSION = 1;

export interface PaperProjection {
  readonly paper: PaperRow;
  readonly edges: readonly PaperEdgeRow[];
  readonly results: readonly ResultRow[];
  /** Targets of the edges and what they are variants, members or parts of. */
  readonly entities: readonly EntityRow[];
  readonly entityEdges: readonly EntityEdgeRow[];
}

interface Claim {
  readonly resolved: Resolved;
  /** What the reader took it for; a user's decision may have moved it since. */
  readonly readAs: string;
  readonly edgeType: PaperEdgeType;
  readonly role: MentionKind;
  readonly surfaces: readonly string[];
  readonly said: SourcedEvidence;
}

/** Null when no revision is left. */
export function projectPaper(revisions: readonly Revision[], book: DecisionBook): PaperProjection | null {
  const ordered = [...revisions].sort(byAge);
  const first = ordered[0];
  if (!first) return null;
  const paperId = first.paper.id;
  const claims = ordered.flatMap((revision) => revision.mentions.flatMap((mention) => toClaim(revision, mention, book) ?? []));
  const edges = toEdges(paperId, claims).filter((edge) => !book.isHidden(edge.id));
  const shown = new Set(edges.map((edge) => edge.id));
  const counting = claims.filter((claim) => shown.has(edgeIdOf(paperId, claim)));
  return {
    paper: toPaperRow(ordered, first),
    edges,
    results: toResults(paperId, ordered, counting),
    entities: toEntities(edges, counting),
    entityEdges: toEntityEdges(paperId, counting),
  };
}

/** The oldest digest first; content decides between equals, never the place of a file on this machine. */
function byAge(a: Revision, b: Revision): number {
  return (
    byCodeUnit(a.paper.date || '9999', b.paper.date || '9999') ||
    byCodeUnit(a.sourceName, b.sourceName) ||
    byCodeUnit(a.textHash, b.textHash)
  );
}

function toPaperRow(ordered: readonly Revision[], first: Revision): PaperRow {
  return {
    id: `paper:${first.paper.id}`,
    title: first.paper.title,
    date: first.paper.date,
    publishedAt: ordered.find((revision) => revision.paper.publishedAt)?.paper.publishedAt ?? null,
    url: first.paper.url,
    lang: first.paper.lang,
    sources: sortedSet(ordered.map((revision) => revision.sourceName)),
  };
}

function toClaim(revision: Revision, mention: Mention, book: DecisionBook): Claim | null {
  const paperId = revision.paper.id;
  const asRead = book.identify(mention.type, mention.name);
  const correction = book.correctionOf(paperId, asRead.id);
  const role = correction?.role ?? (`${mention.type}/${mention.role}` as MentionKind);
  const edgeType = EDGE_TYPE_OF[role];
  // A role this version does not know: written by another version of the reader.
  if (edgeType === undefined) return null;
  const type = typeOfRole(role);
  const resolved = correction?.name || type !== mention.type ? book.identify(type, correction?.name ?? mention.name) : asRead;
  return {
    resolved,
    readAs: mention.id,
    edgeType,
    role,
    surfaces: mention.aliases,
    said: {
      ...mention.evidence,
      source: revision.sourceName,
      date: revision.paper.date,
      confidence: mention.confidence,
      rule: mention.rule,
    },
  };
}

const edgeIdOf = (paperId: string, claim: Claim): string => `${paperId}|${claim.edgeType}|${claim.resolved.id}`;

/** One edge for each type and entity: the best evidence on it, the rest in `more`. */
function toEdges(paperId: string, claims: readonly Claim[]): PaperEdgeRow[] {
  const groups = groupBy(claims, (claim) => edgeIdOf(paperId, claim));
  const edges: PaperEdgeRow[] = [];
  for (const [id, group] of groups) {
    const ranked = [...group].sort(byEvidence);
    const best = ranked[0];
    if (!best) continue;
    const { source, date: _date, confidence, rule, ...evidence } = best.said;
    const seen = new Set([placeOf(best)]);
    const more = ranked.slice(1).filter((claim) => !seen.has(placeOf(claim)) && seen.add(placeOf(claim)));
    edges.push({
      id,
      type: best.edgeType,
      paperId: `paper:${paperId}`,
      entityId: best.resolved.id,
      role: best.role,
      confidence,
      rule,
      evidence,
      source,
      firstSeen: earliest(group.map((claim) => claim.said.date)),
      lastSeen: latest(group.map((claim) => claim.said.date)),
      name: best.resolved.name,
      surfaces: sortedSet(group.flatMap((claim) => claim.surfaces)),
      more: more.map((claim) => claim.said),
    });
  }
  return edges.sort((a, b) => byCodeUnit(a.id, b.id));
}

function byEvidence(a: Claim, b: Claim): number {
  return (
    b.said.confidence - a.said.confidence ||
    byCodeUnit(a.said.date || '9999', b.said.date || '9999') ||
    byCodeUnit(a.said.source, b.said.source) ||
    a.said.start - b.said.start ||
    byCodeUnit(a.role, b.role) ||
    byCodeUnit(a.said.rule, b.said.rule) ||
    byCodeUnit(a.said.quote, b.said.quote)
  );
}

const placeOf = (claim: Claim): string =>
  `${claim.said.date}|${claim.said.source}|${claim.said.start}|${claim.said.end}|${claim.said.quote}`;

/** Results of several digests are told once; an end that the paper has no edge to is left as words. */
function toResults(paperId: string, ordered: readonly Revision[], claims: readonly Claim[]): ResultRow[] {
  if (ordered.every((revision) => revision.results.length === 0)) return [];
  const reached = new Map<string, string>();
  // Results follow what a decision moved.
  for (const claim of claims) reached.set(claim.readAs, claim.resolved.id);
  for (const claim of claims) reached.set(claim.resolved.id, claim.resolved.id);
  const told = new Map<string, ResultRow>();
  for (const revision of ordered) {
    for (const result of revision.results) {
      const subjectId = (result.subjectId && reached.get(result.subjectId)) ?? null;
      const benchmarkId = (result.benchmarkId && reached.get(result.benchmarkId)) ?? null;
      const key = [
        subjectId ?? foldCase(result.subject),
        benchmarkId ?? foldCase(result.benchmark),
        foldCase(result.metric),
        foldCase(result.value),
        result.kind,
      ].join('|');
      if (told.has(key)) continue;
      const { subject, benchmark, metric, value, number, unit, kind, evidence } = result;
      const id = `result:${paperId}:${told.size + 1}`;
      told.set(key, {
        id,
        paperId: `paper:${paperId}`,
        subject,
        subjectId,
        benchmark,
        benchmarkId,
        metric,
        value,
        number,
        unit,
        kind,
        evidence,
        source: revision.sourceName,
      });
    }
  }
  return [...told.values()];
}

function toEntities(edges: readonly PaperEdgeRow[], claims: readonly Claim[]): EntityRow[] {
  const edgesOf = groupBy(edges, (edge) => edge.entityId);
  const rows = new Map<string, EntityRow>();
  const claimed = groupBy(claims, (claim) => claim.resolved.id);
  for (const [id, [first, ...others]] of claimed) {
    const own = edgesOf.get(id) ?? [];
    if (!first) continue;
    const { name, nameZh, aliases } = first.resolved;
    rows.set(id, {
      id,
      labels: sortedSet([first, ...others].map((claim) => LABEL_OF[typeOfRole(claim.role)])) as NodeLabel[],
      name,
      nameZh,
      aliases: sortedSet([...aliases, ...own.flatMap((edge) => edge.surfaces)]),
      baseAliases: sortedSet(aliases),
      firstSeen: earliest(own.map((edge) => edge.firstSeen)),
      lastSeen: latest(own.map((edge) => edge.lastSeen)),
    });
  }
  for (const [first] of claimed.values()) {
    for (const above of first ? ancestorsOf(first.resolved) : []) {
      if (rows.has(above.id)) continue;
      const aliases = sortedSet(above.aliases);
      rows.set(above.id, {
        id: above.id,
        labels: [LABEL_OF[above.type]],
        name: above.name,
        nameZh: above.nameZh,
        aliases,
        baseAliases: aliases,
        firstSeen: '',
        lastSeen: '',
      });
    }
  }
  return [...rows.values()].sort((a, b) => byCodeUnit(a.id, b.id));
}

const typeOfRole = (role: MentionKind): MentionType => role.slice(0, role.indexOf('/')) as MentionType;

/** Nearest first; none for types without a hierarchy. A chain that comes back to itself (a slip in the lexicon) ends there. */
function ancestorsOf(resolved: Resolved): Resolved[] {
  const above: Resolved[] = [];
  const seen = new Set([resolved.id]);
  for (let below = resolved; below.parent && PARENT_EDGE_OF[below.type] && !seen.has(below.parent.id); below = below.parent) {
    seen.add(below.parent.id);
    above.push(below.parent);
  }
  return above;
}

function toEntityEdges(paperId: string, claims: readonly Claim[]): EntityEdgeRow[] {
  const rows = new Map<string, EntityEdgeRow>();
  const add = (row: EntityEdgeRow): void => {
    if (row.from !== row.to) rows.set(`${row.type}|${row.from}|${row.to}|${row.paperId ?? ''}`, row);
  };
  for (const { resolved } of claims) {
    let below = resolved;
    for (const above of ancestorsOf(resolved)) {
      const type = PARENT_EDGE_OF[below.type];
      if (type) add({ type, from: below.id, to: above.id, paperId: null });
      below = above;
    }
  }
  const proposed = claims.filter((claim) => claim.role === 'model/proposes');
  const bases = claims.filter((claim) => claim.role === 'model/base');
  for (const model of proposed) {
    for (const base of bases) add({ type: 'DERIVED_FROM', from: model.resolved.id, to: base.resolved.id, paperId: `paper:${paperId}` });
  }
  return [...rows.entries()].sort(([a], [b]) => byCodeUnit(a, b)).map(([, row]) => row);
}
