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
export const labelOf = (node: GraphNode, lang: Lang): string => toMapLabel(mapNameOf(node, lang), node.type === 'paper');
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

function boxesOf({ kind, x, y, gap, sizePx }: Candidate, width: number): Box[] {
  const height = sizePx + 4;
  const at = (left: number, top: number): Box => ({ x: left, y: top, width, height });
  const above = at(x - width / 2, y - gap - height);
  const below = at(x - width / 2, y + gap);
  if (kind === 'hull') return [above, below, ...[0, -1.5, 1.5, -2.5, 2.5].map((lines) => at(x - width / 2, y + (lines - 0.5) * height))];
  const beside = [at(x + gap, y - height / 2), at(x - gap - width, y - height / 2)];
  const near = gap * 0.75;
  const corners = [
    at(x + near, y - near - height),
    at(x + near, y + near),
    at(x - near - width, y - near - height),
    at(x - near - width, y + near),
  ];
  return [...beside, above, below, ...corners];
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
  obstacles: readonly Box[],
): PlacedLabel[] {
  const grid: LabelGrid = createLabelGrid();
  const discs: LabelGrid = createLabelGrid();
  for (const box of obstacles) discs.add(box);
  const placed: PlacedLabel[] = [];
  let misses = 0;
  for (const candidate of candidates) {
    if (placed.length >= MAX_LABELS) break;
    const width = measure(context, candidate.font, candidate.text) + 4;
    const mayCoverDiscs = candidate.kind === 'hull' || candidate.kind === 'focus';
    const options = boxesOf(candidate, width)
      .map((option) => (mayCoverDiscs ? pushedInside(option, stage) : option))
      .filter((option) => isOnStage(option, stage) && grid.isFree(option));
    const box = options.find((option) => discs.isFree(option)) ?? (mayCoverDiscs ? options[0] : undefined);
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
