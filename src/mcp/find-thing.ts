// From what an agent calls a thing to its id: an id as it is, else the best match of its name in either language.
import { z } from 'zod';
import { AppError } from '../shared/errors.ts';
import { foldName } from '../shared/fold.ts';
import { ID_PREFIX_OF, LABEL_OF, MENTION_TYPES } from '../shared/ontology.ts';
import { type McpGraph, readRows } from './graph.ts';

export const ALL_LABELS: readonly string[] = MENTION_TYPES.map((type) => LABEL_OF[type]);
const ID = new RegExp(`^(?:paper|${[...new Set(Object.values(ID_PREFIX_OF))].join('|')}):\\S+$`);
const ARXIV = /^(?:arxiv:)?(\d{4}\.\d{4,5})(?:v\d+)?$/i;

export const thingRow = {
  id: z.string(),
  name: z.string(),
  nameZh: z.string().nullable(),
  labels: z.array(z.string()),
  aliases: z.array(z.string()).nullable(),
  papers: z.number(),
};
const foundRow = {
  ...thingRow,
  rank: z.number(),
  paper: z.string().nullable(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  role: z.string().nullable(),
  sentence: z.string().nullable(),
  quote: z.string().nullable(),
  confidence: z.number().nullable(),
};
export type FoundThing = z.output<z.ZodObject<typeof foundRow>>;

export function findThings(graph: McpGraph, name: string, labels: readonly string[], limit: number): Promise<FoundThing[]> {
  const key = foldName(name);
  if (key === '') return Promise.resolve([]);
  return readRows(graph, 'things-found', { key, labels: [...labels], limit }, foundRow);
}

/** `paper:...` for papers. Throws not_found, with near misses. */
export async function findId(graph: McpGraph, given: string, labels: readonly string[] = ALL_LABELS): Promise<string> {
  const arxiv = ARXIV.exec(given)?.[1];
  if (arxiv) return `paper:${arxiv}`;
  if (ID.test(given)) return given;
  const hits = await findThings(graph, given, labels, 5);
  const exact = hits.filter(({ rank }) => rank === 0);
  // A part of a name is taken only when nothing else could be meant.
  const [only] = exact.length > 0 ? exact : hits.length === 1 ? hits : [];
  if (only) return only.id;
  const near = hits.map(({ id, name }) => `${name} (${id})`).join(', ');
  throw new AppError('not_found', near === '' ? JSON.stringify(given) : `${JSON.stringify(given)}; near misses: ${near}`);
}

export async function getThing(graph: McpGraph, id: string) {
  const [found] = await readRows(
    graph,
    'thing-facts',
    { id },
    { ...thingRow, firstSeen: z.string().nullable(), lastSeen: z.string().nullable() },
  );
  if (!found) throw new AppError('not_found', id);
  return found;
}

/** field, method, model, benchmark or dataset; what is both benchmark and data set is a benchmark. */
export const typeOf = (labels: readonly string[]): string =>
  MENTION_TYPES.find((type) => labels.some((label) => label.endsWith(LABEL_OF[type]))) ?? 'thing';
