// The map as it stands on screen, as SVG: lines, shapes, hulls and the labels that are placed now.
import { escapeXml } from '../state/xml-text.ts';
import type { HullController } from './hull-controller.ts';
import { toHullFill, toHullText } from './map-colors.ts';
import type { MapContext } from './map-context.ts';
import type { PlacedLabel } from './place-labels.ts';
import { SHAPE_PATH } from './shapes.ts';

const DASHES = ['', ' stroke-dasharray="6.5 4.5"', ' stroke-dasharray="2 4"'] as const;
const n = (value: number): string => String(Math.round(value * 10) / 10);

export function toSvg(map: MapContext, hulls: HullController, labels: readonly PlacedLabel[]): string {
  const { graph, sigma, model, colors, look } = map;
  const { width, height } = sigma.getDimensions();
  const { background, text, muted, isDark } = colors();
  const parts: string[] = [`<rect width="${width}" height="${height}" fill="${background}"/>`];
  const at = (point: { x: number; y: number }): { x: number; y: number } => sigma.graphToViewport(point);
  for (const { outlines, color } of hulls.hulls()) {
    const path = outlines.map((outline) => `M${outline.map((point) => `${n(at(point).x)} ${n(at(point).y)}`).join('L')}Z`).join('');
    parts.push(`<path d="${path}" fill="${toHullFill(color, isDark, 0.12)}" stroke="${toHullFill(color, isDark, 0.4)}"/>`);
  }
  graph.forEachEdge((_id, edge, _source, _target, from, to) => {
    if (edge.hidden || from.hidden || to.hidden) return;
    const [a, b] = [at(from), at(to)];
    const opacity = edge.emphasis > 0 ? 0.9 : edge.opacity * look.dimEdges;
    parts.push(
      `<path d="M${n(a.x)} ${n(a.y)}L${n(b.x)} ${n(b.y)}" stroke="${edge.color}" stroke-opacity="${opacity.toFixed(2)}"${DASHES[edge.dash as 0 | 1 | 2] ?? ''}/>`,
    );
  });
  graph.forEachNode((id, node) => {
    if (node.hidden) return;
    const { x, y } = at(node);
    const scale = (2 * sigma.scaleSize(node.size)) / 14;
    const opacity = node.emphasis > 0 ? 1 : look.dimNodes;
    const shape = SHAPE_PATH[model.nodeById.get(id)?.type ?? 'paper'];
    parts.push(
      `<path transform="translate(${n(x)} ${n(y)}) scale(${scale.toFixed(2)}) translate(-8 -8)" d="${shape}" fill="${node.color}" opacity="${opacity}"/>`,
    );
  });
  for (const label of labels) {
    const fill = label.kind === 'hull' ? toHullText(Number(label.colorOf), isDark) : label.kind === 'small' ? muted : text;
    parts.push(
      `<text x="${n(label.box.x + 2)}" y="${n(label.box.y + label.box.height / 2)}" dominant-baseline="central" style="font:${escapeXml(label.font)}" fill="${fill}" stroke="${background}" stroke-width="3" paint-order="stroke">${escapeXml(label.text)}</text>`,
    );
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" fill="none">${parts.join('\n')}</svg>\n`;
}
