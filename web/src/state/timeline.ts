// What came when: papers of the landmark techniques per digest date, and what was not there before a date.
import type { NodeType } from '../../../src/shared/api/common.ts';
import type { Cluster, GraphNode } from '../../../src/shared/api/graph.ts';
import { landmarkClusters } from '../../../src/shared/landmark-clusters.ts';
import type { GraphModel } from './graph-model.ts';
import type { Visible } from './visible.ts';

export interface Timeline {
  readonly dates: readonly { readonly date: string; readonly papers: readonly GraphNode[] }[];
  readonly rows: readonly { readonly cluster: Cluster; readonly papersOn: ReadonlyMap<string, readonly GraphNode[]> }[];
}
const NEW_TYPES = ['paper', 'method', 'model', 'benchmark', 'dataset', 'field'] as const satisfies readonly NodeType[];

export function findTimeline(model: GraphModel, visible: Visible): Timeline {
  const papers = model.nodes.filter((node) => node.type === 'paper' && visible.nodes.has(node.id) && node.date !== '');
  const group = (list: readonly GraphNode[]): Map<string, GraphNode[]> => {
    const byDate = new Map<string, GraphNode[]>();
    for (const paper of list) byDate.set(paper.date, [...(byDate.get(paper.date) ?? []), paper]);
    return byDate;
  };
  const all = group(papers);
  const shown = new Map(papers.map((paper) => [paper.id, paper]));
  return {
    dates: [...all].map(([date, list]) => ({ date, papers: list })).sort((a, b) => (a.date < b.date ? -1 : 1)),
    rows: landmarkClusters(model.clusters, model.paperCount).map((cluster) => ({
      cluster,
      papersOn: group(cluster.papers.flatMap((id) => shown.get(`paper:${id}`) ?? [])),
    })),
  };
}

/** First seen on `since` or later, by type; what more papers touch comes first. */
export function findNew(model: GraphModel, visible: Visible, since: string): { type: NodeType; nodes: GraphNode[] }[] {
  return NEW_TYPES.map((type) => ({
    type,
    nodes: model.nodes
      .filter((node) => node.type === type && node.date >= since && (type === 'paper' || node.weight > 0) && visible.nodes.has(node.id))
      .sort((a, b) => (type === 'paper' ? b.date.localeCompare(a.date) : b.weight - a.weight) || (a.id < b.id ? -1 : 1)),
  })).filter(({ nodes }) => nodes.length > 0);
}
