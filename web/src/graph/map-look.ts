// What the shaders read on every frame besides the graph: one object, changed in place, so that focus and zoom cost no refresh.
export interface MapLook {
  /** Opacity of everything out of focus; 1 when nothing is selected. */
  dimNodes: number;
  dimEdges: number;
  /** Level of detail: 1 shows nodes and edges, 0 leaves hulls and names alone. */
  fade: number;
  background: readonly [number, number, number];
  ring: readonly [number, number, number];
}

export const createMapLook = (): MapLook => ({ dimNodes: 1, dimEdges: 1, fade: 1, background: [1, 1, 1], ring: [0, 0, 0] });
