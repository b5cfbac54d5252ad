// The resolver: users' decisions first, then the lexicon, then the name algebra. Pure and deterministic; no edit distance.
import { foldName, slug } from '../shared/fold.ts';
import { ID_PREFIX_OF, type MentionType } from '../shared/ontology.ts';
import { formsOf, type LexiconIndex, type NameSpace, nameSpaceOf } from './lexicon-index.ts';
import { resolveBenchmark } from './resolve-benchmark.ts';
import { resolveModel } from './resolve-model.ts';
import { resolvePhrase } from './resolve-phrase.ts';
import type { LexiconEntry, Resolved, Resolver } from './types.ts';

/** A user's word that a surface form means a thing: kept as data in the ledger, so that it can be undone. */
export interface NameOverride {
  readonly type: MentionType;
  readonly surface: string;
  readonly name: string;
}

const CACHE_LIMIT = 50_000;
const MAX_PARENTS = 6;
/** Longer names are no names; what is cut off is only the reading of the name, never the evidence. */
const MAX_NAME = 200;

export function createResolver(index: LexiconIndex, overrides: readonly NameOverride[] = []): Resolver {
  const chosen = new Map(overrides.map((o) => [`${nameSpaceOf(o.type)}|${foldName(o.surface)}`, o.name]));
  const cache = new Map<string, Resolved>();

  const resolveEntry = (space: NameSpace, type: MentionType, name: string, depth: number): Resolved => {
    const entry = index.byForm(space, name);
    if (!entry || depth > MAX_PARENTS) return bare(type, name);
    return {
      type,
      id: `${ID_PREFIX_OF[type]}:${slug(entry.name)}`,
      name: entry.name,
      nameZh: entry.zh ?? null,
      aliases: formsOf(entry),
      parent:
        entry.parent && entry.parent !== entry.name
          ? resolveEntry(space, type, entry.parent, depth + 1)
          : parentByParse(type, entry, index),
      parse: { lexicon: entry.name },
    };
  };

  const resolveFresh = (type: MentionType, name: string): Resolved => {
    const space = nameSpaceOf(type);
    const entryOf = (entryName: string): Resolved => resolveEntry(space, type, entryName, 0);
    if (space === 'model') return resolveModel(name, index, entryOf);
    if (space === 'benchmark') return resolveBenchmark(type, name, index, entryOf);
    return resolvePhrase(space, name, index, entryOf);
  };

  return {
    resolve(type, name) {
      const bounded = name.length > MAX_NAME ? name.slice(0, MAX_NAME) : name;
      const cacheKey = `${type}|${bounded}`;
      const hit = cache.get(cacheKey);
      if (hit) return hit;
      const override = chosen.get(`${nameSpaceOf(type)}|${foldName(bounded)}`);
      const resolved = resolveFresh(type, override ?? bounded);
      const answer = override ? { ...resolved, parse: { ...resolved.parse, override: bounded } } : resolved;
      if (cache.size >= CACHE_LIMIT) cache.clear();
      cache.set(cacheKey, answer);
      return answer;
    },
  };
}

/** A lexicon line without a stated parent still has the one that its name says: "Qwen3-Coder" is of "Qwen3". */
function parentByParse(type: MentionType, entry: LexiconEntry, index: LexiconIndex): Resolved | null {
  if (type !== 'model') return null;
  const words = entry.name.split(/[\s-]+/);
  for (let n = words.length - 1; n >= 1; n--) {
    const wider = index.byForm('model', words.slice(0, n).join(' '));
    if (wider && wider.name !== entry.name)
      return {
        type,
        id: `model:${slug(wider.name)}`,
        name: wider.name,
        nameZh: wider.zh ?? null,
        aliases: formsOf(wider),
        parent: null,
        parse: { lexicon: wider.name },
      };
  }
  return null;
}

function bare(type: MentionType, name: string): Resolved {
  return { type, id: `${ID_PREFIX_OF[type]}:${slug(name)}`, name, nameZh: null, aliases: [], parent: null, parse: { name } };
}
