// What an ingest would do, without doing it: the edges it would add, change or remove, and the counts of a dry run.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { IngestReport } from '../shared/api/ingest.ts';
import type { Diagnostic } from '../shared/diagnostics.ts';
import { canonicalItem } from '../shared/fingerprint.ts';
import { graphItems } from '../shared/graph-items.ts';
import type { PipelineDeps } from './deps.ts';
import { type IngestOptions, PAUSE_EVERY_MS, STOPPED } from './ingest.ts';
import type { SourceInput } from './list-sources.ts';
import { byCodeUnit } from './ordering.ts';
import { Pending } from './pending.ts';
import { type PaperProjection, projectPaper } from './project-paper.ts';
import { findUnread } from './read-entries.ts';
import { bookOf } from './write-papers.ts';

export interface EdgeChange {
  readonly change: 'added' | 'changed' | 'removed';
  readonly type: string;
  readonly from: string;
  readonly to: string;
}
export interface Difference {
  readonly report: IngestReport;
  readonly edges: readonly EdgeChange[];
}
type LedgerDeps = Pick<PipelineDeps, 'ledger' | 'reader' | 'resolver'>;

/** Only the ledger is asked; the store is neither read nor written. */
export async function diff(sources: readonly SourceInput[], deps: LedgerDeps, options: IngestOptions = {}): Promise<Difference> {
  const began = performance.now();
  const diagnostics: Diagnostic[] = [];
  const papers = { added: 0, changed: 0, unchanged: 0 };
  const pending = new Pending(deps.ledger);
  const unread = findUnread(sources, {
    readerVersion: deps.reader.version,
    ...(options.format ? { format: options.format } : {}),
    currentOf: (id) => pending.currentOf(id),
    papersOfSource: (key) => deps.ledger.state.papersOfSource(key),
    onDiagnostic: (diagnostic) => diagnostics.push(diagnostic),
    onPaper: (outcome) => papers[outcome]++,
  });
  let pausedAt = performance.now();
  for (const entry of unread) {
    if (options.signal?.aborted) {
      diagnostics.push(STOPPED);
      break;
    }
    if (entry) pending.add({ ...entry, ...deps.reader.read(entry.paper) });
    if (performance.now() - pausedAt < PAUSE_EVERY_MS) continue;
    await letOthersRun();
    pausedAt = performance.now();
  }
  const { nodes, edges } = compare(deps, pending);
  const failed = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const count = (change: EdgeChange['change']): number => edges.filter((edge) => edge.change === change).length;
  return {
    report: {
      papers: { ...papers, failed },
      nodes,
      edges: { added: count('added'), changed: count('changed'), removed: count('removed') },
      diagnostics,
      ms: Math.round(performance.now() - began),
    },
    edges,
  };
}

function compare(deps: LedgerDeps, pending: Pending): { nodes: IngestReport['nodes']; edges: EdgeChange[] } {
  const book = bookOf(deps);
  const ids = pending.paperIds;
  const before = itemsOf(ids.flatMap((id) => projectPaper(deps.ledger.revisionsOf(id), book) ?? []));
  const after = itemsOf(ids.flatMap((id) => projectPaper(pending.revisionsOf(id), book) ?? []));
  const moved = new Set([...before.keys(), ...after.keys()].filter((key) => before.has(key) !== after.has(key)));
  // What another paper has as well neither comes nor goes.
  const changing = new Set(ids);
  for (const id of moved.size === 0 ? [] : deps.ledger.state.paperIds()) {
    const projection = changing.has(id) ? null : projectPaper(deps.ledger.revisionsOf(id), book);
    if (projection) for (const key of itemsOf([projection]).keys()) moved.delete(key);
  }
  const nodes = { added: 0, removed: 0 };
  const edges: EdgeChange[] = [];
  for (const key of moved) {
    const came = after.has(key);
    const [kind, type = '', from = '', to = ''] = key.split('|');
    if (kind === 'e') edges.push({ change: came ? 'added' : 'removed', type, from, to });
    else nodes[came ? 'added' : 'removed']++;
  }
  for (const [key, item] of after) {
    const old = before.get(key);
    if (old === undefined || old === item) continue;
    const [kind, type = '', from = '', to = ''] = key.split('|');
    if (kind === 'e') edges.push({ change: 'changed', type, from, to });
    // A result that says something else is a changed claim of its paper, as the stores count it.
    else if (type.startsWith('result:'))
      edges.push({ change: 'changed', type: 'REPORTS', from: `paper:${type.split(':').slice(1, -1).join(':')}`, to: type });
  }
  return { nodes, edges: edges.sort((a, b) => byCodeUnit(a.from, b.from) || byCodeUnit(a.type, b.type) || byCodeUnit(a.to, b.to)) };
}

/** Key to canonical text, of nodes and edges alike. */
function itemsOf(projections: readonly PaperProjection[]): Map<string, string> {
  const items = new Map<string, string>();
  for (const { paper, edges, results, entities, entityEdges } of projections) {
    for (const item of graphItems({ papers: [paper], paperEdges: edges, results, entities, entityEdges }))
      items.set(item.key, canonicalItem(item));
  }
  return items;
}
