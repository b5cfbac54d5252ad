// Clusters that nobody declared: papers that share much, found by Louvain over papers and what they have in common.
import type { Cluster } from '../shared/api/graph.ts';
import { MIN_CLUSTER_PAPERS } from './declared-clusters.ts';
import { Graph, louvain } from './graphology.ts';
import { edgeWeight, type MapGraph, type MapNode, type Random } from './map-graph.ts';

export interface Communities {
  /** Node id to community. What no paper has an edge to is in none. */
  readonly of: ReadonlyMap<string, number>;
  readonly clusters: readonly Cluster[];
}

/** What more papers share than this tells nothing about any two of them. */
const MAX_SHARED_BY = 200;

export function detectedCommunities(map: MapGraph, random: Random): Communities {
  const graph = toPaperGraph(map);
  const ofPapers =
    graph.size === 0
      ? new Map(graph.nodes().map((id, i) => [id, i]))
      : new Map(Object.entries(louvain(graph, { getEdgeWeight: 'weight', rng: random })));
  const of = joinThings(map, ofPapers);
  return { of, clusters: graph.size === 0 ? [] : toClusters(map, of, graph) };
}

/** Papers alone, tied by what two of them share (Newman's weight: a thing that n papers share is spread over n - 1 others). */
function toPaperGraph(map: MapGraph): Graph {
  const graph = new Graph({ type: 'undirected', multi: false });
  for (const node of map.nodes) if (node.type === 'paper') graph.addNode(node.id);
  const sharers = new Map<string, Map<string, number>>();
  for (const edge of map.edges) {
    if (!graph.hasNode(edge.source)) continue;
    const papers = sharers.get(edge.target) ?? new Map<string, number>();
    papers.set(edge.source, Math.max(papers.get(edge.source) ?? 0, edgeWeight(edge, 0)));
    sharers.set(edge.target, papers);
  }
  for (const papers of sharers.values()) {
    if (papers.size < 2 || papers.size > MAX_SHARED_BY) continue;
    const list = [...papers];
    const spread = (papers.size - 1) * Math.log2(2 + papers.size);
    for (const [i, [a, weightA]] of list.entries()) {
      for (const [b, weightB] of list.slice(i + 1)) {
        const weight = Math.min(weightA, weightB) / spread;
        if (graph.hasEdge(a, b)) graph.updateEdgeAttribute(a, b, 'weight', (old: number | undefined) => (old ?? 0) + weight);
        else graph.addEdge(a, b, { weight });
      }
    }
  }
  return graph;
}

/** A thing belongs where most of its papers are. */
function joinThings(map: MapGraph, ofPapers: ReadonlyMap<string, number>): Map<string, number> {
  const votes = new Map<string, Map<number, number>>();
  for (const { source, target, type } of map.edges) {
    const community = type === 'COMPARES_WITH' ? undefined : ofPapers.get(source);
    if (community === undefined) continue;
    const counts = votes.get(target) ?? new Map<number, number>();
    votes.set(target, counts.set(community, (counts.get(community) ?? 0) + 1));
  }
  const of = new Map(ofPapers);
  for (const [id, counts] of votes) {
    const best = [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0];
    if (best) of.set(id, best[0]);
  }
  return of;
}

function toClusters(map: MapGraph, of: ReadonlyMap<string, number>, graph: Graph): Cluster[] {
  const members = new Map<number, MapNode[]>();
  for (const node of map.nodes) {
    const community = of.get(node.id);
    if (community === undefined) continue;
    const list = members.get(community);
    if (list) list.push(node);
    else members.set(community, [node]);
  }
  const inside = new Map<number, number>();
  const touching = new Map<number, number>();
  let total = 0;
  graph.forEachEdge((_edge, { weight }, source, target) => {
    const [a, b] = [of.get(source) ?? -1, of.get(target) ?? -1];
    total += Number(weight);
    if (a === b) inside.set(a, (inside.get(a) ?? 0) + Number(weight));
    touching.set(a, (touching.get(a) ?? 0) + Number(weight));
    touching.set(b, (touching.get(b) ?? 0) + Number(weight));
  });
  const usedHere = shareInside(map, of);
  const clusters: Cluster[] = [];
  for (const [community, nodes] of members) {
    const papers = nodes
      .filter((node) => node.type === 'paper')
      .map((node) => node.id.replace(/^paper:/, ''))
      .sort();
    if (papers.length < MIN_CLUSTER_PAPERS) continue;
    // What most of its papers share and few others have.
    const marks = nodes
      .filter((node) => node.type === 'method' || node.type === 'field')
      .map((node) => ({ node, mark: usedHere.get(node.id) ?? 0 }))
      .sort((a, b) => b.mark - a.mark || (a.node.id < b.node.id ? -1 : 1))
      .slice(0, 2)
      .map(({ node }) => node);
    clusters.push({
      id: `detected:${papers[0] ?? ''}`,
      kind: 'detected',
      label: marks.map((node) => node.name).join(' · ') || (papers[0] ?? ''),
      labelZh: marks.length > 0 ? marks.map((node) => node.nameZh ?? node.name).join(' · ') : null,
      method: null,
      papers,
      methods: nodes
        .filter((node) => node.type === 'method')
        .map((node) => node.id)
        .sort(),
      score: round((inside.get(community) ?? 0) / total - ((touching.get(community) ?? 0) / (2 * total)) ** 2),
    });
  }
  return clusters.sort((a, b) => b.papers.length - a.papers.length || (a.id < b.id ? -1 : 1));
}

/** For each thing: papers of its own community that have it, times the share of its papers that they are. */
function shareInside(map: MapGraph, of: ReadonlyMap<string, number>): Map<string, number> {
  const all = new Map<string, Set<string>>();
  const here = new Map<string, Set<string>>();
  for (const { source, target, type } of map.edges) {
    if (!source.startsWith('paper:') || type === 'COMPARES_WITH') continue;
    (all.get(target) ?? all.set(target, new Set()).get(target))?.add(source);
    if (of.get(source) === of.get(target)) (here.get(target) ?? here.set(target, new Set()).get(target))?.add(source);
  }
  return new Map([...here].map(([id, papers]) => [id, papers.size ** 2 / (all.get(id)?.size ?? 1)]));
}

/** Share of a cluster's paper pairs that one community keeps together. */
export function agreement(papers: readonly string[], of: ReadonlyMap<string, number>): number {
  const counts = new Map<number, number>();
  const shown = papers.flatMap((id) => of.get(`paper:${id}`) ?? []);
  for (const community of shown) counts.set(community, (counts.get(community) ?? 0) + 1);
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  const together = [...counts.values()].reduce((sum, n) => sum + pairs(n), 0);
  return shown.length < 2 ? 0 : round(together / pairs(shown.length));
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
