// Entities of a part: locked and read once, merged here, and written only where that changes something.
import { mergeEntityRows, searchKeyOf, searchKeysOf } from '../../shared/entity-merge.ts';
import type { EntityEdgeRow, EntityRow } from '../../shared/graph-patch.ts';
import { NODE_LABELS, type NodeLabel } from '../../shared/ontology.ts';
import { batches } from '../batches.ts';
import { ENTITY_NODE_LABELS, type HIERARCHY_EDGE_TYPES, type ListRow } from '../queries/apply.ts';
import { type Part, pushTo, sendByType, sendRows, sorted, sortedBy } from './context.ts';

type HierarchyType = (typeof HIERARCHY_EDGE_TYPES)[number];
const isOurs = (label: string): label is NodeLabel => (NODE_LABELS as readonly string[]).includes(label);
const isSameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((value, i) => value === b[i]);
/** `add-entities` has a text per label; the other labels of a node come after. */
const firstLabel = (row: EntityRow): (typeof ENTITY_NODE_LABELS)[number] =>
  ENTITY_NODE_LABELS.find((label) => row.labels.includes(label)) ?? 'Method';

function toColumns(row: EntityRow): ListRow {
  return [row.id, row.name, row.nameZh, row.aliases, row.firstSeen, row.lastSeen, searchKeyOf(searchKeysOf(row))];
}

/** The entities a transaction has read, as they are at this point of it. What was asked for and is absent is not there. */
export class EntityTable {
  readonly #part: Part;
  readonly #rows = new Map<string, EntityRow>();
  readonly #asked = new Set<string>();

  constructor(part: Part) {
    this.#part = part;
  }

  get(id: string): EntityRow | undefined {
    return this.#rows.get(id);
  }

  #set(id: string, row: EntityRow | undefined): void {
    if (row === undefined) this.#rows.delete(id);
    else this.#rows.set(id, row);
    this.#part.cache?.note(id, row);
  }

  /** On Neo4j they are ours until the transaction ends. */
  async load(ids: Iterable<string>): Promise<void> {
    const wanted = sorted(ids).filter((id) => !this.#asked.has(id));
    for (const id of wanted) {
      this.#asked.add(id);
      const row = this.#part.cache?.get(id);
      if (row) this.#set(id, row);
    }
    for (const batch of batches(wanted.filter((id) => !this.#rows.has(id)))) {
      for (const row of (await this.#part.tx.run(this.#part.locks ? 'lock-entities' : 'entities-stored', { ids: batch })).rows) {
        const aliases = [...row.aliases].sort();
        this.#set(row.id, { ...row, aliases, baseAliases: [], labels: row.labels.filter(isOurs).sort() });
      }
    }
  }

  /** Makes entities exactly these rows; those that are so already are left alone. All must have been loaded. */
  async write(wanted: readonly EntityRow[]): Promise<void> {
    const part = this.#part;
    const added = new Map<(typeof ENTITY_NODE_LABELS)[number], ListRow[]>();
    const renamed: ListRow[] = [];
    const dated: ListRow[] = [];
    const relabelled: { id: string; labels: string[] }[] = [];
    for (const row of sortedBy(wanted, ({ id }) => id)) {
      const old = this.#rows.get(row.id);
      const hasNames = old !== undefined && old.name === row.name && old.nameZh === row.nameZh && isSameList(old.aliases, row.aliases);
      const hasDates = old !== undefined && old.firstSeen === row.firstSeen && old.lastSeen === row.lastSeen;
      const hasLabels = old !== undefined && isSameList(old.labels, row.labels);
      if (hasNames && hasDates && hasLabels) continue;
      if (old === undefined) {
        pushTo(added, firstLabel(row), toColumns(row));
        part.counts.nodesAdded++;
      } else {
        if (!hasNames) renamed.push(toColumns(row));
        else if (!hasDates) dated.push([row.id, row.firstSeen, row.lastSeen]);
        part.delta.entity(-1, old);
      }
      if (old === undefined ? row.labels.length !== 1 : !hasLabels) relabelled.push({ id: row.id, labels: [...row.labels] });
      part.delta.entity(1, row);
      this.#set(row.id, row);
    }
    await sendByType(part, 'entities', added, (label, rows) => part.tx.run('add-entities', { label, rows }), 'nodesCreated');
    await sendRows(part, 'entities', renamed, (rows) => part.tx.run('set-entities', { rows }));
    await sendRows(part, 'entities', dated, (rows) => part.tx.run('set-entity-dates', { rows }));
    await sendRows(part, 'entities', relabelled, (rows) => part.tx.run('relabel-entities', { rows }));
  }

  /** Adds what the rows say to what is there: in any order of patches the end is the same. */
  merge(rows: readonly EntityRow[]): Promise<void> {
    return this.write(
      rows.map((row) => {
        const old = this.#rows.get(row.id);
        return old ? mergeEntityRows(old, row) : { ...row, labels: [...row.labels].sort(), aliases: [...new Set(row.aliases)].sort() };
      }),
    );
  }

  /** With the edges that leave them; nothing may point to them any more. Answers what those edges led to. */
  async remove(ids: readonly string[]): Promise<string[]> {
    const part = this.#part;
    const reached = new Set<string>();
    for (const batch of batches(ids)) {
      for (const { source, type, target, paperId } of (await part.tx.run('map-entity-edges', { ids: batch })).rows) {
        part.delta.edge(-1, type, source, target, paperId === null ? {} : { paperId });
        part.counts.edgesRemoved++;
        reached.add(target);
      }
    }
    for (const id of ids) {
      const row = this.#rows.get(id);
      if (row === undefined) continue;
      part.delta.entity(-1, row);
      part.counts.nodesRemoved++;
      this.#set(id, undefined);
    }
    await sendRows(part, 'entities', ids, (batch) => part.tx.run('remove-entities', { ids: batch }));
    return [...reached];
  }
}

/** `isNew`: entities that this transaction added have no edges yet, so only the others are asked. */
export async function writeHierarchy(part: Part, edges: readonly EntityEdgeRow[], isNew: (id: string) => boolean): Promise<void> {
  const keyOf = (type: string, from: string, to: string): string => `${type}|${from}|${to}`;
  const wanted = new Map<string, { type: HierarchyType; from: string; to: string }>();
  for (const { type, from, to, paperId } of edges)
    if (paperId === null && type !== 'DERIVED_FROM') wanted.set(keyOf(type, from, to), { type, from, to });
  for (const ids of batches(sorted([...wanted.values()].map((row) => row.from).filter((id) => !isNew(id))))) {
    for (const row of (await part.tx.run('map-entity-edges', { ids })).rows) wanted.delete(keyOf(row.type, row.source, row.target));
  }
  const added = new Map<HierarchyType, ListRow[]>();
  for (const [, { type, from, to }] of sortedBy(wanted, ([key]) => key)) {
    pushTo(added, type, [from, to]);
    part.delta.edge(1, type, from, to);
    part.counts.edgesAdded++;
  }
  await sendByType(part, 'edges', added, (type, rows) => part.tx.run('add-hierarchy-edges', { type, rows }), 'edgesCreated');
}
