// The parts a map is laid out in: flowers (a node with what belongs to it alone) and groups (a landmark technique with the papers at home in it).
import type { Homes } from '../shared/cluster-homes.ts';
import type { MapGraph, MapNode } from './map-graph.ts';
import { findOwners, type Petal, placeAround } from './satellites.ts';
import { type Circle, separate } from './separate.ts';

export interface Flower {
  readonly node: MapNode;
  readonly radius: number;
  readonly petals: readonly Petal[];
}
interface Member {
  readonly flower: Flower;
  /** From the middle of the group. */
  readonly dx: number;
  readonly dy: number;
}
export interface Group extends Circle {
  readonly members: readonly Member[];
}
const FLOWER_MARGIN = 6;
/** Around a technique with papers of its own: room for its name, and enough weight to stay in the middle. */
const HUB_ROOM = 30;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

export function toFlowers(map: MapGraph, radiusOf: (node: MapNode) => number, margin: number): Flower[] {
  const owners = findOwners(map);
  const petalsOf = new Map<string, MapNode[]>();
  for (const node of map.nodes) {
    const owner = owners.get(node.id);
    if (owner === undefined) continue;
    const petals = petalsOf.get(owner);
    if (petals) petals.push(node);
    else petalsOf.set(owner, [node]);
  }
  return map.nodes
    .filter(({ id }) => !owners.has(id))
    .map((node) => {
      const { petals, reach } = placeAround(radiusOf(node), petalsOf.get(node.id) ?? [], radiusOf, margin);
      return { node, radius: reach, petals };
    });
}

/** `start`: where members stood before; within their group they keep their side. */
export function findGroups(
  flowers: readonly Flower[],
  homes: Homes,
  start: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): Group[] {
  const together = new Map<string, Flower[]>();
  const alone: Group[] = [];
  for (const flower of flowers) {
    const home = homes.of.get(flower.node.id);
    const members = home === undefined ? undefined : (together.get(home) ?? together.set(home, []).get(home));
    if (members) members.push(flower);
    else alone.push({ x: 0, y: 0, radius: flower.radius, members: [{ flower, dx: 0, dy: 0 }] });
  }
  return [...[...together.values()].map((members) => pack(members, start)), ...alone];
}

/** The technique in the middle, its papers around it as close as they go. */
function pack(flowers: readonly Flower[], start: ReadonlyMap<string, { readonly x: number; readonly y: number }>): Group {
  const ordered = [...flowers].sort(
    (a, b) => Number(a.node.type === 'paper') - Number(b.node.type === 'paper') || b.radius - a.radius || (a.node.id < b.node.id ? -1 : 1),
  );
  const hub = start.get(ordered[0]?.node.id ?? '');
  const circles = ordered.map((flower, i) => {
    const before = start.get(flower.node.id);
    const at = hub && before ? { x: before.x - hub.x, y: before.y - hub.y } : null;
    const away = i === 0 ? 0 : HUB_ROOM + flower.radius + FLOWER_MARGIN * (1 + i);
    return {
      ...(at ?? { x: away * Math.cos(i * GOLDEN_ANGLE), y: away * Math.sin(i * GOLDEN_ANGLE) }),
      radius: i === 0 && ordered.length > 2 ? Math.max(HUB_ROOM, flower.radius) : flower.radius,
    };
  });
  for (const _ of separate(circles, FLOWER_MARGIN));
  const xs = circles.flatMap(({ x, radius }) => [x - radius, x + radius]);
  const ys = circles.flatMap(({ y, radius }) => [y - radius, y + radius]);
  const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
  const members = ordered.map((flower, i) => ({ flower, dx: (circles[i]?.x ?? 0) - middle.x, dy: (circles[i]?.y ?? 0) - middle.y }));
  return { x: 0, y: 0, radius: Math.max(...members.map(({ flower, dx, dy }) => Math.hypot(dx, dy) + flower.radius)), members };
}
