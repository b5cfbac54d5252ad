// The family of a model: up to the oldest family by MEMBER_OF, then down again by MEMBER_OF and DERIVED_FROM.
import type { NodeRef } from '../shared/api/common.ts';
import type { LineageNode, ModelRole } from '../shared/api/lineage.ts';
import { EDGE_TYPE_OF, type MentionKind } from '../shared/ontology.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { bareId, toNodeRef } from './views.ts';

const MAX_GENERATIONS = 8;
/** Families are small; what is left out is said. */
const MAX_NODES = 400;

interface Branch {
  readonly node: NodeRef;
  readonly via: LineageNode['via'];
  readonly statedBy: string[];
}

export async function readModelTree(store: GraphStore, model: NodeRef): Promise<{ tree: LineageNode[]; isCut: boolean }> {
  const top = await oldestFamily(store, model);
  const below = new Map<string, Branch[]>();
  const known = new Set([top.id]);
  let generation = [top.id];
  for (let depth = 0; depth < MAX_GENERATIONS && generation.length > 0 && known.size < MAX_NODES; depth++) {
    const next: string[] = [];
    for (const row of await store.run('models-below', { ids: generation })) {
      const branches = below.get(row.above) ?? [];
      below.set(row.above, branches);
      const same = branches.find(({ node }) => node.id === row.id);
      const statedBy = row.paperId === null ? [] : [bareId(row.paperId)];
      if (same) same.statedBy.push(...statedBy.filter((id) => !same.statedBy.includes(id)));
      if (known.has(row.id)) continue;
      known.add(row.id);
      next.push(row.id);
      branches.push({ node: toNodeRef(row), via: row.type === 'DERIVED_FROM' ? 'DERIVED_FROM' : 'MEMBER_OF', statedBy });
    }
    generation = next;
  }
  const isCut = known.size > MAX_NODES || generation.length > 0;
  const counts = await countPapers(store, [...known]);
  const tree: LineageNode[] = [];
  const walk = (branch: Branch, parent: string | null, depth: number): void => {
    tree.push({ ...branch, parent, depth, papers: counts.get(branch.node.id) ?? noPapers() });
    for (const child of below.get(branch.node.id) ?? []) walk(child, branch.node.id, depth + 1);
  };
  walk({ node: top, via: 'MEMBER_OF', statedBy: [] }, null, 0);
  return { tree: tree.slice(0, MAX_NODES), isCut };
}

/** The first parent by id on every step, so that the same model always stands in the same tree. */
async function oldestFamily(store: GraphStore, model: NodeRef): Promise<NodeRef> {
  let top = model;
  const seen = new Set([model.id]);
  for (let step = 0; step < MAX_GENERATIONS; step++) {
    const above = (await store.run('entity-parents', { ids: [top.id] })).find((row) => row.type === 'MEMBER_OF' && !seen.has(row.id));
    if (!above) break;
    top = toNodeRef(above);
    seen.add(top.id);
  }
  return top;
}

const noPapers = (): Record<ModelRole, number> => ({ BUILDS_ON: 0, ASSISTED_BY: 0, COMPARES_WITH: 0, PROPOSES: 0 });

async function countPapers(store: GraphStore, ids: readonly string[]): Promise<Map<string, Record<ModelRole, number>>> {
  const counts = new Map<string, Record<ModelRole, number>>();
  for (const { modelId, role, total } of await store.run('models-papers-counts', { ids: [...ids] })) {
    const known = counts.get(modelId) ?? noPapers();
    counts.set(modelId, { ...known, [EDGE_TYPE_OF[role as MentionKind]]: total });
  }
  return counts;
}
