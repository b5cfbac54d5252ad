// Technique by benchmark, counted over the papers on the map.
import type { GraphNode } from '../../../src/shared/api/graph.ts';
import type { GraphModel } from './graph-model.ts';
import { findPaperRows } from './paper-rows.ts';
import type { GridView } from './view-state.ts';
import type { Visible } from './visible.ts';

export interface Matrix {
  readonly rows: readonly GraphNode[];
  readonly columns: readonly GraphNode[];
  readonly total: { readonly rows: number; readonly columns: number };
  readonly countAt: (row: string, column: string) => number;
  readonly papersAt: (row: string, column: string) => readonly string[];
}
type Wish = Pick<GridView, 'by' | 'gaps' | 'rollUp' | 'find'>;

/** A method with all it is a variant of, nearest first. */
function familyOf(model: GraphModel, method: string): ReadonlySet<string> {
  const found = new Set([method]);
  for (const at of found)
    for (const edge of model.edgesOf.get(at) ?? []) if (edge.type === 'VARIANT_OF' && edge.source === at) found.add(edge.target);
  return found;
}

export function findMatrix(
  model: GraphModel,
  visible: Visible,
  picked: readonly string[],
  { by, gaps, rollUp, find }: Wish,
  maxRows: number,
  maxColumns: number,
): Matrix {
  /** Papers by technique, then by benchmark. */
  const cells = new Map<string, Map<string, Set<string>>>();
  const papersOf = new Map<string, Set<string>>();
  const families = new Map<string, ReadonlySet<string>>();
  const add = (map: Map<string, Set<string>>, key: string, paper: string): void => {
    const papers = map.get(key);
    if (papers) papers.add(paper);
    else map.set(key, new Set([paper]));
  };
  for (const { paper, methods, benchmarks } of findPaperRows(model, visible, picked)) {
    if (benchmarks.length === 0) continue;
    const ids = new Set<string>();
    for (const { id } of methods) {
      const family = rollUp ? (families.get(id) ?? familyOf(model, id)) : new Set([id]);
      families.set(id, family);
      for (const member of family) if (visible.nodes.has(member)) ids.add(member);
    }
    if (ids.size === 0) continue;
    for (const benchmark of benchmarks) {
      add(papersOf, benchmark.id, paper.id);
    }
    for (const method of ids) {
      add(papersOf, method, paper.id);
      const row = cells.get(method) ?? new Map<string, Set<string>>();
      cells.set(method, row);
      for (const benchmark of benchmarks) add(row, benchmark.id, paper.id);
    }
  }
  const countAt = (row: string, column: string): number => cells.get(row)?.get(column)?.size ?? 0;
  const papersAt = (row: string, column: string): readonly string[] => [...(cells.get(row)?.get(column) ?? [])];
  const needle = find.trim().toLocaleLowerCase();
  const all = [...papersOf.keys()].flatMap((id) => model.nodeById.get(id) ?? []);
  const isFound = ({ name, nameZh }: GraphNode): boolean => `${name}\n${nameZh ?? ''}`.toLocaleLowerCase().includes(needle);
  // Typing narrows down whichever side knows the word.
  const narrow = (nodes: GraphNode[]): GraphNode[] => (needle !== '' && nodes.some(isFound) ? nodes.filter(isFound) : nodes);
  const byPapers = (a: GraphNode, b: GraphNode): number =>
    (papersOf.get(b.id)?.size ?? 0) - (papersOf.get(a.id)?.size ?? 0) || b.weight - a.weight || (a.id < b.id ? -1 : 1);
  const isRow = by !== null && model.nodeById.get(by)?.type === 'method';
  const countIn = (id: string): number => (by === null ? 0 : isRow ? countAt(by, id) : countAt(id, by));
  const byChosen = (a: GraphNode, b: GraphNode): number => countIn(b.id) - countIn(a.id) || byPapers(a, b);
  const rows = narrow(all.filter(({ type }) => type === 'method')).sort(by !== null && !isRow ? byChosen : byPapers);
  const columns = narrow(all.filter(({ type }) => type === 'benchmark')).sort(isRow ? byChosen : byPapers);
  const isGap = ({ id }: GraphNode): boolean => id === by || countIn(id) === 0;
  const keptRows = gaps && by !== null && !isRow ? rows.filter(isGap) : rows;
  const keptColumns = gaps && isRow ? columns.filter(isGap) : columns;
  /** What everything is sorted by stands first. */
  const inSight = (nodes: GraphNode[], max: number, id: string | null): GraphNode[] => {
    const chosen = nodes.find((node) => node.id === id);
    return chosen ? [chosen, ...nodes.filter((node) => node !== chosen).slice(0, max - 1)] : nodes.slice(0, max);
  };
  return {
    rows: inSight(keptRows, maxRows, isRow ? by : null),
    columns: inSight(keptColumns, maxColumns, isRow ? null : by),
    total: { rows: keptRows.length, columns: keptColumns.length },
    countAt,
    papersAt,
  };
}

/** As a table for a spreadsheet; 0 says: not tried in these papers. */
export function matrixTable({ rows, columns, countAt }: Matrix): (string | number)[][] {
  return [
    ['technique', 'id', ...columns.map(({ name }) => name)],
    ...rows.map((row) => [row.name, row.id, ...columns.map((column) => countAt(row.id, column.id))]),
  ];
}
