// Most things on a map are in one paper alone. They are no landmarks and pull nothing: each stands around the one node it belongs to,
// in rings, so that a paper and what only it has read as one small flower.
import type { MapGraph, MapNode } from './map-graph.ts';

/** Where a satellite stands, from its owner. */
export interface Petal {
  readonly node: MapNode;
  readonly dx: number;
  readonly dy: number;
}

/** Satellite to owner. Owners are never satellites themselves. */
export function findOwners({ nodes, edges }: MapGraph): Map<string, string> {
  const papers = new Set(nodes.filter(({ type }) => type === 'paper').map(({ id }) => id));
  const papersOf = new Map<string, Set<string>>();
  const kin = new Map<string, Set<string>>();
  for (const { source, target } of edges) {
    if (papers.has(source)) add(papersOf, target, source);
    else {
      add(kin, source, target);
      add(kin, target, source);
    }
  }
  const owners = new Map<string, string>();
  for (const { id, type } of nodes) {
    const mentioned = papersOf.get(id);
    const [only] = mentioned ?? [];
    if (type !== 'paper' && mentioned?.size === 1 && only !== undefined) owners.set(id, only);
  }
  // What no paper names itself (a family, a parent) stands with those it is the family of, where most of them are.
  const unnamed = nodes.filter(({ id, type }) => type !== 'paper' && !papersOf.has(id)).map(({ id }) => id);
  const isUnnamed = new Set(unnamed);
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    for (const id of unnamed) {
      if (owners.has(id)) continue;
      const votes = new Map<string, number>();
      for (const other of kin.get(id) ?? []) {
        const owner = owners.get(other) ?? (isUnnamed.has(other) ? null : other);
        if (owner !== null) votes.set(owner, (votes.get(owner) ?? 0) + 1);
      }
      const most = [...votes].sort(([x, n], [y, m]) => m - n || (x < y ? -1 : 1))[0];
      if (!most) continue;
      owners.set(id, most[0]);
      isGrowing = true;
    }
  }
  return owners;
}

const ORDER: readonly string[] = ['method', 'model', 'benchmark', 'dataset', 'field', 'paper'];

/** Places around an owner of radius `inner`, in rings; the same type side by side. Answers the outermost reach as well. */
export function placeAround(
  inner: number,
  satellites: readonly MapNode[],
  radiusOf: (node: MapNode) => number,
  margin: number,
): { petals: Petal[]; reach: number } {
  const ordered = [...satellites].sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type) || (a.id < b.id ? -1 : 1));
  const petals: Petal[] = [];
  let reach = inner;
  let at = 0;
  while (at < ordered.length) {
    const widest = Math.max(...ordered.slice(at, at + 12).map(radiusOf));
    const ring = reach + margin + widest;
    const room = Math.max(1, Math.floor((2 * Math.PI * ring) / (2 * widest + margin)));
    // What is left is shared out evenly, so that the last ring is no crescent.
    const count = Math.min(room, ordered.length - at);
    for (const [i, node] of ordered.slice(at, at + count).entries()) {
      const angle = (2 * Math.PI * i) / count - Math.PI / 2;
      petals.push({ node, dx: ring * Math.cos(angle), dy: ring * Math.sin(angle) });
    }
    at += count;
    reach = ring + widest;
  }
  return { petals, reach };
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
