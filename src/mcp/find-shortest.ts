// All shortest ways between two nodes, breadth first, a few hundred rows at a time; the ways through rarely shared things come first.
import { z } from 'zod';
import { MAX_ROWS, type McpGraph, readRows } from './graph.ts';

export interface Step {
  /** The edge as it stands in the graph; `at` is the end that the way goes on from. */
  readonly source: string;
  readonly type: string;
  readonly target: string;
  readonly at: string;
}
interface Found {
  readonly paths: readonly (readonly Step[])[];
  readonly isCut: boolean;
}
const AT_ONCE = 40;
const MAX_NODES = 4_000;
/** Ways that are weighed against each other before the best are taken. */
const MAX_WAYS = 500;

export async function findShortest(
  graph: McpGraph,
  from: string,
  to: string,
  { maxHops, limit }: { readonly maxHops: number; readonly limit: number },
): Promise<Found> {
  if (from === to) return { paths: [], isCut: false };
  /** For each node, the steps of the round in which it was first reached. */
  const reachedBy = new Map<string, { readonly before: string; readonly step: Step }[]>([[from, []]]);
  const degree = new Map<string, number>();
  let frontier = [from];
  let isCut = false;
  for (let hop = 0; hop < maxHops && frontier.length > 0 && !reachedBy.has(to); hop++) {
    const next = new Map<string, { readonly before: string; readonly step: Step }[]>();
    const here = new Set(frontier);
    const { rows, isCut: isPart } = await edgesAround(graph, frontier);
    isCut ||= isPart;
    for (const { source, type, target } of rows) {
      for (const [before, at] of [
        [source, target],
        [target, source],
      ] as const) {
        if (!here.has(before)) continue;
        degree.set(before, (degree.get(before) ?? 0) + 1);
        if (reachedBy.has(at)) continue;
        const ways = next.get(at) ?? [];
        next.set(at, ways);
        // Two edges between the same nodes are one way.
        if (!ways.some((way) => way.before === before)) ways.push({ before, step: { source, type, target, at } });
      }
    }
    for (const [id, ways] of next) reachedBy.set(id, ways);
    if (reachedBy.size > MAX_NODES) {
      isCut = true;
      break;
    }
    frontier = [...next.keys()];
  }
  const ways: Step[][] = [];
  const walk = (id: string, rest: readonly Step[]): void => {
    if (ways.length >= MAX_WAYS) return;
    if (id === from) ways.push([...rest]);
    for (const { before, step } of reachedBy.get(id) ?? []) walk(before, [step, ...rest]);
  };
  if (reachedBy.has(to)) walk(to, []);
  const weigh = (steps: readonly Step[]): number => steps.reduce((sum, { at }) => sum + (at === to ? 0 : (degree.get(at) ?? 0)), 0);
  const nameOf = (steps: readonly Step[]): string => steps.map(({ at }) => at).join(' ');
  ways.sort((a, b) => weigh(a) - weigh(b) || (nameOf(a) < nameOf(b) ? -1 : 1));
  return { paths: ways.slice(0, limit), isCut: isCut || ways.length > limit };
}

async function edgesAround(graph: McpGraph, ids: readonly string[]) {
  const row = { source: z.string(), type: z.string(), target: z.string() };
  const rows: { source: string; type: string; target: string }[] = [];
  let isCut = false;
  for (const kind of ['papers', 'things'] as const) {
    const own = ids.filter((id) => id.startsWith('paper:') === (kind === 'papers'));
    for (let i = 0; i < own.length; i += AT_ONCE) {
      const part = await readRows(graph, `steps-from-${kind}`, { ids: own.slice(i, i + AT_ONCE), limit: MAX_ROWS }, row);
      isCut ||= part.length >= MAX_ROWS;
      for (const one of part) rows.push(one);
    }
  }
  return { rows, isCut };
}
