// Draws the names on the map after every frame of Sigma; idle when Sigma is.
import type { GraphNode } from '../../../src/shared/api/graph.ts';
import { watch } from '../state/store.ts';
import type { HullController } from './hull-controller.ts';
import { createLabelGrid, type LabelGrid } from './label-grid.ts';
import { toHullText } from './map-colors.ts';
import type { Controller, MapContext } from './map-context.ts';
import { createOverlay } from './overlay.ts';
import { type Candidate, FONT_FAMILY, hullLabelOf, labelOf, type PlacedLabel, placeLabels } from './place-labels.ts';

/** From how many papers on a thing is named at this zoom; papers and rare things get their names when near. */
function isNear(node: GraphNode, ratio: number, isPapersOnly: boolean): boolean {
  if (node.type === 'paper') return isPapersOnly || ratio < 0.45;
  if (node.type === 'field') return node.weight >= (ratio > 0.7 ? 4 : ratio > 0.4 ? 2 : 1);
  return node.weight >= (ratio > 0.6 ? 2 : 1);
}
/** Shared landmarks, shared fields, papers, and last what only one paper mentions. */
const rankOf = (node: GraphNode): number => (node.type === 'paper' ? 2 : node.weight < 2 ? 3 : node.type === 'field' ? 1 : 0);

/** Names of neighbours that are tried: more would not fit, and each costs. */
const MAX_CHOSEN = 60;
const MAX_HOVERED = 24;

interface Size {
  readonly width: number;
  readonly height: number;
}
interface Resting {
  /** What the places depend on. */
  readonly of: readonly unknown[];
  readonly discs: LabelGrid;
  /** With nothing chosen, and beside what is chosen; null until asked for. */
  labels: readonly PlacedLabel[] | null;
  dimmed: readonly PlacedLabel[] | null;
}
interface LabelController extends Controller {
  /** The labels on screen, for tests. */
  readonly placed: () => readonly PlacedLabel[];
}

