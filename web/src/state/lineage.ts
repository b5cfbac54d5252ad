// The papers of a lineage by role, and within a role by the technique they share: what a reader who chooses a base model asks for.
import type { NodeRef } from '../../../src/shared/api/common.ts';
import type { LineagePaper, ModelRole } from '../../../src/shared/api/lineage.ts';

export interface TechniqueGroup {
  /** Null for papers whose techniques no other paper here has. */
  readonly technique: NodeRef | null;
  readonly papers: readonly LineagePaper[];
}
/** Base, auxiliary and compared are never one list. */
export const ROLES_IN_ORDER = ['BUILDS_ON', 'ASSISTED_BY', 'COMPARES_WITH', 'PROPOSES'] as const satisfies readonly ModelRole[];

export function groupByTechnique(papers: readonly LineagePaper[], role: ModelRole): TechniqueGroup[] {
  const here = papers.filter(({ edge }) => edge.type === role);
  const groups = new Map<string, { technique: NodeRef; papers: LineagePaper[] }>();
  for (const paper of here) {
    for (const { node } of new Map(paper.techniques.map((entry) => [entry.node.id, entry])).values()) {
      const group = groups.get(node.id) ?? { technique: node, papers: [] };
      groups.set(node.id, group);
      group.papers.push(paper);
    }
  }
  const shared = [...groups.values()].filter((group) => countPapers(group.papers) > 1);
  shared.sort((a, b) => countPapers(b.papers) - countPapers(a.papers) || (a.technique.id < b.technique.id ? -1 : 1));
  const covered = new Set(shared.flatMap((group) => group.papers));
  const rest = here.filter((paper) => !covered.has(paper));
  return rest.length > 0 ? [...shared, { technique: null, papers: rest }] : shared;
}

export const countPapers = (entries: readonly LineagePaper[]): number => new Set(entries.map(({ paper }) => paper.id)).size;

/** The same paper may touch several models of one family. */
export function papersOnce(entries: readonly LineagePaper[]): { paper: LineagePaper['paper']; entries: LineagePaper[] }[] {
  const papers = new Map<string, { paper: LineagePaper['paper']; entries: LineagePaper[] }>();
  for (const entry of entries) {
    const known = papers.get(entry.paper.id);
    if (known) known.entries.push(entry);
    else papers.set(entry.paper.id, { paper: entry.paper, entries: [entry] });
  }
  return [...papers.values()];
}
