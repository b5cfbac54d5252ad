// Clusters that papers declare themselves: all that use or propose one technique, or a variant of it.
import type { Cluster } from '../shared/api/graph.ts';

export interface TechniqueUse {
  /** `paper:2602.10575` */
  readonly paperId: string;
  readonly methodId: string;
}
export interface Technique {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
}
export const MIN_CLUSTER_PAPERS = 3;

/** `uses` are USES and PROPOSES edges alone: a paper that only compares does not belong. Largest first; scores are filled in later. */
export function declaredClusters(
  uses: readonly TechniqueUse[],
  variantOf: readonly { readonly from: string; readonly to: string }[],
  techniques: readonly Technique[],
): Cluster[] {
  const direct = new Map<string, Set<string>>();
  for (const { paperId, methodId } of uses) addTo(direct, methodId, paperId.replace(/^paper:/, ''));
  const variants = new Map<string, Set<string>>();
  for (const { from, to } of variantOf) addTo(variants, to, from);
  const known = new Map(techniques.map((technique) => [technique.id, technique]));

  const clusters: Cluster[] = [];
  for (const id of new Set([...direct.keys(), ...variants.keys()])) {
    const technique = known.get(id);
    if (!technique) continue;
    const methods = [...withDescendants(id, variants)];
    const papers = new Set(methods.flatMap((method) => [...(direct.get(method) ?? [])]));
    if (papers.size < MIN_CLUSTER_PAPERS || isJustAGroup(id, papers.size, direct, variants)) continue;
    clusters.push({
      id: `cluster:${id}`,
      kind: 'declared',
      label: technique.name,
      labelZh: technique.nameZh,
      method: { id, name: technique.name, nameZh: technique.nameZh },
      papers: [...papers].sort(),
      methods: methods.filter((method) => method === id || direct.has(method)).sort(),
      score: 0,
    });
  }
  return clusters.sort((a, b) => b.papers.length - a.papers.length || (a.id < b.id ? -1 : 1));
}

/** No paper names it, and one of its variants has all its papers: the variant's cluster says it better. */
function isJustAGroup(
  id: string,
  papers: number,
  direct: ReadonlyMap<string, Set<string>>,
  variants: ReadonlyMap<string, Set<string>>,
): boolean {
  if (direct.has(id)) return false;
  for (const variant of variants.get(id) ?? []) {
    const below = new Set([...withDescendants(variant, variants)].flatMap((method) => [...(direct.get(method) ?? [])]));
    if (below.size === papers) return true;
  }
  return false;
}

function withDescendants(id: string, variants: ReadonlyMap<string, Set<string>>): Set<string> {
  const found = new Set<string>([id]);
  for (const method of found) for (const variant of variants.get(method) ?? []) found.add(variant);
  return found;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
