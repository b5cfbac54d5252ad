// What the controllers of one mounted map share.
import type Sigma from 'sigma';
import type { App } from '../state/app.ts';
import type { GraphModel } from '../state/graph-model.ts';
import type { Visible } from '../state/visible.ts';
import type { EdgeAttributes, MapGraph, MapItems, NodeAttributes } from './build-graph.ts';
import type { MapColors } from './map-colors.ts';
import type { MapLook } from './map-look.ts';

export interface MapContext {
  readonly app: App;
  readonly model: GraphModel;
  readonly graph: MapGraph;
  readonly items: MapItems;
  readonly sigma: Sigma<NodeAttributes, EdgeAttributes>;
  readonly look: MapLook;
  readonly colors: () => MapColors;
  readonly visible: () => Visible;
  /** What is in focus right now; see focus-controller.ts. */
  readonly focus: { nodes: ReadonlySet<string>; ringed: ReadonlySet<string>; isDimmed: boolean };
  /** While a click on the map selects: the camera stays, the user looks there already. */
  readonly pointing: { isNow: boolean };
}

export interface Controller {
  readonly dispose: () => void;
}
