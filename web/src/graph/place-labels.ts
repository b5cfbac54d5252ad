// Decides which labels are drawn and where: hull names first, then what is in focus, then landmarks by weight. None overlaps another.
import type { GraphNode } from '../../../src/shared/api/graph.ts';
import type { Lang } from '../../../src/shared/ontology.ts';
import { namesOf } from '../i18n/format.ts';
import { type Box, createLabelGrid, type LabelGrid } from './label-grid.ts';
import { toMapLabel } from './label-text.ts';

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

export const labelOf = (node: GraphNode, lang: Lang): string => toMapLabel(namesOf(node, lang).main, node.type === 'paper');

/** Widths by font and text; measuring is the only costly part. */
const widths = new Map<string, number>();
export function measure(context: CanvasRenderingContext2D, font: string, text: string): number {
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
  if (kind === 'hull') return [at(x - width / 2, y - height / 2), at(x - width / 2, y - height * 1.6), at(x - width / 2, y + height * 0.6), above, below];
  return [at(x + gap, y - height / 2), at(x - gap - width, y - height / 2), above, below];
}

const isOnStage = (box: Box, stage: { width: number; height: number }): boolean =>
  box.x >= 2 && box.y >= 2 && box.x + box.width <= stage.width - 2 && box.y + box.height <= stage.height - 2;

export function placeLabels(context: CanvasRenderingContext2D, stage: { width: number; height: number }, candidates: Iterable<Candidate>, obstacles: readonly Box[]): PlacedLabel[] {
  const grid: LabelGrid = createLabelGrid();
  const discs: LabelGrid = createLabelGrid();
  for (const box of obstacles) discs.add(box);
  const placed: PlacedLabel[] = [];
  for (const candidate of candidates) {
    if (placed.length >= MAX_LABELS) break;
    const width = measure(context, candidate.font, candidate.text) + 4;
    const mayCoverDiscs = candidate.kind === 'hull' || candidate.kind === 'focus';
    const box = boxesOf(candidate, width).find((option) => isOnStage(option, stage) && grid.isFree(option) && (mayCoverDiscs || discs.isFree(option)));
    if (!box) continue;
    grid.add(box);
    placed.push({ ...candidate, box });
  }
  return placed;
}
