// The whole graph as the ledger has it, without any store: its fingerprint and counts, to hold every store against.
import { createHash } from 'node:crypto';
import type { Ledger } from '../ledger/open-ledger.ts';
import type { Resolver } from '../resolve/types.ts';
import { mergeEntityRows } from '../shared/entity-merge.ts';
import { Fingerprint } from '../shared/fingerprint.ts';
import { graphItems } from '../shared/graph-items.ts';
import type { EntityEdgeRow, EntityRow } from '../shared/graph-patch.ts';
import { EDGE_TYPES, NODE_LABELS } from '../shared/ontology.ts';
import type { StoreStats } from '../store/graph-store.ts';
import { makeDecisionBook } from './decision-book.ts';
import { byCodeUnit } from './ordering.ts';
import { type PaperProjection, projectPaper } from './project-paper.ts';

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();

/** One projection after the other, in ledger order; never all of them in memory. */
export function* projectPapers({ ledger, resolver }: { readonly ledger: Ledger; readonly resolver: Resolver }): Generator<PaperProjection> {
  const book = makeDecisionBook(ledger.state.decisions(), resolver);
  for (const id of ledger.state.paperIds()) {
    const projection = projectPaper(ledger.revisionsOf(id), book);
    if (projection) yield projection;
  }
}

/** What `stats` of a store that has caught up must answer. */
export function ledgerStats(deps: { readonly ledger: Ledger; readonly resolver: Resolver }): StoreStats {
  const counter = new StatsCounter();
  for (const projection of projectPapers(deps)) counter.add(projection);
  return counter.stats();
}

/** Counts and fingerprint of the graph that these papers make. */
export class StatsCounter {
  readonly #fingerprint = new Fingerprint(sha256);
  readonly #nodes: Record<string, number> = Object.fromEntries(NODE_LABELS.map((label) => [label, 0]));
  readonly #edges: Record<string, number> = Object.fromEntries(EDGE_TYPES.map((type) => [type, 0]));
  readonly #shared = new SharedRows();

  add(projection: PaperProjection): void {
    const { paper, edges, results } = projection;
    this.#count({ papers: [paper], paperEdges: edges, results, entities: [], entityEdges: [] });
    this.#shared.add(projection);
  }

  /** Once, at the end. */
  stats(): StoreStats {
    this.#count({ papers: [], paperEdges: [], results: [], entities: this.#shared.entities(), entityEdges: this.#shared.entityEdges() });
    return { papers: this.#nodes['Paper'] ?? 0, nodes: this.#nodes, edges: this.#edges, fingerprint: this.#fingerprint.value };
  }

  #count(graph: Parameters<typeof graphItems>[0]): void {
    for (const item of graphItems(graph)) {
      this.#fingerprint.add(item);
      const [kind, type] = item.key.split('|');
      if (kind === 'e' && type) this.#edges[type] = (this.#edges[type] ?? 0) + 1;
      else for (const label of item.properties['labels'] as readonly string[]) this.#nodes[label] = (this.#nodes[label] ?? 0) + 1;
    }
  }
}

/** Rows that several papers have a part in. */
class SharedRows {
  readonly #entities = new Map<string, EntityRow>();
  readonly #edges = new Map<string, EntityEdgeRow>();

  add(projection: PaperProjection): void {
    for (const row of projection.entities) {
      const known = this.#entities.get(row.id);
      this.#entities.set(row.id, known ? mergeEntityRows(known, row) : row);
    }
    for (const row of projection.entityEdges) this.#edges.set(`${row.type}|${row.from}|${row.to}|${row.paperId ?? ''}`, row);
  }

  entities(): EntityRow[] {
    return [...this.#entities.values()].sort((a, b) => byCodeUnit(a.id, b.id));
  }

  entityEdges(): EntityEdgeRow[] {
    return [...this.#edges.entries()].sort(([a], [b]) => byCodeUnit(a, b)).map(([, row]) => row);
  }
}
