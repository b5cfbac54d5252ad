// What is around a node, page by page: first where its edges lead, then what leads to it, each by edge type, then by id.
// Only papers that lead to an entity can be many; they are read a page at a time, everything else at once.
import { compareCodePoints } from '../shared/entity-merge.ts';
import { EDGE_TYPE_OF, type EdgeType, kindsOf, type MentionKind, PAPER_EDGE_TYPES } from '../shared/ontology.ts';
import type { GraphStore } from '../store/graph-store.ts';

const MAX_LISTED = 10_000;
type Direction = 'out' | 'in';

export interface Neighbour {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly labels: readonly string[];
  readonly type: EdgeType;
  readonly direction: Direction;
  readonly confidence: number;
  /** Where it stands among those of its direction and type. */
  readonly key: string;
}
interface Section {
  readonly direction: Direction;
  readonly edgeType: EdgeType;
  readonly total: number;
}
interface Page {
  readonly label: 'Paper' | 'Entity';
  readonly id: string;
  /** Empty for all. */
  readonly types: readonly string[];
  readonly limit: number;
  /** Direction, type and key of the last one of the page before. */
  readonly after: readonly string[] | null;
}

/** `last`: where the next page goes on; null when there is none. */
export async function readNeighbours(
  store: GraphStore,
  { label, id, types, limit, after }: Page,
): Promise<{ readonly counts: Section[]; readonly rows: Neighbour[]; readonly last: string[] | null }> {
  const listed = await readListed(store, label, id);
  const roles = label === 'Entity' ? await store.run('entity-role-counts', { id }) : [];
  const counts = countSections(
    listed,
    roles.map(({ role, total }) => [EDGE_TYPE_OF[role as MentionKind], total]),
  );
  const [afterDirection = 'out', afterType = '', afterKey = ''] = after ?? [];
  const rows: Neighbour[] = [];
  for (const { direction, edgeType } of counts) {
    if (types.length > 0 && !types.includes(edgeType)) continue;
    if (direction === afterDirection ? edgeType < afterType : direction === 'out') continue;
    const key = direction === afterDirection && edgeType === afterType ? afterKey : '';
    const room = limit + 1 - rows.length;
    if (room <= 0) break;
    if (direction === 'in' && (PAPER_EDGE_TYPES as readonly string[]).includes(edgeType)) {
      const found = await store.run('neighbours-in-papers', { id, roles: kindsOf([edgeType]), after: key, limit: room });
      rows.push(...found.map((row): Neighbour => ({ ...row, nameZh: null, type: edgeType, direction, key: row.id })));
    } else {
      const own = listed.filter((row) => row.direction === direction && row.type === edgeType && compareCodePoints(row.key, key) > 0);
      rows.push(...own.slice(0, room));
    }
  }
  const shown = rows.slice(0, limit);
  const end = shown.at(-1);
  return { counts, rows: shown, last: rows.length > limit && end ? [end.direction, end.type, end.key] : null };
}

async function readListed(store: GraphStore, label: Page['label'], id: string): Promise<Neighbour[]> {
  const out = await store.run('neighbours-out', { label, id, limit: MAX_LISTED });
  const into = label === 'Entity' ? await store.run('neighbours-in-entities', { id, limit: MAX_LISTED }) : [];
  return [
    ...out.map((row) => ({ ...row, direction: 'out' as const })),
    ...into.map((row) => ({ ...row, confidence: null, direction: 'in' as const })),
  ]
    .map(
      (row): Neighbour => ({ ...row, type: row.type as EdgeType, confidence: row.confidence ?? 1, key: `${row.id}|${row.paperId ?? ''}` }),
    )
    .sort((a, b) => compareCodePoints(a.key, b.key));
}

function countSections(listed: readonly Neighbour[], papers: readonly (readonly [EdgeType, number])[]): Section[] {
  const totals = new Map<string, Section>();
  const add = (direction: Direction, edgeType: EdgeType, count: number): void => {
    const key = `${direction === 'out' ? 0 : 1} ${edgeType}`;
    totals.set(key, { direction, edgeType, total: (totals.get(key)?.total ?? 0) + count });
  };
  for (const { direction, type } of listed) add(direction, type, 1);
  for (const [type, total] of papers) add('in', type, total);
  return [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, section]) => section);
}
