// Answers a question in words: reads it by its shape, looks up the names in it, runs the question of the gallery that fits.
// Only queries that a user may send: nothing here can write, and it works through a running server as well.
import { readFileSync } from 'node:fs';
import type { Resolver } from '../resolve/types.ts';
import type { AskRequest, AskResponse, NamedThing } from '../shared/api/ask.ts';
import type { CypherResponse, Json } from '../shared/api/cypher.ts';
import { likeQuestions, matchQuestion, namesToTry, type Reading, toSince } from '../shared/ask/match-question.ts';
import type { SlotType } from '../shared/ask/shapes.ts';
import { type ThingRow, thingRowSchema } from '../shared/ask/thing-row.ts';
import { foldCase, foldName } from '../shared/fold.ts';
import { LABEL_OF, MENTION_TYPES, type MentionType } from '../shared/ontology.ts';
import { readGallery } from '../store/gallery.ts';
import type { UserQuery } from '../store/graph-store.ts';
import { CYPHER_DIR, stripComments } from '../store/query-text.ts';

export interface AskDeps {
  readonly graph: { query(query: UserQuery): Promise<CypherResponse> };
  readonly resolver: Resolver;
}

const TIMEOUT_MS = 15_000;
const MAX_NEAR = 8;
const ARXIV = /^(?:paper:|arxiv:\s*)?(\d{4}\.\d{4,5})(?:v\d+)?$/i;

export async function ask({ question, limit }: AskRequest, deps: AskDeps): Promise<AskResponse> {
  const names = new Names(deps);
  const readings = matchQuestion(question);
  let bestMiss: { readonly reading: Reading; readonly missing: string } | null = null;
  for (const reading of readings) {
    const things: (NamedThing & { readonly slot: string })[] = [];
    let missing: string | null = null;
    for (const { name: slot, text, types } of reading.slots) {
      const found = await names.find(text, types);
      if (found) things.push({ ...found, slot });
      else missing ??= text;
    }
    if (missing === null) return answerOf(question, reading, things, limit, deps, names);
    // What was almost understood tells more than the bare-name reading, which takes the whole question for a name.
    if (bestMiss === null || bestMiss.reading.shape.id === 'thing-papers') bestMiss = { reading, missing };
  }
  const isBare = bestMiss === null || foldName(bestMiss.missing) === foldName(question);
  const missing = bestMiss?.missing ?? question;
  const near = await names.near(missing);
  const title = bestMiss && readGallery().find(({ id }) => id === bestMiss.reading.shape.gallery)?.title;
  return {
    question,
    understood: false,
    message:
      isBare || !title
        ? { en: 'This question was not understood. Questions like these are:', zh: '没有理解这个问题。可以这样问：' }
        : {
            en: `This was read as "${title.en}", but nothing in the graph is called "${missing}".`,
            zh: `理解为“${title.zh}”，但图中没有名为“${missing}”的事物。`,
          },
    reading: null,
    answer: null,
    near: { things: near, questions: likeQuestions(question) },
  };
}

async function answerOf(
  question: string,
  { shape, since }: Reading,
  things: readonly (NamedThing & { readonly slot: string })[],
  limit: number,
  { graph }: AskDeps,
  names: Names,
): Promise<AskResponse> {
  const item = readGallery().find(({ id }) => id === shape.gallery);
  if (!item) throw new Error(`the shape ${shape.id} names no question of the gallery: ${shape.gallery}`);
  const params: Record<string, string> = Object.fromEntries(things.map(({ slot, id }) => [slot, id]));
  if (shape.role) params['role'] = shape.role;
  if (since !== null) params['since'] = toSince(since, await names.newestDate());
  const answer = await graph.query({ query: item.query, params, limit, timeoutMs: TIMEOUT_MS });
  const about = things.map(({ text, name }) => (foldName(text) === foldName(name) ? name : `${name} (${text})`)).join(', ');
  const extra = [about, params['role'], params['since'] && `≥ ${params['since']}`]
    .filter((part) => part !== undefined && part !== '')
    .join('; ');
  const tail = extra === '' ? '' : `: ${extra}`;
  return {
    question,
    understood: true,
    message: { en: `${item.title.en}${tail}`, zh: `${item.title.zh}${tail.replace(': ', '：')}` },
    reading: {
      shape: shape.id,
      gallery: shape.gallery,
      title: item.title,
      things: things.map(({ slot: _slot, ...thing }) => thing),
      query: item.query,
      params,
    },
    answer,
    near: { things: [], questions: [] },
  };
}

