// The k shortest simple paths between two nodes: breadth first from one end until the other is met, then all short ways through what was seen.
import type { GraphStore } from '../store/graph-store.ts';
import { bareId } from './views.ts';

export interface Step {
  readonly edge: string;
  readonly to: string;
}
export interface PathOptions {
  readonly k: number;
  readonly maxHops: number;
  readonly withoutHubs: boolean;
  /** From how many edges on a thing counts as a hub. */
  readonly hubFrom: number;
}
export interface FoundPaths {
  /** Each a list of steps from the start. */
  readonly paths: readonly (readonly Step[])[];
  readonly isCut: boolean;
  /** Most shared first. */
  readonly hubs: readonly string[];
}
const MAX_NODES = 5_000;
const MAX_ROWS = 20_000;
const MAX_TRIED = 50_000;

export async function findPaths(
  store: GraphStore,
  from: string,
  to: string,
  { k, maxHops, withoutHubs, hubFrom }: PathOptions,
): Promise<FoundPaths> {
  const around = new Map<string, Step[]>([[from, []]]);
  const hubs = new Map<string, number>();
  let frontier = [from];
  let isCut = false;
  // Once the other end is met, one more round finds ways of the same length and a little more.
  let roundsLeft = maxHops;
  for (let round = 0; round < roundsLeft && frontier.length > 0; round++) {
    const rows = await edgesAround(store, frontier);
    isCut ||= rows.length >= MAX_ROWS;
    const next = new Set<string>();
    for (const [at, steps] of group(rows, new Set(frontier))) {
      if (steps.length > hubFrom && !at.startsWith('paper:') && at !== from && at !== to) {
        hubs.set(at, steps.length);
        if (withoutHubs) continue;
      }
      around.set(at, steps);
      for (const step of steps) if (!around.has(step.to) && !frontier.includes(step.to)) next.add(step.to);
    }
    if (next.has(to)) roundsLeft = Math.min(roundsLeft, round + 2);
    if (around.size + next.size > MAX_NODES) {
      isCut = true;
      break;
    }
    frontier = [...next];
  }
  const paths = shortestFirst(around, from, to, maxHops, withoutHubs ? hubs : new Map());
  const weigh = (path: readonly Step[]): number => path.reduce((sum, step) => sum + Math.log(1 + (around.get(step.to)?.length ?? 1)), 0);
  const ranked = [...paths].sort(
    (a, b) => a.length - b.length || weigh(a) - weigh(b) || (a.map(({ to: id }) => id).join() < b.map(({ to: id }) => id).join() ? -1 : 1),
  );
  return { paths: ranked.slice(0, k), isCut: isCut || ranked.length > k, hubs: [...hubs].sort((a, b) => b[1] - a[1]).map(([id]) => id) };
}

interface Row {
  readonly source: string;
  readonly type: string;
  readonly target: string;
}

async function edgesAround(store: GraphStore, ids: readonly string[]): Promise<Row[]> {
  const papers = ids.filter((id) => id.startsWith('paper:'));
  const entities = ids.filter((id) => !id.startsWith('paper:'));
  const [ofPapers, out, into] = [
    papers.length > 0 ? await store.run('map-paper-edges', { ids: papers }) : [],
    entities.length > 0 ? await store.run('map-entity-edges', { ids: entities }) : [],
    entities.length > 0 ? await store.run('entities-reached', { ids: entities, limit: MAX_ROWS }) : [],
  ];
  return [...ofPapers, ...out, ...into];
}

function group(rows: readonly Row[], at: ReadonlySet<string>): Map<string, Step[]> {
  const steps = new Map<string, Map<string, Step>>();
  const add = (here: string, there: string, edge: string): void => {
    if (!at.has(here)) return;
    const known = steps.get(here) ?? new Map<string, Step>();
    steps.set(here, known.set(`${edge}`, { edge, to: there }));
  };
  for (const { source, type, target } of rows) {
    const edge = `${bareId(source)}|${type}|${target}`;
    add(source, target, edge);
    add(target, source, edge);
  }
  return new Map([...steps].map(([id, list]) => [id, [...list.values()]]));
}

/** Deepening by one hop at a time, so that short ways are found before the budget is spent on long ones. Two edges between the same nodes count as one way. */
function shortestFirst(
  around: ReadonlyMap<string, readonly Step[]>,
  from: string,
  to: string,
  maxHops: number,
  left: ReadonlyMap<string, number>,
): Step[][] {
  const found: Step[][] = [];
  let budget = MAX_TRIED;
  const walk = (at: string, path: Step[], seen: Set<string>, depth: number): void => {
    if (budget-- <= 0) return;
    const taken = new Set<string>();
    for (const step of around.get(at) ?? []) {
      if (seen.has(step.to) || left.has(step.to) || taken.has(step.to)) continue;
      taken.add(step.to);
      if (step.to === to) {
        if (path.length + 1 === depth) found.push([...path, step]);
      } else if (path.length + 1 < depth) {
        seen.add(step.to);
        walk(step.to, [...path, step], seen, depth);
        seen.delete(step.to);
      }
    }
  };
  for (let depth = 1; depth <= maxHops; depth++) {
    walk(from, [], new Set([from]), depth);
    // Ways that are more than one hop longer than the shortest explain nothing.
    if (found.length > 0 && depth > (found[0]?.length ?? 0)) break;
  }
  return found;
}
