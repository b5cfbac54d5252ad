// Technique by benchmark, counted over the papers on the map.
import type { GraphNode } from '../../../src/shared/api/graph.ts';
import type { GraphModel } from './graph-model.ts';
import { findPaperRows } from './paper-rows.ts';
import type { Visible } from './visible.ts';

export interface Matrix {
  readonly rows: readonly GraphNode[];
  readonly columns: readonly GraphNode[];
  readonly total: { readonly rows: number; readonly columns: number };
  readonly papersAt: (row: string, column: string) => readonly string[];
}

export function findMatrix(model: GraphModel, visible: Visible, maxRows: number, maxColumns: number): Matrix {
  const cells = new Map<string, string[]>();
  const weights = new Map<GraphNode, number>();
  for (const { paper, methods, benchmarks } of findPaperRows(model, visible)) {
    for (const method of methods) {
      for (const benchmark of benchmarks) {
        const key = `${method.id}\n${benchmark.id}`;
        const papers = cells.get(key);
        if (papers) papers.push(paper.id);
        else cells.set(key, [paper.id]);
        for (const node of [method, benchmark]) weights.set(node, (weights.get(node) ?? 0) + 1);
      }
    }
  }
  const ranked = (type: string): GraphNode[] =>
    [...weights.keys()]
      .filter((node) => node.type === type)
      .sort((a, b) => b.weight - a.weight || (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
  const rows = ranked('method');
  const columns = ranked('benchmark');
  return {
    rows: rows.slice(0, maxRows),
    columns: columns.slice(0, maxColumns),
    total: { rows: rows.length, columns: columns.length },
    papersAt: (row, column) => cells.get(`${row}\n${column}`) ?? [],
  };
}
