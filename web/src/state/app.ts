// The app outside React: its stores, and the only functions that change them.
import type { NodeType } from '../../../src/shared/api/common.ts';
import type { EdgeType } from '../../../src/shared/ontology.ts';
import type { Api } from '../api/client.ts';
import { type ApiFailure, toFailure } from '../api/failure.ts';
import { DICTIONARIES } from '../i18n/dictionary.ts';
import { namesOf } from '../i18n/format.ts';
import { runWithPauses } from './breathe.ts';
import { MAX_COMPARED } from './compare.ts';
import { collapse, expandMore, toggleExpansion } from './explore.ts';
import { type GraphModel, graphModelSteps } from './graph-model.ts';
import { projectMap } from './project-map.ts';
import { createStore, type Store } from './store.ts';
import { isFirstVisit } from './tour.ts';
import { type GridView, NODE_TYPES, ROLE_ORDER, type ViewState } from './view-state.ts';
import { selectVisible } from './visible.ts';

export type GraphState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: ApiFailure }
  | { readonly status: 'ready'; readonly model: GraphModel };
export type Sheet = 'find' | 'stage' | 'details';

/** What passes: never in the URL. */
interface UiState {
  readonly hovered: string | null;
  readonly hoveredEdge: string | null;
  /** The edge the arrow keys point at, from the selected node. */
  readonly cursor: string | null;
  readonly sheet: Sheet;
  /** The dialog over the page; one at a time. */
  readonly dialog: 'palette' | 'add' | 'decisions' | 'help' | null;
  /** The correction just made, or undone (then without id). */
  readonly decided: { readonly id: string | null; readonly words: string } | null;
  /** A file or text that was dropped or pasted, for the dialog that adds a report. */
  readonly dropped: { readonly name: string; readonly bytes: Blob } | null;
  /** What a cell or line under the pointer is about: lit on the map. */
  readonly lit: readonly string[];
  readonly isLassoing: boolean;
  /** Null when the tour is not shown. */
  readonly tourStep: number | null;
  /** The server did not answer the last request. */
  readonly isOffline: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What the table on screen holds, for its CSV; null when the view is no table. */
  readonly viewTable: (() => readonly (readonly (string | number)[])[]) | null;
  readonly announcement: string;
  readonly mapTrouble: 'context-lost' | 'no-webgl' | null;
  /** Draws the mounted map as SVG; null while there is none. */
  readonly mapPicture: (() => string) | null;
}

export interface App {
  readonly api: Api;
  readonly view: Store<ViewState>;
  readonly graph: Store<{ readonly state: GraphState }>;
  readonly ui: Store<UiState>;
  readonly load: () => Promise<void>;
  readonly select: (id: string | null) => void;
  readonly openEdge: (id: string) => void;
  readonly stepBack: () => void;
  readonly toggleType: (type: NodeType) => void;
  readonly onlyType: (type: NodeType) => void;
  readonly toggleRole: (role: EdgeType) => void;
  readonly onlyRole: (role: EdgeType) => void;
  readonly resetFilters: () => void;
  readonly toggleCompared: (id: string) => void;
  readonly patchGrid: (part: Partial<GridView>) => void;
  readonly explore: (id: string, role: EdgeType) => void;
  readonly exploreMore: (id: string) => void;
  readonly collapse: (id: string) => void;
  readonly showAll: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly announce: (words: string) => void;
}

const toggled = <T>(list: readonly T[], item: T): T[] => (list.includes(item) ? list.filter((other) => other !== item) : [...list, item]);
/** Hides all but `item`; when that is already so, shows all again. */
const onlyThis = <T>(all: readonly T[], hidden: readonly T[], item: T): T[] =>
  hidden.length === all.length - 1 && !hidden.includes(item) ? [] : all.filter((other) => other !== item);

