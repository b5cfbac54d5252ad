// Hands changed emphasis and hiding of a few nodes and edges to Sigma's programs. Its own refresh() would copy every attribute and default
// of each again. Through the same private fields as fill-sigma.ts; the e2e tests see an update that renames them.
import type { EdgeAttributes, MapItems, NodeAttributes } from './build-graph.ts';
import type { MapContext } from './map-context.ts';

interface Inner {
  readonly nodeDataCache: Record<string, NodeAttributes | undefined>;
  readonly edgeDataCache: Record<string, EdgeAttributes | undefined>;
  readonly nodeIndices: Record<string, number>;
  readonly edgeIndices: Record<string, number>;
  readonly nodeProgramIndex: Record<string, number>;
  readonly edgeProgramIndex: Record<string, number>;
  addNodeToProgram(id: string, index: number, position: number): void;
  addEdgeToProgram(id: string, index: number, position: number): void;
}

/** Shows at the next drawing, which the caller asks for. */
export function repaint(sigma: MapContext['sigma'], nodes: MapItems['nodes'], edges: MapItems['edges']): void {
  const inner = sigma as unknown as Inner;
  // Nodes first: an edge is not drawn when one of its ends is hidden.
  for (const { id, at } of nodes) {
    const data = inner.nodeDataCache[id];
    if (!data) continue;
    data.hidden = at.hidden;
    data.emphasis = at.emphasis;
    inner.addNodeToProgram(id, inner.nodeIndices[id] ?? 0, inner.nodeProgramIndex[id] ?? 0);
  }
  for (const { id, line } of edges) {
    const data = inner.edgeDataCache[id];
    if (!data) continue;
    data.hidden = line.hidden;
    data.emphasis = line.emphasis;
    inner.addEdgeToProgram(id, inner.edgeIndices[id] ?? 0, inner.edgeProgramIndex[id] ?? 0);
  }
}
