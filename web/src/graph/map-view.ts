// One mounted map: Sigma, its controllers, and what the panels may ask of it. Everything it made goes with dispose().
import Graph from 'graphology';
import Sigma from 'sigma';
import type { App } from '../state/app.ts';
import type { Steps } from '../state/breathe.ts';
import type { GraphModel } from '../state/graph-model.ts';
import { selectVisible } from '../state/visible.ts';
import { buildGraph, type EdgeAttributes, itemsOf, type NodeAttributes } from './build-graph.ts';
import { createCameraController } from './camera-controller.ts';
import { createContextLossController } from './context-loss-controller.ts';
import { createLineProgram } from './edge-program.ts';
import { fillSigma } from './fill-sigma.ts';
import { createFilterController } from './filter-controller.ts';
import { fitToStage, nodeScale } from './fit-to-stage.ts';
import { createFocusController } from './focus-controller.ts';
import { createHullController } from './hull-controller.ts';
import { createKeyboardController } from './keyboard-controller.ts';
import { createLabelController } from './label-controller.ts';
import { createLassoController } from './lasso-controller.ts';
import { readMapColors } from './map-colors.ts';
import type { Controller, MapContext } from './map-context.ts';
import { createMapLook } from './map-look.ts';
import { createMoreController } from './more-controller.ts';
import { createShapeProgram } from './node-program.ts';
import { createPauseController } from './pause-controller.ts';
import { installNodePicking } from './pick-node.ts';
import type { PlacedLabel } from './place-labels.ts';
import { createPointerController } from './pointer-controller.ts';
import { createResizeController } from './resize-controller.ts';
import { applyColors, createThemeController } from './theme-controller.ts';
import { toSvg } from './to-svg.ts';

export interface MapView {
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  readonly centre: (id: string) => void;
  readonly positionOf: (id: string) => { x: number; y: number } | null;
  readonly labels: () => readonly PlacedLabel[];
  readonly hullNames: () => readonly string[];
  readonly focusCount: () => number;
  readonly toSvg: () => string;
  /** Under another view the map does nothing until it is shown again. */
  readonly setShown: (isShown: boolean) => void;
  readonly dispose: () => void;
}

const BIG_GRAPH_EDGES = 6_000;
const HEAD_SHARE = 0.06;
const EDGE_PROGRAM = 'line';

/** Throws when the browser gives no WebGL context. At each step it may be put off, for good as well: what it has made by then must go. */
export function* createMapView(
  container: HTMLElement,
  app: App,
  loaded: GraphModel,
  onMade: (dispose: () => void) => void,
): Steps<MapView> {
  const stageSize = () => ({ width: Math.max(1, container.offsetWidth), height: Math.max(1, container.offsetHeight) });
  const model = fitToStage(loaded, stageSize());
  // Asked for every label of every frame, so not of the page.
  let scale = nodeScale(stageSize(), model.nodes.length);
  let colors = readMapColors(container);
  const look = createMapLook();
  applyColors(look, colors);
  const graph = yield* buildGraph(model, colors);
  const sigma = new Sigma<NodeAttributes, EdgeAttributes>(new Graph(), container, {
    defaultNodeType: 'shape',
    defaultEdgeType: EDGE_PROGRAM,
    nodeProgramClasses: { shape: createShapeProgram(look) as never },
    edgeProgramClasses: { [EDGE_PROGRAM]: createLineProgram(look) as never },
    defaultDrawNodeHover: () => undefined,
    renderLabels: false,
    renderEdgeLabels: false,
    hideEdgesOnMove: model.edges.length > BIG_GRAPH_EDGES,
    enableEdgeEvents: false,
    enableCameraRotation: false,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    stagePadding: 28,
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio) / scale,
    zoomDuration: 150,
    inertiaDuration: 120,
  });
  sigma.on('resize', () => {
    scale = nodeScale(sigma.getDimensions(), model.nodes.length);
  });
  // Room at the top for the list that stands over the map.
  const [low, high] = model.bounds.y;
  sigma.setCustomBBox({ x: [...model.bounds.x], y: [low, high + HEAD_SHARE * (high - low)] });
  const controllers: Controller[] = [];
  let isDisposed = false;
  const dispose = (): void => {
    if (isDisposed) return;
    isDisposed = true;
    for (const controller of controllers) controller.dispose();
    sigma.kill();
  };
  onMade(dispose);
  yield* fillSigma(sigma, graph, EDGE_PROGRAM);
  const context: MapContext = {
    app,
    model,
    graph,
    items: itemsOf(graph),
    sigma,
    look,
    colors: () => colors,
    visible: () => selectVisible(loaded, app.view.get()),
    focus: { nodes: new Set(), ringed: new Set(), isDimmed: false },
    pointing: { isNow: false },
  };
  installNodePicking(context);
  const pause = createPauseController(context);
  const hulls = createHullController(context);
  const labels = createLabelController(context, hulls);
  const camera = createCameraController(context);
  controllers.push(
    createThemeController(context, (next) => {
      colors = next;
    }),
    createFilterController(context),
    createFocusController(context),
    createPointerController(context, ({ x, y }) => {
      const label = labels
        .placed()
        .find(({ kind, box }) => kind === 'hull' && x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height);
      return hulls.hulls().find(({ color }) => String(color) === label?.colorOf)?.cluster.method?.id ?? null;
    }),
    createMoreController(context),
    createLassoController(context),
    createResizeController(context, pause),
    createKeyboardController(context, camera),
    createContextLossController(context),
    pause,
    camera,
    labels,
    hulls,
  );
  sigma.scheduleRender();
  return {
    zoomBy: camera.zoomBy,
    fit: camera.fit,
    centre: camera.centre,
    positionOf: (id) => (graph.hasNode(id) ? sigma.graphToViewport(graph.getNodeAttributes(id)) : null),
    labels: labels.placed,
    setShown: pause.setShown,
    toSvg: () => toSvg(context, hulls, labels.placed()),
    focusCount: () => context.focus.ringed.size,
    hullNames: () => hulls.hulls().map(({ cluster }) => cluster.label),
    dispose,
  };
}