export function createApp(api: Api, firstView: ViewState): App {
  const view = createStore<ViewState>(firstView);
  const graph = createStore<{ readonly state: GraphState }>({ state: { status: 'loading' } });
  const ui = createStore<UiState>({
    hovered: null,
    hoveredEdge: null,
    cursor: null,
    sheet: 'stage',
    dialog: null,
    decided: null,
    dropped: null,
    lit: [],
    isLassoing: false,
    tourStep: isFirstVisit() ? 0 : null,
    isOffline: false,
    canUndo: false,
    canRedo: false,
    viewTable: null,
    announcement: '',
    mapTrouble: null,
    mapPicture: null,
  });
  const words = () => DICTIONARIES[view.get().lang];
  const announce = (text: string): void => ui.patch({ announcement: text });
  const modelNow = (): GraphModel | null => {
    const { state } = graph.get();
    return state.status === 'ready' ? state.model : null;
  };
  const nameOf = (id: string): string => {
    const node = modelNow()?.nodeById.get(id);
    return node ? namesOf(node, view.get().lang).main : id;
  };

  const load = async (): Promise<void> => {
    // What is on screen stays until the new graph is there.
    if (modelNow() === null) graph.patch({ state: { status: 'loading' } });
    try {
      const model = await runWithPauses(graphModelSteps(await api.graph()));
      if (model === null) return;
      graph.patch({ state: { status: 'ready', model } });
      announce(words().loaded(model.nodes.length, model.edges.length));
    } catch (cause) {
      // A graph that is on screen is worth more than a page that says why there is no newer one.
      if (modelNow() === null) graph.patch({ state: { status: 'failed', failure: toFailure(cause) } });
    }
  };

  const announceDrawn = (): void => {
    const model = modelNow();
    if (!model) return;
    const shown = projectMap(model, view.get().projection);
    const { nodes, edges } = selectVisible(shown, view.get());
    announce(words().drawn(nodes.size, shown.total.nodes, edges.size, shown.total.edges));
  };

  const select = (id: string | null): void => {
    ui.patch({ cursor: null });
    view.patch({ selected: id, edge: null });
    const model = modelNow();
    if (id === null) announce(words().cleared);
    else
      announce(
        words().selectedNow(nameOf(id), words().types[model?.nodeById.get(id)?.type ?? 'paper'], model?.edgesOf.get(id)?.length ?? 0),
      );
  };

  const openEdge = (id: string): void => {
    view.patch({ edge: id });
    const model = modelNow();
    const edge = model ? projectMap(model, view.get().projection).edgeById.get(id) : undefined;
    if (edge) announce(words().evidenceOpened(nameOf(edge.source), words().roles[edge.type], nameOf(edge.target)));
  };

  /** What Escape does: one layer at a time. */
  const stepBack = (): void => {
    if (ui.get().dialog !== null) ui.patch({ dialog: null });
    else if (ui.get().isLassoing) ui.patch({ isLassoing: false });
    else if (view.get().edge !== null) view.patch({ edge: null });
    else if (ui.get().cursor !== null) ui.patch({ cursor: null });
    else if (ui.get().sheet !== 'stage') ui.patch({ sheet: 'stage' });
    else if (view.get().selected !== null) select(null);
  };

  return {
    api,
    view,
    graph,
    ui,
    load,
    select,
    openEdge,
    stepBack,
    announce,
    toggleType: (type) => view.patch({ hiddenTypes: toggled(view.get().hiddenTypes, type) }),
    onlyType: (type) => view.patch({ hiddenTypes: onlyThis<NodeType>(NODE_TYPES, view.get().hiddenTypes, type) }),
    toggleRole: (role) => view.patch({ hiddenRoles: toggled(view.get().hiddenRoles, role) }),
    onlyRole: (role) => view.patch({ hiddenRoles: onlyThis<EdgeType>(ROLE_ORDER, view.get().hiddenRoles, role) }),
    toggleCompared: (id) => view.patch({ compared: toggled(view.get().compared, id).slice(0, MAX_COMPARED) }),
    patchGrid: (part) => view.patch({ grid: { ...view.get().grid, ...part } }),
    explore: (id, role) => {
      view.patch({ explored: toggleExpansion(view.get().explored, id, role) });
      announceDrawn();
    },
    exploreMore: (id) => {
      const model = modelNow();
      if (model) view.patch({ explored: expandMore(projectMap(model, view.get().projection), view.get().explored, id) });
      announceDrawn();
    },
    collapse: (id) => {
      view.patch({ explored: collapse(view.get().explored, id) });
      announceDrawn();
    },
    showAll: () => {
      view.patch({ explored: [] });
      announceDrawn();
    },
    undo: () => {
      if (ui.get().canUndo) history.back();
    },
    redo: () => {
      if (ui.get().canRedo) history.forward();
    },
    resetFilters: () => view.patch({ hiddenTypes: [], hiddenRoles: [], from: null, to: null, picked: [] }),
  };
}
