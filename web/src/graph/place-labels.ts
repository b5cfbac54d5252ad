// Decides which labels are drawn and where: hull names first, then what is in focus, then landmarks by weight. None overlaps another.
import type { Cluster, GraphNode } from '../../../src/shared/api/graph.ts';
import type { Lang } from '../../../src/shared/ontology.ts';
import { namesOf } from '../i18n/format.ts';
import { type Box, createLabelGrid, type LabelGrid } from './label-grid.ts';
import { isAcronym, toMapLabel } from './label-text.ts';

export interface Candidate {
  readonly text: string;
  readonly font: string;
  readonly sizePx: number;
  /** Centre of what it names, and how far from it the text starts. */
  readonly x: number;
  readonly y: number;
  readonly gap: number;
  readonly kind: 'hull' | 'focus' | 'landmark' | 'small';
  readonly colorOf: string;
}
export interface PlacedLabel extends Candidate {
  readonly box: Box;
}

export const FONT_FAMILY = 'system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
const MAX_LABELS = 160;
/** So many in a row that found no room: the stage is full. */
const MAX_MISSES = 250;
const HULL_COLUMNS = 36;

const mapNameOf = (named: { name: string; nameZh: string | null }, lang: Lang): string =>
  isAcronym(named.name) ? named.name : namesOf(named, lang).main;
/** By node: the same thousand names are asked for at every new place of the camera. */
const labels: Readonly<Record<Lang, WeakMap<GraphNode, string>>> = { en: new WeakMap(), zh: new WeakMap() };
export function labelOf(node: GraphNode, lang: Lang): string {
  const known = labels[lang].get(node);
  if (known !== undefined) return known;
  const label = toMapLabel(mapNameOf(node, lang), node.type === 'paper');
  labels[lang].set(node, label);
  return label;
}
export const hullLabelOf = (cluster: Cluster, lang: Lang): string =>
  toMapLabel(mapNameOf({ name: cluster.label, nameZh: cluster.labelZh }, lang), false, HULL_COLUMNS);

/** Widths by font and text; measuring is the only costly part. */
const widths = new Map<string, number>();
function measure(context: CanvasRenderingContext2D, font: string, text: string): number {
  const key = `${font}\n${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 20_000) widths.clear();
    context.font = font;
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** Where a label may stand, the best place first; made one by one, since most find room in the first. */
function* boxesOf({ kind, x, y, gap, sizePx }: Candidate, width: number): Generator<Box> {
  const height = sizePx + 4;
  const at = (left: number, top: number): Box => ({ x: left, y: top, width, height });
  if (kind === 'hull') {
    yield at(x - width / 2, y - gap - height);
    yield at(x - width / 2, y + gap);
    for (const lines of [0, -1.5, 1.5, -2.5, 2.5]) yield at(x - width / 2, y + (lines - 0.5) * height);
    return;
  }
  yield at(x + gap, y - height / 2);
  yield at(x - gap - width, y - height / 2);
  yield at(x - width / 2, y - gap - height);
  yield at(x - width / 2, y + gap);
  const near = gap * 0.75;
  yield at(x + near, y - near - height);
  yield at(x + near, y + near);
  yield at(x - near - width, y - near - height);
  yield at(x - near - width, y + near);
}

const isOnStage = (box: Box, stage: { width: number; height: number }): boolean =>
  box.x >= 2 && box.y >= 2 && box.x + box.width <= stage.width - 2 && box.y + box.height <= stage.height - 2;

/** A name at the rim slides in rather than getting lost. */
function pushedInside(box: Box, stage: { width: number; height: number }): Box {
  const isNear = box.x > -box.width && box.x < stage.width;
  return isNear ? { ...box, x: Math.max(4, Math.min(stage.width - box.width - 4, box.x)) } : box;
}

export function placeLabels(
  context: CanvasRenderingContext2D,
  stage: { width: number; height: number },
  candidates: Iterable<Candidate>,
  /** What should stay uncovered. */
  discs: LabelGrid,
): PlacedLabel[] {
  const grid: LabelGrid = createLabelGrid();
  const placed: PlacedLabel[] = [];
  let misses = 0;
  for (const candidate of candidates) {
    if (placed.length >= MAX_LABELS) break;
    const width = measure(context, candidate.font, candidate.text) + 4;
    const mayCoverDiscs = candidate.kind === 'hull' || candidate.kind === 'focus';
    let box: Box | undefined;
    for (const option of boxesOf(candidate, width)) {
      const tried = mayCoverDiscs ? pushedInside(option, stage) : option;
      if (!isOnStage(tried, stage) || !grid.isFree(tried)) continue;
      const isUncovered = discs.isFree(tried);
      // A name that may cover discs has the first free place, unless one that covers none follows.
      if (isUncovered || (mayCoverDiscs && !box)) box = tried;
      if (isUncovered) break;
    }
    if (!box) {
      if (++misses > MAX_MISSES) break;
      continue;
    }
    misses = 0;
    grid.add(box);
    placed.push({ ...candidate, box });
  }
  return placed;
}
