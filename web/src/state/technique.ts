// A technique with its variants rolled up, as the map knows it: its papers by role, what they build on and are measured on, when, and with what else.
import type { GraphEdge, GraphNode } from '../../../src/shared/api/graph.ts';
import type { EdgeType } from '../../../src/shared/ontology.ts';
import type { GraphModel } from './graph-model.ts';
import type { Visible } from './visible.ts';

export interface PaperWithEdges {
  readonly paper: GraphNode;
  /** To the technique or its variants. */
  readonly edges: readonly GraphEdge[];
}
export interface Meeting {
  readonly node: GraphNode;
  /** Of the papers that propose or use the technique, those that touch the node. */
  readonly papers: readonly GraphNode[];
}
export interface Technique {
  readonly variants: readonly { readonly node: GraphNode; readonly papers: number }[];
  /** The technique and its variants. */
  readonly family: ReadonlySet<string>;
  readonly roles: readonly { readonly role: EdgeType; readonly papers: readonly PaperWithEdges[] }[];
  /** Papers that propose or use it: comparing alone is not counted. */
  readonly members: readonly GraphNode[];
  readonly overTime: readonly { readonly date: string; readonly papers: number; readonly of: number }[];
  readonly firstSeen: string | null;
  readonly models: readonly Meeting[];
  readonly benchmarks: readonly Meeting[];
  readonly siblings: readonly Meeting[];
}
const ROLES = ['PROPOSES', 'USES', 'COMPARES_WITH'] as const satisfies readonly EdgeType[];

/** All that is below `id` (or above it) by VARIANT_OF, itself included. */
function relatives(model: GraphModel, id: string, direction: 'below' | 'above'): Set<string> {
  const found = new Set([id]);
  for (const at of found) {
    for (const edge of model.edgesOf.get(at) ?? []) {
      if (edge.type !== 'VARIANT_OF') continue;
      const [here, there] = direction === 'below' ? [edge.target, edge.source] : [edge.source, edge.target];
      if (here === at) found.add(there);
    }
  }
  return found;
}

function meetings(
  model: GraphModel,
  visible: Visible,
  members: readonly GraphNode[],
  accept: (edge: GraphEdge, node: GraphNode) => boolean,
): Meeting[] {
  const met = new Map<string, { node: GraphNode; papers: Map<string, GraphNode> }>();
  for (const paper of members) {
    for (const edge of model.edgesOf.get(paper.id) ?? []) {
      const node = edge.source === paper.id ? model.nodeById.get(edge.target) : undefined;
      if (!node || !visible.edges.has(edge.id) || !accept(edge, node)) continue;
      const known = met.get(node.id) ?? { node, papers: new Map<string, GraphNode>() };
      met.set(node.id, known);
      known.papers.set(paper.id, paper);
    }
  }
  return [...met.values()].map(({ node, papers }) => ({ node, papers: [...papers.values()] }));
}
const byCount = (a: Meeting, b: Meeting): number =>
  b.papers.length - a.papers.length || b.node.weight - a.node.weight || (a.node.id < b.node.id ? -1 : 1);
/** What goes with the technique more than with everything: shared papers, discounted by how common the other one is. */
const byCompany = (a: Meeting, b: Meeting): number =>
  b.papers.length ** 2 / b.node.weight - a.papers.length ** 2 / a.node.weight || byCount(a, b);

export function findTechnique(model: GraphModel, visible: Visible, id: string): Technique {
  const family = relatives(model, id, 'below');
  const above = relatives(model, id, 'above');
  const byRole = new Map<EdgeType, Map<string, GraphEdge[]>>();
  const papersOf = new Map<string, Set<string>>();
  for (const method of family) {
    for (const edge of model.edgesOf.get(method) ?? []) {
      if (edge.target !== method || !visible.edges.has(edge.id) || !(ROLES as readonly EdgeType[]).includes(edge.type)) continue;
      const papers = byRole.get(edge.type) ?? new Map<string, GraphEdge[]>();
      byRole.set(edge.type, papers);
      papers.set(edge.source, [...(papers.get(edge.source) ?? []), edge]);
      if (edge.type !== 'COMPARES_WITH') papersOf.set(method, (papersOf.get(method) ?? new Set()).add(edge.source));
    }
  }
  const newest = (a: GraphNode, b: GraphNode): number => b.date.localeCompare(a.date) || (a.id < b.id ? -1 : 1);
  const nodesOf = (ids: Iterable<string>): GraphNode[] => [...ids].flatMap((paper) => model.nodeById.get(paper) ?? []).sort(newest);
  const members = nodesOf(new Set(['PROPOSES', 'USES'].flatMap((role) => [...(byRole.get(role as EdgeType)?.keys() ?? [])])));
  const isFamily = (node: GraphNode): boolean => family.has(node.id) || above.has(node.id);
  return {
    family,
    variants: [...family]
      .filter((variant) => variant !== id)
      .flatMap((variant) => model.nodeById.get(variant) ?? [])
      .map((node) => ({ node, papers: papersOf.get(node.id)?.size ?? 0 }))
      .sort((a, b) => b.papers - a.papers || a.node.name.localeCompare(b.node.name)),
    roles: ROLES.map((role) => ({
      role,
      papers: nodesOf(byRole.get(role)?.keys() ?? []).map((paper) => ({ paper, edges: byRole.get(role)?.get(paper.id) ?? [] })),
    })).filter(({ papers }) => papers.length > 0),
    members,
    overTime: model.dates.map(({ date, papers }) => ({ date, of: papers, papers: members.filter((paper) => paper.date === date).length })),
    firstSeen:
      members
        .map(({ date }) => date)
        .filter((date) => date !== '')
        .sort()[0] ?? null,
    models: meetings(model, visible, members, (edge, node) => edge.type === 'BUILDS_ON' && node.type === 'model').sort(byCount),
    benchmarks: meetings(model, visible, members, (edge, node) => edge.type === 'EVALUATES_ON' && node.type === 'benchmark').sort(byCount),
    siblings: meetings(
      model,
      visible,
      members,
      (edge, node) => (edge.type === 'USES' || edge.type === 'PROPOSES') && node.type === 'method' && node.weight > 1 && !isFamily(node),
    ).sort(byCompany),
  };
}
