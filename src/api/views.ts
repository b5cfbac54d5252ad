// Rows of the store as the shapes the API answers with. Ids are ours, never the database's.
import { nodeTypeOf } from '../pipeline/node-type.ts';
import type { NodeRef, PaperRef } from '../shared/api/common.ts';
import type { EdgeView } from '../shared/api/edges.ts';
import type { Entity } from '../shared/api/entities.ts';
import { evidenceSchema, type SourcedEvidence, sourcedEvidenceSchema } from '../shared/evidence.ts';
import type { EdgeType } from '../shared/ontology.ts';
import { ownLabels } from '../shared/own-labels.ts';

type Properties = Readonly<Record<string, unknown>>;
interface NodeRow {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly labels: readonly string[];
}
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export function toNodeRef({ id, name, nameZh, labels }: NodeRow): NodeRef {
  return { id, type: nodeTypeOf(id, labels), name, nameZh };
}

/** Without the `paper:` prefix. */
export const bareId = (id: string): string => id.replace(/^paper:/, '');

export function toPaperRef({ id, title, date, url, lang }: PaperRef): PaperRef {
  return { id: bareId(id), title, date, url, lang };
}

export function paperNode({ id, title }: Pick<PaperRef, 'id' | 'title'>): NodeRef {
  return { id: `paper:${bareId(id)}`, type: 'paper', name: title, nameZh: null };
}

export function toEntity(properties: Properties, labels: readonly string[], papers: number): Entity {
  const id = textOf(properties['id']);
  return {
    id,
    type: nodeTypeOf(id, labels),
    labels: ownLabels(labels),
    name: textOf(properties['name']),
    nameZh: textOf(properties['nameZh']) || null,
    aliases: [...((properties['aliases'] ?? []) as readonly string[])],
    firstSeen: textOf(properties['firstSeen']),
    lastSeen: textOf(properties['lastSeen']),
    papers,
  };
}

/** An edge from a paper: the best evidence is flat on it, the rest stands in `more` as JSON. */
export function toPaperEdge(type: string, properties: Properties, from: NodeRef, to: NodeRef): EdgeView {
  const best: SourcedEvidence = {
    ...evidenceSchema.parse(properties),
    source: textOf(properties['source']),
    date: textOf(properties['firstSeen']),
    confidence: Number(properties['confidence']),
    rule: textOf(properties['rule']),
  };
  const more = ((properties['more'] ?? []) as readonly string[]).map((json) => sourcedEvidenceSchema.parse(JSON.parse(json)));
  return {
    id: `${bareId(from.id)}|${type}|${to.id}`,
    type: type as EdgeType,
    role: textOf(properties['role']) || null,
    from,
    to,
    confidence: best.confidence,
    firstSeen: textOf(properties['firstSeen']),
    evidence: [best, ...more],
  };
}

/** An edge between entities follows from names (or from a paper that derives one from the other): there is no sentence of its own. */
export function toEntityEdge(type: string, from: NodeRef, to: NodeRef): EdgeView {
  return { id: `${from.id}|${type}|${to.id}`, type: type as EdgeType, role: null, from, to, confidence: 1, firstSeen: '', evidence: [] };
}
