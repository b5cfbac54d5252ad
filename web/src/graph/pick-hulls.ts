// Which declared clusters get a hull on the map, and its outline in graph coordinates. Pure.
import type { Cluster } from '../../../src/shared/api/graph.ts';
import type { GraphModel } from '../state/graph-model.ts';
import type { Visible } from '../state/visible.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Hull {
  readonly cluster: Cluster;
  readonly outline: readonly Point[];
  readonly center: Point;
  /** Index into the hull colours; stays the same while filters change. */
  readonly color: number;
}

const MAX_HULLS = 10;
const MIN_PAPERS = 3;
/** A technique in more than this share of all papers says little about where they are. */
const MAX_SHARE = 0.4;
/** Papers farther out than this share of a cluster are left outside its hull, so that one outlier does not stretch it over its neighbours. */
const CORE_SHARE = 0.75;
const PADDING_SHARE = 0.022;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function coreOf(points: readonly Point[]): Point[] {
  const center = { x: median(points.map((p) => p.x)), y: median(points.map((p) => p.y)) };
  const byDistance = [...points].sort((a, b) => Math.hypot(a.x - center.x, a.y - center.y) - Math.hypot(b.x - center.x, b.y - center.y));
  return byDistance.slice(0, Math.max(3, Math.ceil(points.length * CORE_SHARE)));
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const p of ordered) {
      for (let b = chain.at(-1), a = chain.at(-2); a && b && (b.x - a.x) * (p.y - a.y) <= (b.y - a.y) * (p.x - a.x); b = chain.at(-1), a = chain.at(-2)) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

const around = (p: Point, radius: number): Point[] =>
  Array.from({ length: 16 }, (_, i) => ({ x: p.x + radius * Math.cos((i * Math.PI) / 8), y: p.y + radius * Math.sin((i * Math.PI) / 8) }));

const isInside = (p: Point, outline: readonly Point[]): boolean =>
  outline.every((a, i) => {
    const b = outline[(i + 1) % outline.length];
    return b !== undefined && (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) >= 0;
  });

/** Of a technique and its variant with nearly the same papers, the variant says more. */
function isCovered(cluster: Cluster, all: readonly Cluster[]): boolean {
  const papers = new Set(cluster.papers);
  return all.some((other) => {
    if (other.id === cluster.id || other.methods.length >= cluster.methods.length || !other.methods.every((id) => cluster.methods.includes(id))) return false;
    return other.papers.filter((id) => papers.has(id)).length >= cluster.papers.length * 0.75;
  });
}

export function pickHulls(model: GraphModel, visible: Visible): Hull[] {
  const papers = model.countOfType.get('paper') ?? 0;
  const xs = model.nodes.map((node) => node.x);
  const extent = Math.max(...[xs, model.nodes.map((node) => node.y)].map((v) => v.reduce((m, x) => Math.max(m, x), -Infinity) - v.reduce((m, x) => Math.min(m, x), Infinity)));
  const candidates = model.clusters
    .filter((cluster) => cluster.kind === 'declared' && cluster.papers.length >= MIN_PAPERS && (papers < 12 || cluster.papers.length <= papers * MAX_SHARE))
    .sort((a, b) => b.papers.length - a.papers.length);
  const hulls: Hull[] = [];
  candidates.forEach((cluster, color) => {
    if (hulls.length >= MAX_HULLS || isCovered(cluster, candidates)) return;
    const ids = [...cluster.papers.map((id) => (id.startsWith('paper:') ? id : `paper:${id}`)), ...(cluster.method ? [cluster.method.id] : [])];
    const members = ids.flatMap((id) => model.nodeById.get(id) ?? []).filter((node) => visible.nodes.has(node.id));
    if (members.length < MIN_PAPERS) return;
    const core = coreOf(members);
    // What lies mostly under a hull already drawn would only muddy both.
    if (hulls.some((hull) => core.filter((p) => isInside(p, hull.outline)).length > core.length * 0.6)) return;
    const outline = convexHull(core.flatMap((p) => around(p, extent * PADDING_SHARE)));
    const center = { x: outline.reduce((sum, p) => sum + p.x, 0) / outline.length, y: outline.reduce((sum, p) => sum + p.y, 0) / outline.length };
    hulls.push({ cluster, outline, center, color });
  });
  return hulls;
}
