// Turns and stretches the server's layout to the shape of the stage, so that the first look fills it: a wide map lies down on a desk
// and stands up on a phone. Distances stay true to a factor of 1.6 between the axes.
import type { GraphNode } from '../../../src/shared/api/graph.ts';
import type { Bounds, GraphModel } from '../state/graph-model.ts';

const MAX_STRETCH = 1.6;

export function fitToStage(model: GraphModel, stage: { readonly width: number; readonly height: number }): GraphModel {
  const { x: across, y: up } = model.bounds;
  const width = Math.max(across[1] - across[0], 1e-6);
  const height = Math.max(up[1] - up[0], 1e-6);
  const isTurned =
    width > height !== stage.width > stage.height &&
    Math.max(width / height, height / width) > 1.15 &&
    Math.max(stage.width / stage.height, stage.height / stage.width) > 1.15;
  const aspect = isTurned ? height / width : width / height;
  const stretch = Math.max(1 / MAX_STRETCH, Math.min(MAX_STRETCH, aspect / (stage.width / stage.height)));
  const place = ({ x, y }: Pick<GraphNode, 'x' | 'y'>): { x: number; y: number } =>
    isTurned ? { x: y, y: x * stretch } : { x, y: y * stretch };
  const nodes = model.nodes.map((node) => ({ ...node, ...place(node) }));
  const bounds: Bounds = isTurned
    ? { x: up, y: [across[0] * stretch, across[1] * stretch] }
    : { x: across, y: [up[0] * stretch, up[1] * stretch] };
  return { ...model, nodes, nodeById: new Map(nodes.map((node) => [node.id, node])), bounds };
}

/** How large nodes are drawn: as large as their number and the stage allow. */
export const nodeScale = (stage: { readonly width: number; readonly height: number }, nodes: number): number =>
  Math.max(0.5, Math.min(1.3, Math.sqrt((stage.width * stage.height) / (Math.max(1, nodes) * 620))));
