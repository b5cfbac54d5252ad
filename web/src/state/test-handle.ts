// `window.__paperloom`: lets browser tests read where things are on screen. It cannot change anything.
import type { App } from './app.ts';
import { projectMap } from './project-map.ts';

interface MapProbe {
  readonly positionOf: (id: string) => { x: number; y: number } | null;
  readonly labels: () => readonly {
    readonly text: string;
    readonly kind: string;
    readonly box: { x: number; y: number; width: number; height: number };
  }[];
  readonly hullNames: () => readonly string[];
  readonly focusCount: () => number;
}
interface TestHandle {
  readonly ready: boolean;
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Relative to the browser's viewport, ready for a mouse click. */
  readonly nodePosition: (id: string) => { x: number; y: number } | null;
  /** The middle of the edge, likewise. */
  readonly edgePosition: (id: string) => { x: number; y: number } | null;
  readonly labels: () => ReturnType<MapProbe['labels']>;
  readonly hulls: () => readonly string[];
  /** Of what the map draws under this projection. */
  readonly edgeIds: () => readonly string[];
  /** How many nodes are ringed: chosen or lit. */
  readonly focusCount: () => number;
  readonly selection: () => { selected: string | null; edge: string | null };
}
declare global {
  interface Window {
    __paperloom?: TestHandle;
  }
}

export function exposeTestHandle(app: App, probe: () => { map: MapProbe; container: HTMLElement } | null): void {
  const model = () => {
    const { state } = app.graph.get();
    return state.status === 'ready' ? state.model : null;
  };
  const nodePosition = (id: string): { x: number; y: number } | null => {
    const mounted = probe();
    const at = mounted?.map.positionOf(id);
    if (!mounted || !at) return null;
    const { left, top } = mounted.container.getBoundingClientRect();
    return { x: at.x + left, y: at.y + top };
  };
  window.__paperloom = {
    get ready() {
      return model() !== null && probe() !== null;
    },
    get nodeCount() {
      return model()?.nodes.length ?? 0;
    },
    get edgeCount() {
      return model()?.edges.length ?? 0;
    },
    nodePosition,
    edgePosition: (id) => {
      const edge = model()?.edgeById.get(id);
      const a = edge ? nodePosition(edge.source) : null;
      const b = edge ? nodePosition(edge.target) : null;
      return a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : null;
    },
    labels: () => probe()?.map.labels() ?? [],
    edgeIds: () => {
      const whole = model();
      return whole ? projectMap(whole, app.view.get().projection).edges.map(({ id }) => id) : [];
    },
    focusCount: () => probe()?.map.focusCount() ?? 0,
    hulls: () => probe()?.map.hullNames() ?? [],
    selection: () => ({ selected: app.view.get().selected, edge: app.view.get().edge }),
  };
}
