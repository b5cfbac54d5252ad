// Which declared clusters a map shows by hull and name, and groups its papers by: those that say something about where a paper stands.
import type { Cluster } from './api/graph.ts';

type Declared = Pick<Cluster, 'id' | 'kind' | 'method' | 'methods' | 'papers'>;

const MAX_LANDMARKS = 12;
/** A technique in more than this share of all papers tells little about any of them. */
const MAX_SHARE = 1 / 3;
/** With so few papers every share is large. */
const FEW_PAPERS = 12;
/** A technique whose variants have so much of its papers between them gives way to them: GRPO says more than policy optimization. */
const GIVES_WAY_FROM = 0.5;

/** The best known first; none is a variant of another. */
export function landmarkClusters<C extends Declared>(clusters: readonly C[], paperCount: number): C[] {
  const declared = clusters.filter(({ kind, method }) => kind === 'declared' && method !== null);
  const below = (cluster: C): C[] => declared.filter((other) => other !== cluster && isVariant(other, cluster));
  const isBroad = (cluster: C): boolean => {
    if (paperCount >= FEW_PAPERS && cluster.papers.length > paperCount * MAX_SHARE) return true;
    const covered = new Set(below(cluster).flatMap(({ papers }) => papers));
    return covered.size >= cluster.papers.length * GIVES_WAY_FROM;
  };
  const telling = declared.filter((cluster) => !isBroad(cluster));
  return telling
    .filter((cluster) => !telling.some((other) => other !== cluster && isVariant(cluster, other)))
    .sort((a, b) => b.papers.length - a.papers.length || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_LANDMARKS);
}

function isVariant(cluster: Declared, of: Declared): boolean {
  const id = cluster.method?.id ?? '';
  // Two techniques in a ring of variants hold each other: of those the first by id stays.
  return of.methods.includes(id) && (!cluster.methods.includes(of.method?.id ?? '') || (of.method?.id ?? '') < id);
}
