// The map and the clusters, computed from the store once for each state of the graph, and kept in memory and in the data folder.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { declaredClusters } from '../cluster/declared-clusters.ts';
import { MAP_VERSION } from '../cluster/draw-map.ts';
import type { MapEdge, MapGraph, MapNode } from '../cluster/map-graph.ts';
import type { ClustersResponse, GraphResponse } from '../shared/api/graph.ts';
import { type EdgeType, RESULT_EDGE_TYPES } from '../shared/ontology.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { drawInWorker } from './draw-in-worker.ts';
import { nodeTypeOf } from './node-type.ts';
import { byCodeUnit } from './ordering.ts';
import type { Workspace } from './workspace.ts';

export const DEFAULT_MAX_NODES = 5_000;
const LARGER_SIZES = [10_000, 20_000] as const;
const LARGEST = 20_000;
const ID_BATCH = 2_000;

export class Snapshots {
  readonly #workspace: Workspace;
  readonly #store: GraphStore;
  readonly #folder: string | null;
  readonly #ready = new Map<number, GraphResponse>();
  readonly #working = new Map<string, Promise<GraphResponse>>();

  /** `folder`: where snapshots are kept between runs; null for nowhere. */
  constructor(workspace: Workspace, folder: string | null) {
    this.#workspace = workspace;
    this.#store = workspace.store;
    this.#folder = folder;
  }

  /** Sizes up to the usual one are cut from it, larger ones are drawn in steps: a client cannot ask for many maps. */
  async map(maxNodes = DEFAULT_MAX_NODES): Promise<GraphResponse> {
    const usual = await this.#current(DEFAULT_MAX_NODES);
    if (maxNodes <= DEFAULT_MAX_NODES || !usual.truncated) return cut(usual, maxNodes);
    return cut(await this.#current(LARGER_SIZES.find((size) => size >= maxNodes) ?? LARGEST), maxNodes);
  }

  async #current(size: number): Promise<GraphResponse> {
    const { fingerprint, edges } = await this.#workspace.stats();
    const ready = this.#ready.get(size) ?? this.#load(size);
    if (ready) this.#ready.set(size, ready);
    if (ready?.fingerprint === fingerprint) return ready;
    const key = `${fingerprint} ${size}`;
    let working = this.#working.get(key);
    if (!working) {
      const totalEdges = Object.entries(edges).reduce((sum, [type, count]) => (isResultEdge(type) ? sum : sum + count), 0);
      working = this.#draw(size, fingerprint, totalEdges, ready).finally(() => this.#working.delete(key));
      this.#working.set(key, working);
    }
    return working;
  }

  async clusters(): Promise<ClustersResponse> {
    const { clusters, fingerprint } = await this.map();
    return { clusters, fingerprint };
  }

  async #draw(maxNodes: number, fingerprint: string, totalEdges: number, earlier: GraphResponse | undefined): Promise<GraphResponse> {
    const map = await readMap(this.#store, maxNodes);
    const [uses, variants, techniques] = [
      await this.#store.run('technique-uses', {}),
      await this.#store.run('technique-variants', {}),
      await this.#store.run('techniques', {}),
    ];
    const declared = declaredClusters(
      uses,
      variants.map(({ below, above }) => ({ from: below, to: above })),
      techniques,
    );
    const drawn = await drawInWorker({ map, declared, start: (earlier?.nodes ?? []).map(({ id, x, y }) => [id, { x, y }]) });
    const total = await countNodes(this.#store);
    const response: GraphResponse = {
      nodes: [...drawn.nodes],
      edges: [...map.edges],
      clusters: [...drawn.clusters],
      total: { nodes: total, edges: totalEdges },
      truncated: map.nodes.length < total,
      fingerprint,
    };
    this.#ready.set(maxNodes, response);
    this.#save(maxNodes, response);
    return response;
  }

  #load(maxNodes: number): GraphResponse | undefined {
    const path = this.#pathOf(maxNodes);
    if (!path || !existsSync(path)) return undefined;
    try {
      const kept = JSON.parse(readFileSync(path, 'utf8')) as { version: number; map: GraphResponse };
      return kept.version === MAP_VERSION ? kept.map : undefined;
    } catch (error) {
      // Half a file: drawn again.
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  #save(maxNodes: number, map: GraphResponse): void {
    const path = this.#pathOf(maxNodes);
    if (!path || !this.#folder) return;
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify({ version: MAP_VERSION, map }));
    renameSync(`${path}.new`, path);
  }

  #pathOf(size: number): string | null {
    return this.#folder ? join(this.#folder, `map-${size}.json`) : null;
  }
}

/** The best connected `maxNodes` of a map, where they stand. */
function cut(map: GraphResponse, maxNodes: number): GraphResponse {
  if (map.nodes.length <= maxNodes) return map;
  const nodes = [...map.nodes].sort((a, b) => b.weight - a.weight || byCodeUnit(a.id, b.id)).slice(0, maxNodes);
  const shown = new Set(nodes.map((node) => node.id));
  return { ...map, nodes, edges: map.edges.filter((edge) => shown.has(edge.source) && shown.has(edge.target)), truncated: true };
}

/** The best connected nodes and the edges between them. */
async function readMap(store: GraphStore, maxNodes: number): Promise<MapGraph> {
  const papers = (await store.run('map-papers', { limit: maxNodes })).map((row): MapNode => ({ ...row, type: 'paper', nameZh: null }));
  const entities = (await store.run('map-entities', { limit: maxNodes })).map(
    ({ labels, ...row }): MapNode => ({ ...row, type: nodeTypeOf(row.id, labels) }),
  );
  const nodes = [...papers, ...entities].sort((a, b) => b.weight - a.weight || byCodeUnit(a.id, b.id)).slice(0, maxNodes);
  const shown = new Set(nodes.map((node) => node.id));
  const edges: MapEdge[] = [];
  const ids = [...shown].sort(byCodeUnit);
  for (const part of inParts(ids.filter((id) => id.startsWith('paper:')))) {
    for (const { source, type, target, role, confidence } of await store.run('map-paper-edges', { ids: part })) {
      if (shown.has(target))
        edges.push({ id: `${source.slice('paper:'.length)}|${type}|${target}`, source, target, type: type as EdgeType, role, confidence });
    }
  }
  for (const part of inParts(ids.filter((id) => !id.startsWith('paper:')))) {
    for (const { source, type, target } of await store.run('map-entity-edges', { ids: part })) {
      if (shown.has(target))
        edges.push({ id: `${source}|${type}|${target}`, source, target, type: type as EdgeType, role: null, confidence: 1 });
    }
  }
  // Several papers may derive one model from another: on the map that is one edge.
  const unique = new Map(edges.map((edge) => [edge.id, edge]));
  return { nodes, edges: [...unique.values()].sort((a, b) => byCodeUnit(a.id, b.id)) };
}

async function countNodes(store: GraphStore): Promise<number> {
  const [papers, entities] = [await store.run('nodes-count', { label: 'Paper' }), await store.run('nodes-count', { label: 'Entity' })];
  return (papers[0]?.total ?? 0) + (entities[0]?.total ?? 0);
}

function inParts(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let from = 0; from < ids.length; from += ID_BATCH) parts.push(ids.slice(from, from + ID_BATCH));
  return parts;
}

function isResultEdge(type: string): boolean {
  return (RESULT_EDGE_TYPES as readonly string[]).includes(type);
}
