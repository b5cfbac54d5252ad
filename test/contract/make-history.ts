// A seeded history of adding, changing and retracting papers: what a store is told day after day, for tests of ends that must be alike.
import type { GraphPatch } from '../../src/shared/graph-patch.ts';
import { makePatch, makeRandom, makeSyntheticPatch } from './make-graph.ts';

/** `papers`: how many a step touches. Every step overlaps with others, so that papers are replaced, lose edges and go. */
export function makeHistory(seed: number, steps: number, papers = 3): GraphPatch[] {
  const random = makeRandom(seed);
  const present = new Set<number>();
  return Array.from({ length: steps }, () => {
    const n = Math.floor(random() * steps) * papers;
    const isRetract = present.has(n) && random() < 0.4;
    const full = makeSyntheticPatch(n, n + papers, 3 + Math.floor(random() * 6));
    if (isRetract) present.delete(n);
    else present.add(n);
    const retracted = full.papers.slice(0, Math.ceil(papers / 2)).map((row) => row.id);
    return isRetract ? makePatch({ retracted, touched: full.entities }) : { ...full, touched: full.entities };
  });
}
