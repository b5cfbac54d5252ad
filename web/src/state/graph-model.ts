// The answer of /api/graph with the indexes that map, legend, table and keyboard share. Built once per load, never changed.
import type { NodeType } from '../../../src/shared/api/common.ts';
import type { Cluster, GraphEdge, GraphNode, GraphResponse } from '../../../src/shared/api/graph.ts';
import type { EdgeType } from '../../../src/shared/ontology.ts';
import { runSteps, type Steps } from './breathe.ts';

/** Why two things are tied in a projection: the papers, and what they share. */
export interface Tie {
  readonly papers: readonly string[];
  readonly via: readonly string[];
  readonly dates: readonly string[];
}

export interface Bounds {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export interface GraphModel {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly clusters: readonly Cluster[];
  readonly nodeById: ReadonlyMap<string, GraphNode>;
  readonly edgeById: ReadonlyMap<string, GraphEdge>;
  readonly edgesOf: ReadonlyMap<string, readonly GraphEdge[]>;
  readonly countOfType: ReadonlyMap<NodeType, number>;
  readonly countOfRole: ReadonlyMap<EdgeType, number>;
  /** Of the whole graph, whatever a projection draws. */
  readonly paperCount: number;
  /** Digest dates of the papers, oldest first, with how many papers each has. */
  readonly dates: readonly { readonly date: string; readonly papers: number }[];
  readonly total: { readonly nodes: number; readonly edges: number };
  readonly truncated: boolean;
  readonly fingerprint: string;
  /** By edge id; empty unless this is a projection. */
  readonly ties: ReadonlyMap<string, Tie>;
  /** The relations that say where a paper is at home, also in a projection that does not draw them. */
  readonly homeEdges: readonly GraphEdge[];
  /** Of the whole layout: a projection is drawn in the same frame. */
  readonly bounds: Bounds;
}

export const count = <T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, number> => {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
};

/** Relations of each node, by its id. */
export function toEdgesOf(edges: readonly GraphEdge[]): Map<string, GraphEdge[]> {
  const edgesOf = new Map<string, GraphEdge[]>();
  const push = (id: string, edge: GraphEdge): void => {
    const known = edgesOf.get(id);
    if (known) known.push(edge);
    else edgesOf.set(id, [edge]);
  };
  for (const edge of edges) {
    push(edge.source, edge);
    if (edge.target !== edge.source) push(edge.target, edge);
  }
  return edgesOf;
}

function spanOf(values: readonly number[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [0, 0];
}

export const toGraphModel = (response: GraphResponse): GraphModel => runSteps(graphModelSteps(response));

export function* graphModelSteps(response: GraphResponse): Steps<GraphModel> {
  const nodeById = new Map(response.nodes.map((node) => [node.id, node]));
  yield;
  // The server promises both ends; an edge without one would stop the whole map.
  const edges = response.edges.filter((edge) => nodeById.has(edge.source) && nodeById.has(edge.target));
  yield;
  const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
  yield;
  const edgesOf = toEdgesOf(edges);
  yield;
  const dated = response.nodes.filter((node) => node.type === 'paper' && node.date !== '');
  const dates = [...count(dated, (paper) => paper.date)]
    .map(([date, papers]) => ({ date, papers }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    nodes: response.nodes,
    edges,
    clusters: response.clusters,
    nodeById,
    edgeById,
    edgesOf,
    countOfType: count(response.nodes, (node) => node.type),
    countOfRole: count(edges, (edge) => edge.type),
    paperCount: response.nodes.filter((node) => node.type === 'paper').length,
    dates,
    total: response.total,
    truncated: response.truncated,
    fingerprint: response.fingerprint,
    ties: new Map(),
    homeEdges: edges,
    bounds: { x: spanOf(response.nodes.map((node) => node.x)), y: spanOf(response.nodes.map((node) => node.y)) },
  };
}

export const otherEnd = (edge: GraphEdge, id: string): string => (edge.source === id ? edge.target : edge.source);