/** Looks names up in the graph; each only once a question. */
class Names {
  readonly #deps: AskDeps;
  readonly #known = new Map<string, NamedThing | null>();

  constructor(deps: AskDeps) {
    this.#deps = deps;
  }

  async find(text: string, types: readonly SlotType[]): Promise<NamedThing | null> {
    const key = `${types.join()} ${text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    let found: NamedThing | null = null;
    for (const name of namesToTry(text)) {
      found ??= types.includes('paper') ? await this.#paper(text, name) : await this.#thing(text, name, mentionTypesOf(types));
    }
    this.#known.set(key, found);
    return found;
  }

  /** Things whose names hold the text or its longest word. */
  async near(text: string): Promise<NamedThing[]> {
    const tries = [text, ...(text.match(/[\p{L}\p{N}.+-]{3,}/gu) ?? []).sort((a, b) => b.length - a.length).slice(0, 2)];
    const prefixes = tries.flatMap((word) => (foldName(word).length > 4 ? [foldName(word).slice(0, -2), foldName(word).slice(0, 4)] : []));
    const found = new Map<string, NamedThing>();
    for (const word of [...tries, ...prefixes]) {
      if (foldName(word).length < 2 || found.size >= MAX_NEAR) continue;
      for (const row of await this.#search(word, MENTION_TYPES)) found.set(row.id, toNamed(text, row));
    }
    return [...found.values()].slice(0, MAX_NEAR);
  }

  async newestDate(): Promise<string> {
    const { rows } = await this.#run('newest-date', {});
    return typeof rows[0]?.[0] === 'string' ? rows[0][0] : '';
  }

  async #thing(text: string, name: string, types: readonly MentionType[]): Promise<NamedThing | null> {
    const exact = (await this.#search(name, types)).filter(({ rank }) => rank === 0);
    // The wanted type first, then what more papers speak of.
    const [best] = exact.sort((a, b) => typeRank(a, types) - typeRank(b, types) || b.papers - a.papers || (a.id < b.id ? -1 : 1));
    if (best) return toNamed(text, best);
    // Another spelling of a name the graph knows: "QwenVL-2.5" is Qwen2.5-VL.
    const ids = [...new Set(types.map((type) => this.#deps.resolver.resolve(type, name).id))];
    const [named] = await this.#rows('things-named', { ids });
    return named ? toNamed(text, named) : null;
  }

  async #paper(text: string, name: string): Promise<NamedThing | null> {
    const arxiv = ARXIV.exec(name)?.[1];
    const words = arxiv
      ? []
      : foldCase(name)
          .split(/\s+/)
          .filter((word) => word !== '');
    const rows = await this.#rows('papers-named', { id: arxiv ? `paper:${arxiv}` : '', words, limit: 2 });
    // Words of a title count only when one paper alone has them.
    return rows.length === 1 && rows[0] && (arxiv || foldName(name).length >= 4) ? toNamed(text, rows[0]) : null;
  }

  #search(name: string, types: readonly MentionType[]): Promise<ThingRow[]> {
    const key = foldName(name);
    if (key === '') return Promise.resolve([]);
    return this.#rows('names-found', { key, labels: types.map((type) => LABEL_OF[type]), limit: MAX_NEAR });
  }

  async #rows(name: string, params: Readonly<Record<string, Json>>): Promise<ThingRow[]> {
    const { columns, rows } = await this.#run(name, params);
    return rows.map((values) => thingRowSchema.parse(Object.fromEntries(columns.map((column, i) => [column, values[i]]))));
  }

  #run(name: string, params: Readonly<Record<string, Json>>): Promise<CypherResponse> {
    const query = stripComments(readFileSync(`${CYPHER_DIR}ask/${name}.cypher`, 'utf8'));
    return this.#deps.graph.query({ query, params, limit: 100, timeoutMs: TIMEOUT_MS });
  }
}

const toNamed = (text: string, { id, name, nameZh, papers }: ThingRow): NamedThing => ({ text, id, name, nameZh, papers });

function mentionTypesOf(types: readonly SlotType[]): MentionType[] {
  const named = MENTION_TYPES.filter((type) => types.includes(type)).sort((a, b) => types.indexOf(a) - types.indexOf(b));
  return types.includes('thing') ? [...named, ...MENTION_TYPES.filter((type) => !named.includes(type))] : named;
}

function typeRank({ labels }: ThingRow, types: readonly MentionType[]): number {
  const at = types.findIndex((type) => labels.some((label) => label.endsWith(LABEL_OF[type])));
  // Of any thing, the one that most papers speak of.
  return types.length === MENTION_TYPES.length || at < 0 ? 0 : at;
}
