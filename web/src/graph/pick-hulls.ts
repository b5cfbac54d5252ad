// Which declared clusters get a hull on the map, and its outline in graph coordinates. Pure.
// A hull is a soft shape around a technique and the papers at home in it. A paper that is at home in another technique it also uses
// stands there, outside: a hull never reaches over what is not its own.
import type { Cluster, GraphNode } from '../../../src/shared/api/graph.ts';
import { findHomes, type Homes } from '../../../src/shared/cluster-homes.ts';
import type { GraphModel } from '../state/graph-model.ts';
import type { Visible } from '../state/visible.ts';
import { findContours, type Point } from './contour.ts';

export interface Hull {
  readonly cluster: Cluster;
  /** Closed loops; the first is the largest. */
  readonly outlines: readonly (readonly Point[])[];
  /** Where the name goes: the technique itself, or the middle of the papers. */
  readonly center: Point;
  /** Index into the hull colours; stays the same while filters change. */
  readonly color: number;
}
interface Disc extends Point {
  readonly id: string;
  readonly r: number;
}

const MIN_PAPERS = 2;
/** Of the longer side of the map. */
const PADDING_SHARE = 0.009;
const STEP_SHARE = 0.006;
const MAX_REACH_SHARE = 0.06;

/** A paper with what only it mentions around it, or the technique alone. */
function discOf(model: GraphModel, node: GraphNode, extent: number): Disc {
  let reach = 0;
  for (const { source, target } of model.edgesOf.get(node.id) ?? []) {
    const other = model.nodeById.get(source === node.id ? target : source);
    if (other && other.type !== 'paper' && other.weight <= 1) {
      const away = Math.hypot(other.x - node.x, other.y - node.y);
      if (away < extent * MAX_REACH_SHARE) reach = Math.max(reach, away);
    }
  }
  return { id: node.id, x: node.x, y: node.y, r: reach + extent * PADDING_SHARE };
}

const gapOf = (a: Disc, b: Disc): number => Math.hypot(a.x - b.x, a.y - b.y) - a.r - b.r;

/** The shortest links that hold all discs together (Prim). */
function linksOf(discs: readonly Disc[]): (readonly [Disc, Disc])[] {
  const [first, ...rest] = discs;
  if (!first) return [];
  const held = [first];
  const links: (readonly [Disc, Disc])[] = [];
  const left = new Set(rest);
  while (left.size > 0) {
    let best: { from: Disc; to: Disc; gap: number } | null = null;
    for (const to of left) {
      for (const from of held) {
        const gap = gapOf(from, to);
        if (best === null || gap < best.gap) best = { from, to, gap };
      }
    }
    if (best === null) break;
    left.delete(best.to);
    held.push(best.to);
    links.push([best.from, best.to]);
  }
  return links;
}

/** Distance inside a capsule between two discs, as wide as the smaller of them. */
function insideLink(x: number, y: number, a: Disc, b: Disc): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const t = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.min(a.r, b.r) * 0.8 - Math.hypot(x - a.x - t * dx, y - a.y - t * dy);
}

function outlinesOf(held: readonly Disc[], links: readonly (readonly [Disc, Disc])[], extent: number): Point[][] {
  const soft = extent * PADDING_SHARE;
  const reach = Math.max(...held.map(({ r }) => r)) + 4 * soft;
  const xs = held.map(({ x }) => x);
  const ys = held.map(({ y }) => y);
  const [x, y] = [Math.min(...xs) - reach, Math.min(...ys) - reach];
  const area = { x, y, width: Math.max(...xs) + reach - x, height: Math.max(...ys) + reach - y };
  // A sum of exponentials instead of the largest: rounds the notches where two discs meet.
  const field = (px: number, py: number): number => {
    let sum = 0;
    for (const disc of held) sum += Math.exp((disc.r - Math.hypot(px - disc.x, py - disc.y)) / soft);
    for (const [a, b] of links) sum += Math.exp(insideLink(px, py, a, b) / soft);
    return Math.log(sum);
  };
  return findContours(field, area, extent * STEP_SHARE);
}

function extentOf(model: GraphModel): number {
  const span = (values: readonly number[]): number =>
    values.reduce((m, v) => Math.max(m, v), -Infinity) - values.reduce((m, v) => Math.min(m, v), Infinity);
  return Math.max(span(model.nodes.map((node) => node.x)), span(model.nodes.map((node) => node.y)), 1e-6);
}

/** What no filter changes. */
const groundOf = new WeakMap<GraphModel, { readonly extent: number; readonly homes: Homes }>();
function findGround(model: GraphModel): { readonly extent: number; readonly homes: Homes } {
  const ground = groundOf.get(model) ?? {
    extent: extentOf(model),
    homes: findHomes(model.paperCount, model.homeEdges, model.clusters),
  };
  groundOf.set(model, ground);
  return ground;
}

/** The best known techniques first. */
export function pickHulls(model: GraphModel, visible: Visible): Hull[] {
  const {
    extent,
    homes: { of, landmarks },
  } = findGround(model);
  return landmarks.flatMap((cluster, color) => {
    const shown = (id: string): GraphNode[] => {
      const node = model.nodeById.get(id);
      return node && visible.nodes.has(id) && of.get(id) === cluster.id ? [node] : [];
    };
    const technique = cluster.method ? shown(cluster.method.id) : [];
    const papers = cluster.papers.flatMap((id) => shown(`paper:${id}`));
    if (papers.length < MIN_PAPERS) return [];
    const discs = [...technique, ...papers].map((node) => discOf(model, node, extent));
    const middle = (pick: (point: Point) => number): number => discs.reduce((sum, disc) => sum + pick(disc), 0) / discs.length;
    const center = technique[0] ?? { x: middle(({ x }) => x), y: middle(({ y }) => y) };
    return [{ cluster, outlines: outlinesOf(discs, linksOf(discs), extent), center: { x: center.x, y: center.y }, color }];
  });
}
