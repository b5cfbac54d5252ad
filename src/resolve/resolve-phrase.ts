// From a method or field name to its meaning; a method named after a better-known one is its variant.
import { foldName, slug } from '../shared/fold.ts';
import { isInitialism } from './initials.ts';
import type { LexiconIndex } from './lexicon-index.ts';
import { parsePhraseName, phraseKey } from './parse-phrase-name.ts';
import type { ResolveEntry } from './resolve-model.ts';
import type { LexiconEntry, Resolved } from './types.ts';

const HAN = /\p{Script=Han}/u;

export function resolvePhrase(type: 'method' | 'field', name: string, index: LexiconIndex, resolveEntry: ResolveEntry): Resolved {
  const { core, gloss } = parsePhraseName(name, type);
  const sameThing = gloss !== '' && (isInitialism(gloss, core) || isInitialism(core, gloss) || HAN.test(core) !== HAN.test(gloss));
  for (const form of [name, core, ...(sameThing ? [gloss] : [])]) {
    const entry = lookup(type, form, index);
    if (entry) return resolveEntry(entry.name);
  }
  const chosen = sameThing ? preferred(core, gloss) : gloss ? `${core} (${gloss})` : core;
  const key = phraseKey(chosen) || foldName(name) || slug(name);
  return {
    type,
    id: `${type}:${slug(key) || 'unnamed'}`,
    name: chosen,
    nameZh: null,
    aliases: [],
    parent: type === 'method' ? variantParent(chosen, index, resolveEntry) : null,
    parse: Object.fromEntries(Object.entries({ name: core, gloss, key }).filter(([, value]) => value)),
  };
}

function lookup(type: 'method' | 'field', form: string, index: LexiconIndex): LexiconEntry | undefined {
  return index.byForm(type, form) ?? index.byKey(type, phraseKey(form));
}

/** The English one of a bilingual pair, else the short form. */
function preferred(core: string, gloss: string): string {
  if (HAN.test(core) !== HAN.test(gloss)) return HAN.test(core) ? gloss : core;
  return isInitialism(gloss, core) ? gloss : core;
}

/**
 * "TFQ-GRPO", "GRPO-MA" and "DiffusionDPO" are variants of what they are named after. The known part must be a name by its
 * shape (two capitals), or a phrase of two words or more at the end, so that ordinary heads do not become parents.
 */
function variantParent(name: string, index: LexiconIndex, resolveEntry: ResolveEntry): Resolved | null {
  const pieces = name.split(/[\s\-‐-―_/]+|(?<=[a-z])(?=[A-Z]{2})/u).filter(Boolean);
  if (pieces.length < 2) return null;
  for (let from = 1; from < pieces.length; from++) {
    const tail = pieces.slice(from);
    const known = (tail.length > 1 || isNameShape(tail[0] ?? '')) && lookup('method', tail.join(' '), index);
    if (known) return resolveEntry(known.name);
  }
  for (let to = pieces.length - 1; to >= 1; to--) {
    const head = pieces.slice(0, to).join(' ');
    const known = isNameShape(head) && lookup('method', head, index);
    if (known) return resolveEntry(known.name);
  }
  return null;
}

const isNameShape = (word: string): boolean => word.length >= 3 && /[A-Z].*[A-Z]/.test(word);