export function createLabelController(map: MapContext, hulls: HullController): LabelController {
  const { app, model, graph, sigma, look, colors, visible, focus } = map;
  const overlay = createOverlay(sigma, 'loomLabels', { afterLayer: 'nodes' });
  const byPriority = [...model.nodes].sort((a, b) => rankOf(a) - rankOf(b) || b.weight - a.weight);
  const isPapersOnly = model.countOfType.size === 1 && model.countOfType.has('paper');
  let placed: readonly PlacedLabel[] = [];
  /** Placed anew only when camera, size, language or filters change: hovering must not cost the whole map. */
  let resting: Resting = { of: [], discs: createLabelGrid(), labels: null, dimmed: null };
  /** What stands on the canvas depends on: while it is the same, there is nothing to do, or little. */
  let drawn: { readonly resting: Resting; readonly colors: unknown; readonly focus: unknown } | null = null;

  const toCandidate = (node: GraphNode, kind: Candidate['kind']): Candidate => {
    const attributes = graph.getNodeAttributes(node.id);
    const at = sigma.graphToViewport(attributes);
    const isStrong = focus.ringed.has(node.id);
    const sizePx = node.type === 'paper' ? 11 : Math.min(15, 11 + Math.sqrt(node.weight) * 0.9);
    const weight = isStrong || (node.weight >= 4 && node.type !== 'paper' && node.type !== 'field') ? 600 : 400;
    return {
      text: labelOf(node, app.view.get().lang),
      font: `${weight} ${sizePx}px ${FONT_FAMILY}`,
      sizePx,
      ...at,
      gap: sigma.scaleSize(attributes.size) + 4,
      kind,
      colorOf: node.id,
    };
  };

  /** From the middle of a technique to the text beside it. */
  const gapOf = (id: string | undefined): number =>
    id !== undefined && visible().nodes.has(id) && graph.hasNode(id) ? sigma.scaleSize(graph.getNodeAttribute(id, 'size')) + 2 : 0;

  /** What is named whatever the pointer is over. */
  function* atRest(stage: Size): Generator<Candidate> {
    const { lang } = app.view.get();
    const named = new Set<string>();
    for (const { cluster, center, color } of hulls.hulls()) {
      const sizePx = Math.min(20, 13 + Math.sqrt(cluster.papers.length));
      if (!focus.isDimmed)
        yield {
          text: hullLabelOf(cluster, lang),
          font: `700 ${sizePx}px ${FONT_FAMILY}`,
          sizePx,
          ...sigma.graphToViewport(center),
          gap: gapOf(cluster.method?.id),
          kind: 'hull',
          colorOf: String(color),
        };
      if (cluster.method) named.add(cluster.method.id);
    }
    if (look.fade < 0.3 || focus.isDimmed) return;
    const { ratio } = sigma.getCamera();
    const { nodes } = visible();
    for (const node of byPriority) {
      if (named.has(node.id) || !isNear(node, ratio, isPapersOnly) || !nodes.has(node.id)) continue;
      const candidate = toCandidate(node, node.type === 'paper' || node.type === 'field' ? 'small' : 'landmark');
      if (candidate.x > -20 && candidate.y > -20 && candidate.x < stage.width + 20 && candidate.y < stage.height + 20) yield candidate;
    }
  }

  function* inFocus(): Generator<Candidate> {
    if (look.fade < 0.3) return;
    const shown = visible().nodes;
    const nodes = [...focus.nodes].flatMap((id) => (shown.has(id) ? (model.nodeById.get(id) ?? []) : []));
    nodes.sort((a, b) => Number(focus.ringed.has(b.id)) - Number(focus.ringed.has(a.id)) || rankOf(a) - rankOf(b) || b.weight - a.weight);
    const most = focus.isDimmed ? MAX_CHOSEN : MAX_HOVERED;
    for (const node of nodes.slice(0, most)) yield toCandidate(node, 'focus');
  }

  /** The larger landmarks: no label of another thing is printed over one while there is room elsewhere. */
  const findDiscs = (): LabelGrid => {
    const discs = createLabelGrid();
    if (look.fade < 0.3) return discs;
    const { nodes } = visible();
    for (const node of byPriority) {
      if (node.weight < 3 || rankOf(node) > 0) break;
      if (!nodes.has(node.id)) continue;
      const attributes = graph.getNodeAttributes(node.id);
      const radius = sigma.scaleSize(attributes.size) * 0.8;
      const at = sigma.graphToViewport(attributes);
      discs.add({ x: at.x - radius, y: at.y - radius, width: 2 * radius, height: 2 * radius });
    }
    return discs;
  };

  /** Names in focus first; of the others those that leave them room. */
  const withFocus = (context: CanvasRenderingContext2D, stage: Size, atRest: readonly PlacedLabel[]): PlacedLabel[] => {
    const first = placeLabels(context, stage, inFocus(), resting.discs);
    const grid = createLabelGrid();
    for (const { box } of first) grid.add(box);
    const others = atRest.filter(({ kind, colorOf, box }) => (kind === 'hull' || !focus.nodes.has(colorOf)) && grid.isFree(box));
    return [...others.filter(({ kind }) => kind === 'hull'), ...first, ...others.filter(({ kind }) => kind !== 'hull')];
  };

  const paint = (context: CanvasRenderingContext2D, labels: readonly PlacedLabel[]): void => {
    const { background, text, muted, isDark } = colors();
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.strokeStyle = background;
    for (const label of labels) {
      context.font = label.font;
      context.lineWidth = label.kind === 'hull' ? 5 : 3.5;
      const x = label.box.x + 2;
      const y = label.box.y + label.box.height / 2;
      context.strokeText(label.text, x, y);
      context.fillStyle = label.kind === 'hull' ? toHullText(Number(label.colorOf), isDark) : label.kind === 'small' ? muted : text;
      context.fillText(label.text, x, y);
    }
  };

  const draw = (): void => {
    const stage = sigma.getDimensions();
    const { x, y, ratio } = sigma.getCamera().getState();
    const now = [x, y, ratio, stage.width, stage.height, devicePixelRatio, app.view.get().lang, visible(), hulls.hulls(), look.fade];
    if (now.some((part, i) => part !== resting.of[i])) resting = { of: now, discs: findDiscs(), labels: null, dimmed: null };
    const isSame = drawn !== null && drawn.resting === resting && drawn.colors === colors();
    if (isSame && drawn?.focus === focus.nodes) return;
    const context = overlay.begin(true);
    if (!context) return;
    const kind = focus.isDimmed ? 'dimmed' : 'labels';
    resting[kind] ??= placeLabels(context, stage, atRest(stage), resting.discs);
    const wasThere = new Set(isSame ? placed : []);
    placed = focus.nodes.size === 0 ? resting[kind] : withFocus(context, stage, resting[kind]);
    drawn = { resting, colors: colors(), focus: focus.nodes };
    const kept = placed.filter((label) => wasThere.has(label));
    if (kept.length < wasThere.size - kept.length || kept.length === 0) {
      overlay.begin();
      paint(context, placed);
      return;
    }
    // No label lies over another, so that each can go and come alone.
    const stays = new Set(kept);
    for (const label of wasThere) {
      const { x: left, y: top, width, height } = label.box;
      if (!stays.has(label)) context.clearRect(left - 1, top - 1, width + 2, height + 2);
    }
    paint(
      context,
      placed.filter((label) => !stays.has(label)),
    );
  };
  sigma.on('afterRender', draw);
  const stop = watch(
    app.view,
    (view) => view.lang,
    () => sigma.scheduleRender(),
  );
  return {
    placed: () => placed,
    dispose: () => {
      stop();
      sigma.off('afterRender', draw);
      overlay.remove();
    },
  };
}
