// Colours of the current theme, read from the style sheet (styles/tokens.css is their only definition) through a probe element,
// because `light-dark()` is resolved only in a real property.
import type { NodeType } from '../../../src/shared/api/common.ts';
import type { EdgeType } from '../../../src/shared/ontology.ts';
import { NODE_TYPES, ROLE_ORDER } from '../state/view-state.ts';

export interface MapColors {
  readonly types: Readonly<Record<NodeType, string>>;
  readonly roles: ReadonlyMap<EdgeType, string>;
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly isDark: boolean;
}
type Rgb = readonly [number, number, number];

export const toRgb = (color: string): Rgb => {
  const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return [r / 255, g / 255, b / 255];
};

export function readMapColors(host: HTMLElement): MapColors {
  const probe = document.createElement('span');
  probe.hidden = true;
  host.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const types = Object.fromEntries(NODE_TYPES.map((type) => [type, read(`type-${type}`)])) as Record<NodeType, string>;
  const roles = new Map<EdgeType, string>(ROLE_ORDER.map((role) => [role, read(`role-${role.toLowerCase().replace('_', '-')}`)]));
  const background = read('stage');
  const [r, g, b] = toRgb(background);
  const colors = {
    types,
    roles,
    background,
    text: read('text'),
    muted: read('text-muted'),
    accent: read('accent'),
    isDark: r + g + b < 1.5,
  };
  probe.remove();
  return colors;
}

const HULL_HUES = [212, 18, 145, 285, 40, 330, 182, 95, 250, 0, 165, 60] as const;
const hueOf = (index: number): number => HULL_HUES[index % HULL_HUES.length] ?? 0;
export const toHullFill = (index: number, isDark: boolean, strength: number): string =>
  `hsl(${hueOf(index)} 70% ${isDark ? 60 : 50}% / ${strength})`;
/** Dark enough on the light stage, light enough on the dark one: at least 4.5 to 1 for every hue. */
export const toHullText = (index: number, isDark: boolean): string => `hsl(${hueOf(index)} ${isDark ? '75% 80%' : '75% 26%'})`;
