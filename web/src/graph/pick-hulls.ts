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

const MAX_HULLS = 12;
const MIN_PAPERS = 3;
/** A technique in more than this share of all papers says little about where they are. */
const MAX_SHARE = 0.4;
/** Papers farther out than this share of a cluster are left outside its hull, so that one outlier does not stretch it over its neighbours. */
const CORE_SHARE = 0.7;
const PADDING_SHARE = 0.02;
/** Of the square around the map. */
const MAX_AREA_SHARE = 0.12;
/** What lies mostly under another hull would only muddy both. */
const MAX_OVERLAP = 0.45;
const ABOVE_FACTOR = 0.3;
/** Beyond this, more papers make a technique broad rather than telling. */
const ENOUGH_PAPERS = 10;

interface OutlinedHull extends Hull {
  readonly core: readonly Point[];
  readonly area: number;
  readonly score: number;
}

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
      for (
        let b = chain.at(-1), a = chain.at(-2);
        a && b && (b.x - a.x) * (p.y - a.y) <= (b.y - a.y) * (p.x - a.x);
        b = chain.at(-1), a = chain.at(-2)
      )
        chain.pop();
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
    if (
      other.id === cluster.id ||
      other.methods.length >= cluster.methods.length ||
      !other.methods.every((id) => cluster.methods.includes(id))
    )
      return false;
    return other.papers.filter((id) => papers.has(id)).length >= cluster.papers.length * 0.75;
  });
}

/** GRPO before reinforcement learning: a technique with a clustered variant of its own gives way to it. */
const isAbove = (cluster: Cluster, all: readonly Cluster[]): boolean =>
  all.some(
    (other) =>
      other.id !== cluster.id && other.methods.length < cluster.methods.length && other.methods.every((id) => cluster.methods.includes(id)),
  );

const areaOf = (outline: readonly Point[]): number =>
  Math.abs(
    outline.reduce(
      (sum, a, i) => sum + a.x * (outline[(i + 1) % outline.length]?.y ?? 0) - (outline[(i + 1) % outline.length]?.x ?? 0) * a.y,
      0,
    ),
  ) / 2;

const shareInside = (points: readonly Point[], outline: readonly Point[]): number =>
  points.filter((p) => isInside(p, outline)).length / points.length;

function extentOf(model: GraphModel): number {
  const span = (values: readonly number[]): number =>
    values.reduce((m, v) => Math.max(m, v), -Infinity) - values.reduce((m, v) => Math.min(m, v), Infinity);
  return Math.max(span(model.nodes.map((node) => node.x)), span(model.nodes.map((node) => node.y)), 1e-6);
}

function findOutlined(model: GraphModel, visible: Visible, extent: number): OutlinedHull[] {
  const papers = model.countOfType.get('paper') ?? 0;
  const candidates = model.clusters
    .filter(
      (cluster) =>
        cluster.kind === 'declared' && cluster.papers.length >= MIN_PAPERS && (papers < 12 || cluster.papers.length <= papers * MAX_SHARE),
    )
    .sort((a, b) => b.papers.length - a.papers.length);
  return candidates.flatMap((cluster, color) => {
    if (isCovered(cluster, candidates)) return [];
    const ids = [...cluster.papers.map((id) => `paper:${id}`), ...(cluster.method ? [cluster.method.id] : [])];
    const members = ids.flatMap((id) => model.nodeById.get(id) ?? []).filter((node) => visible.nodes.has(node.id));
    if (members.length < MIN_PAPERS) return [];
    const core = coreOf(members);
    const outline = convexHull(core.flatMap((p) => around(p, extent * PADDING_SHARE)));
    const area = areaOf(outline) / (extent * extent);
    const center = { x: core.reduce((sum, p) => sum + p.x, 0) / core.length, y: core.reduce((sum, p) => sum + p.y, 0) / core.length };
    const breadth = (1 - cluster.papers.length / Math.max(papers, 12)) ** 3 * (isAbove(cluster, candidates) ? ABOVE_FACTOR : 1);
    return [
      { cluster, core, outline, center, color, area, score: (Math.min(members.length, ENOUGH_PAPERS) ** 1.5 / Math.sqrt(area)) * breadth },
    ];
  });
}

/** Dense and specific ones first: a technique strewn over half the map is better seen by selecting it. */
export function pickHulls(model: GraphModel, visible: Visible): Hull[] {
  const hulls: OutlinedHull[] = [];
  for (const hull of findOutlined(model, visible, extentOf(model)).sort((a, b) => b.score - a.score)) {
    if (hulls.length >= MAX_HULLS) break;
    const isMuddy = hulls.some(
      (other) => shareInside(hull.core, other.outline) > MAX_OVERLAP || shareInside(other.core, hull.outline) > MAX_OVERLAP,
    );
    if (hull.area <= MAX_AREA_SHARE && !isMuddy) hulls.push(hull);
  }
  return hulls.sort((a, b) => b.cluster.papers.length - a.cluster.papers.length);
}
