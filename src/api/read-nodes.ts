// Papers and things by their ids, as other answers name them.
import type { NodeRef } from '../shared/api/common.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { paperNode, toNodeRef } from './views.ts';

/** Those that exist. */
export async function readNodes(store: GraphStore, ids: readonly string[]): Promise<Map<string, NodeRef>> {
  const papers = ids.filter((id) => id.startsWith('paper:'));
  const entities = ids.filter((id) => !id.startsWith('paper:'));
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const found = [
    ...(papers.length === 0 ? [] : await store.run('nodes-by-ids', { label: 'Paper', ids: papers })).map(({ id, properties }) =>
      paperNode({ id, title: text(properties['title']) }),
    ),
    ...(entities.length === 0 ? [] : await store.run('nodes-by-ids', { label: 'Entity', ids: entities })).map(
      ({ id, labels, properties }) => toNodeRef({ id, labels, name: text(properties['name']), nameZh: text(properties['nameZh']) || null }),
    ),
  ];
  return new Map(found.map((node) => [node.id, node]));
}
