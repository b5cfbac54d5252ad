// The four maps of one graph. All keep the places of the whole map, so that a thing stands where it stood.
import type { GraphEdge, GraphNode } from '../../../src/shared/api/graph.ts';
import type { EdgeType } from '../../../src/shared/ontology.ts';
import { count, type GraphModel, type Tie, toEdgesOf } from './graph-model.ts';
import type { Projection } from './view-state.ts';

/** A technique in more than this share of all papers ties everything to everything and says nothing. */
const MAX_SHARE = 1 / 3;
const FEW_PAPERS = 12;
/** So many ties a paper keeps, the strongest first; a hairball shows nothing. */
const TIES_A_PAPER = 5;
/** Techniques and benchmarks of a single paper would only repeat that paper. */
const MIN_PAPERS = 2;
const MODEL_ROLES: ReadonlySet<EdgeType> = new Set(['BUILDS_ON', 'ASSISTED_BY', 'COMPARES_WITH', 'PROPOSES', 'MEMBER_OF', 'DERIVED_FROM']);

interface Draft {
  readonly a: string;
  readonly b: string;
  readonly papers: Set<string>;
  readonly via: Set<string>;
  weight: number;
}

const cache = new WeakMap<GraphModel, Map<Projection, GraphModel>>();

export function projectMap(model: GraphModel, projection: Projection): GraphModel {
  if (projection === 'all') return model;
  const known = cache.get(model) ?? new Map<Projection, GraphModel>();
  cache.set(model, known);
  const found = known.get(projection) ?? MAKE[projection](model);
  known.set(projection, found);
  return found;
}

const MAKE: Readonly<Record<Exclude<Projection, 'all'>, (model: GraphModel) => GraphModel>> = {
  papers: (model) => {
    const papersOf = collect(model, ['PROPOSES', 'USES'], 'method');
    const most = Math.max(FEW_PAPERS, model.paperCount * MAX_SHARE);
    const drafts = new Map<string, Draft>();
    for (const [method, papers] of papersOf) {
      if (papers.length < MIN_PAPERS || papers.length > most) continue;
      // Rare techniques tie more strongly: two papers on one unusual method are close, two that fine-tune are not.
      const weight = 1 / Math.log2(1 + papers.length);
      papers.forEach((a, i) => {
        for (const b of papers.slice(i + 1)) addTo(drafts, ...inOrder(a, b), weight, [a, b], method);
      });
    }
    return build(model, strongest([...drafts.values()]), 'USES', (node) => node.type === 'paper');
  },
  grid: (model) => {
    const methods = collect(model, ['PROPOSES', 'USES'], 'method');
    const benchmarks = collect(model, ['EVALUATES_ON', 'INTRODUCES'], 'benchmark');
    const methodsOf = new Map<string, string[]>();
    for (const [method, papers] of methods) {
      if (papers.length < MIN_PAPERS) continue;
      for (const paper of papers) methodsOf.set(paper, [...(methodsOf.get(paper) ?? []), method]);
    }
    const drafts = new Map<string, Draft>();
    for (const [benchmark, papers] of benchmarks) {
      if (papers.length < MIN_PAPERS) continue;
      for (const paper of papers) for (const method of methodsOf.get(paper) ?? []) addTo(drafts, method, benchmark, 1, [paper], paper);
    }
    const list = [...drafts.values()];
    const used = new Set(list.flatMap(({ a, b }) => [a, b]));
    return build(model, list, 'EVALUATES_ON', (node) => used.has(node.id));
  },
  models: (model) => {
    const isModel = (id: string): boolean => model.nodeById.get(id)?.type === 'model';
    const edges = model.edges.filter((edge) => MODEL_ROLES.has(edge.type) && isModel(edge.target));
    const used = new Set(edges.flatMap(({ source, target }) => [source, target]));
    return derive(
      model,
      model.nodes.filter((node) => used.has(node.id)),
      edges,
      new Map(),
    );
  },
};

const inOrder = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a]);

/** Papers of each thing of one type, by the given roles. */
function collect(model: GraphModel, roles: readonly EdgeType[], type: GraphNode['type']): Map<string, string[]> {
  const papersOf = new Map<string, string[]>();
  for (const edge of model.edges) {
    if (!roles.includes(edge.type) || model.nodeById.get(edge.target)?.type !== type) continue;
    const papers = papersOf.get(edge.target) ?? [];
    papersOf.set(edge.target, papers);
    if (!papers.includes(edge.source)) papers.push(edge.source);
  }
  return papersOf;
}

function addTo(drafts: Map<string, Draft>, a: string, b: string, weight: number, papers: readonly string[], via: string): void {
  const key = `${a}|${b}`;
  const draft = drafts.get(key) ?? { a, b, papers: new Set(), via: new Set(), weight: 0 };
  drafts.set(key, draft);
  draft.weight += weight;
  draft.via.add(via);
  for (const paper of papers) draft.papers.add(paper);
}

/** A tie stays when it is among the strongest of either end. */
function strongest(drafts: Draft[]): Draft[] {
  const kept = new Map<string, number>();
  return drafts
    .sort((x, y) => y.weight - x.weight || (x.a + x.b < y.a + y.b ? -1 : 1))
    .filter(({ a, b }) => {
      const [left, right] = [kept.get(a) ?? 0, kept.get(b) ?? 0];
      if (left >= TIES_A_PAPER && right >= TIES_A_PAPER) return false;
      kept.set(a, left + 1);
      kept.set(b, right + 1);
      return true;
    });
}

function build(model: GraphModel, drafts: readonly Draft[], type: EdgeType, accept: (node: GraphNode) => boolean): GraphModel {
  const top = drafts.reduce((most, { weight }) => Math.max(most, weight), 0.001);
  const ties = new Map<string, Tie>();
  const edges = drafts.map(({ a, b, papers, via, weight }): GraphEdge => {
    const id = `tie:${a}|${b}`;
    const dates = [...papers].flatMap((paper) => model.nodeById.get(paper)?.date ?? []);
    ties.set(id, { papers: [...papers], via: [...via], dates });
    // Strength takes the place of confidence: a weak tie is faint.
    return { id, source: a, target: b, type, role: null, confidence: 0.4 + 0.6 * Math.min(1, (2 * weight) / top) };
  });
  return derive(model, model.nodes.filter(accept), edges, ties);
}

function derive(model: GraphModel, nodes: readonly GraphNode[], edges: readonly GraphEdge[], ties: ReadonlyMap<string, Tie>): GraphModel {
  return {
    ...model,
    nodes,
    edges,
    nodeById: new Map(nodes.map((node) => [node.id, node])),
    edgeById: new Map(edges.map((edge) => [edge.id, edge])),
    edgesOf: toEdgesOf(edges),
    countOfType: count(nodes, (node) => node.type),
    countOfRole: count(edges, (edge) => edge.type),
    ties,
    total: { nodes: nodes.length, edges: edges.length },
  };
}
