// From the API's nodes and edges to the graphology graph that Sigma draws, with the attributes our programs read.
import Graph from 'graphology';
import type { GraphEdge, GraphNode } from '../../../src/shared/api/graph.ts';
import type { Steps } from '../state/breathe.ts';
import type { GraphModel } from '../state/graph-model.ts';
import { dashOf, UNSURE_BELOW } from './edge-style.ts';
import type { MapColors } from './map-colors.ts';
import { SHAPE_INDEX } from './shapes.ts';

export interface NodeAttributes {
  x: number;
  y: number;
  size: number;
  color: string;
  shape: number;
  emphasis: number;
  hidden: boolean;
}
export interface EdgeAttributes {
  size: number;
  color: string;
  dash: number;
  /** Pixels beside the straight line: two roles between the same two things lie side by side. */
  shift: number;
  emphasis: number;
  opacity: number;
  hidden: boolean;
}
/** Everything on the map as plain lists over the graph's own attributes: walking these costs a fraction of the graph's walkers. */
export interface MapItems {
  readonly nodes: readonly { readonly id: string; readonly at: NodeAttributes }[];
  readonly edges: readonly { readonly id: string; readonly line: EdgeAttributes }[];
  /** Two numbers a node: where it is. Positions never change. */
  readonly places: Float64Array;
  readonly largest: number;
  /** Four numbers an edge: where it starts and ends. */
  readonly ends: Float64Array;
}
export type MapGraph = Graph<NodeAttributes, EdgeAttributes>;

/** Landmarks grow with the square root of their papers, so that area tells the number; papers and one-paper things stay small. */
function sizeOf(node: GraphNode): number {
  if (node.type === 'paper') return 3.4;
  if (node.weight <= 1) return 2.6;
  const root = Math.sqrt(node.weight);
  return node.type === 'field' ? Math.min(8, 1.5 + 1.3 * root) : Math.min(18, 1.8 + 2.9 * root);
}

/** Many faint lines for a crowded map, fewer and stronger ones for a small map. */
const restOpacity = (edges: number): number => Math.min(0.5, Math.max(0.1, 0.5 - 0.11 * Math.log10(Math.max(1, edges / 60))));

/** What says little at a glance: families and fields. In full strength as soon as one end is chosen. */
const QUIET: ReadonlySet<string> = new Set(['IN_FIELD', 'VARIANT_OF', 'MEMBER_OF', 'PART_OF']);

const nodeAttributes = (node: GraphNode, colors: MapColors): NodeAttributes => ({
  x: node.x,
  y: node.y,
  size: sizeOf(node),
  color: colors.types[node.type],
  shape: SHAPE_INDEX[node.type],
  emphasis: 0,
  hidden: false,
});

const edgeAttributes = (edge: GraphEdge, colors: MapColors, opacity: number, shift: number): EdgeAttributes => ({
  size: 1,
  color: colors.roles.get(edge.type) ?? colors.muted,
  dash: dashOf(edge.type),
  shift,
  emphasis: 0,
  opacity: opacity * (QUIET.has(edge.type) ? 0.5 : 1) * (edge.confidence < UNSURE_BELOW ? 0.5 : 1),
  hidden: false,
});

const APART_PX = 4;
/** The shift of every edge that has a parallel one. */
function findShifts(edges: readonly GraphEdge[]): Map<string, number> {
  const bundles = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const key = edge.source < edge.target ? `${edge.source}\n${edge.target}` : `${edge.target}\n${edge.source}`;
    const bundle = bundles.get(key);
    if (bundle) bundle.push(edge);
    else bundles.set(key, [edge]);
  }
  const shifts = new Map<string, number>();
  for (const bundle of bundles.values()) {
    if (bundle.length === 1) continue;
    bundle.forEach((edge, i) => {
      shifts.set(edge.id, (i - (bundle.length - 1) / 2) * APART_PX * (edge.source < edge.target ? 1 : -1));
    });
  }
  return shifts;
}

const STEP = 1_000;

export function* buildGraph(model: GraphModel, colors: MapColors): Steps<MapGraph> {
  const graph: MapGraph = new Graph<NodeAttributes, EdgeAttributes>({ multi: true, type: 'directed' });
  const opacity = restOpacity(model.edges.length);
  // Papers first, landmarks last: Sigma draws in this order, and landmarks belong on top.
  const ordered = [...model.nodes].sort((a, b) => sizeOf(a) - sizeOf(b));
  for (const [i, node] of ordered.entries()) {
    graph.addNode(node.id, nodeAttributes(node, colors));
    if (i % STEP === 0) yield;
  }
  const shifts = findShifts(model.edges);
  for (const [i, edge] of model.edges.entries()) {
    graph.addDirectedEdgeWithKey(edge.id, edge.source, edge.target, edgeAttributes(edge, colors, opacity, shifts.get(edge.id) ?? 0));
    if (i % STEP === 0) yield;
  }
  return graph;
}

export function itemsOf(graph: MapGraph): MapItems {
  const ends = new Float64Array(4 * graph.size);
  let next = 0;
  const edges = graph.mapEdges((id, line, _source, _target, from, to) => {
    ends.set([from.x, from.y, to.x, to.y], next);
    next += 4;
    return { id, line };
  });
  const nodes = graph.mapNodes((id, at) => ({ id, at }));
  return {
    nodes,
    places: Float64Array.from(nodes.flatMap(({ at }) => [at.x, at.y])),
    largest: nodes.reduce((most, { at }) => Math.max(most, at.size), 0),
    edges,
    ends,
  };
}

/** Into the attributes themselves: the caller draws all of it again anyway. */
export function recolor(graph: MapGraph, model: GraphModel, colors: MapColors): void {
  graph.forEachNode((id, attributes) => {
    attributes.color = colors.types[model.nodeById.get(id)?.type ?? 'paper'];
  });
  graph.forEachEdge((id, attributes) => {
    attributes.color = colors.roles.get(model.edgeById.get(id)?.type ?? 'USES') ?? colors.muted;
  });
}
