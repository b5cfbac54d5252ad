// Hands a graph to Sigma piece by piece. Its constructor and first drawing would index all of it in one task, seconds at 80,000 relations; so
// it is made over an empty graph, and each node and edge goes through the private methods that these call. The e2e tests see an update that
// renames them.
import type Sigma from 'sigma';
import type { Steps } from '../state/breathe.ts';
import type { EdgeAttributes, MapGraph, NodeAttributes } from './build-graph.ts';

const STEP = 1_000;
interface Inner {
  graph: MapGraph;
  needToProcess: boolean;
  readonly edgeIndices: Record<string, number>;
  readonly edgePrograms: Record<string, { reallocate(capacity: number): void }>;
  addNode(id: string): void;
  addEdge(id: string): void;
  process(): void;
  addEdgeToProgram(id: string, index: number, position: number): void;
}

/** Nothing may be drawn before this is done. All edges are drawn by the program of this name. */
export function* fillSigma(sigma: Sigma<NodeAttributes, EdgeAttributes>, graph: MapGraph, edgeProgram: string): Steps<void> {
  const inner = sigma as unknown as Inner;
  inner.graph = graph;
  for (const [i, id] of graph.nodes().entries()) {
    inner.addNode(id);
    if (i % STEP === 0) yield;
  }
  const edges = graph.edges();
  for (const [i, id] of edges.entries()) {
    inner.addEdge(id);
    if (i % STEP === 0) yield;
  }
  // Places all nodes, and no edge.
  const own = graph.edges;
  graph.edges = () => [];
  inner.process();
  graph.edges = own;
  inner.needToProcess = false;
  yield;
  inner.edgePrograms[edgeProgram]?.reallocate(edges.length);
  for (const [i, id] of edges.entries()) {
    const index = graph.order + i + 1;
    inner.edgeIndices[id] = index;
    inner.addEdgeToProgram(id, index, i);
    if (i % STEP === 0) yield;
  }
}
