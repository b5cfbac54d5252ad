// What a transaction changes of the counts and of the fingerprint: added to what is kept in the graph, in the same transaction.
import { hash } from 'node:crypto';
import { canonicalItem, Fingerprint } from '../../shared/fingerprint.ts';
import { edgeItem, entityProperties, nodeItem } from '../../shared/graph-items.ts';
import type { EntityRow } from '../../shared/graph-patch.ts';
import { EDGE_TYPES, NODE_LABELS } from '../../shared/ontology.ts';
import type { StoreStats } from '../graph-store.ts';

export const sha256 = (text: string): Uint8Array => hash('sha256', text, 'buffer');

export const NO_STATS: StoreStats = {
  papers: 0,
  nodes: Object.fromEntries(NODE_LABELS.map((label) => [label, 0])),
  edges: Object.fromEntries(EDGE_TYPES.map((type) => [type, 0])),
  fingerprint: new Fingerprint(sha256).value,
};

type Props = Readonly<Record<string, unknown>>;
type Sign = 1 | -1;

/** Counts and fingerprint that are added to and taken from, beginning with those of another moment. */
export class RunningStats {
  readonly #nodes: Record<string, number>;
  readonly #edges: Record<string, number>;
  readonly #fingerprint: Fingerprint;

  constructor(from: StoreStats = NO_STATS) {
    this.#nodes = { ...from.nodes };
    this.#edges = { ...from.edges };
    this.#fingerprint = new Fingerprint(sha256, from.fingerprint);
  }

  /** Labels that are not of the ontology do not count. */
  node(sign: Sign, id: string, labels: readonly string[], properties: Props): void {
    const ours = labels.filter((label) => label in this.#nodes);
    for (const label of ours) this.#nodes[label] = (this.#nodes[label] ?? 0) + sign;
    this.#fingerprint.addText(canonicalItem(nodeItem(id, ours, properties)), sign);
  }

  entity(sign: Sign, row: EntityRow): void {
    this.node(sign, row.id, row.labels, entityProperties(row));
  }

  edge(sign: Sign, type: string, from: string, to: string, properties: Props = {}): void {
    this.edgeText(sign, type, canonicalItem(edgeItem(type, from, to, properties)));
  }

  /** `text`: the edge's item in canonical form, for whom has it at hand. */
  edgeText(sign: Sign, type: string, text: string): void {
    this.#edges[type] = (this.#edges[type] ?? 0) + sign;
    this.#fingerprint.addText(text, sign);
  }

  get value(): StoreStats {
    return {
      papers: this.#nodes['Paper'] ?? 0,
      nodes: { ...this.#nodes },
      edges: { ...this.#edges },
      fingerprint: this.#fingerprint.value,
    };
  }
}

const sum = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]));

/** `delta` holds differences: its numbers may be negative. */
export function addStats(base: StoreStats, delta: StoreStats): StoreStats {
  const nodes = sum(base.nodes, delta.nodes);
  return {
    papers: nodes['Paper'] ?? 0,
    nodes,
    edges: sum(base.edges, delta.edges),
    fingerprint: addFingerprints(base.fingerprint, delta.fingerprint),
  };
}

function addFingerprints(a: string, b: string): string {
  const parts = (text: string): [bigint, number] => [BigInt(`0x${text.slice(0, 32)}`), Number(text.slice(33))];
  const [x, n] = parts(a);
  const [y, m] = parts(b);
  return `${((x + y) & ((1n << 128n) - 1n)).toString(16).padStart(32, '0')}-${n + m}`;
}
