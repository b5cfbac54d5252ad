// Finds the lexicon line that a name means, by type: first by its folded form, then by the key of its parse.
import { foldName } from '../shared/fold.ts';
import type { MentionType } from '../shared/ontology.ts';
import { benchmarkKey, parseBenchmarkName } from './parse-benchmark-name.ts';
import { modelKey, parseModelName } from './parse-model-name.ts';
import { phraseKey } from './parse-phrase-name.ts';
import type { LexiconEntry } from './types.ts';

/** Benchmarks and data sets are one space of names: there is one node per real data set. */
export type NameSpace = 'field' | 'method' | 'model' | 'benchmark';
export const nameSpaceOf = (type: MentionType): NameSpace => (type === 'dataset' ? 'benchmark' : type);

export interface LexiconIndex {
  readonly families: ReadonlySet<string>;
  byForm(space: NameSpace, form: string): LexiconEntry | undefined;
  byKey(space: NameSpace, key: string): LexiconEntry | undefined;
  /** The line whose Chinese form starts the name ("通义千问2.5-7B"), with that form. */
  byChinesePrefix(space: NameSpace, name: string): { readonly entry: LexiconEntry; readonly form: string } | undefined;
}

const CJK_START = /^\p{Script=Han}/u;
const FIRST_WORD = /^[a-z]+/;

export const formsOf = (entry: LexiconEntry): readonly string[] => [entry.name, ...(entry.zh ? [entry.zh] : []), ...(entry.aliases ?? [])];

/** What the index looks up, worked out: `space|form` and `space|key` by number of the line. The build keeps it beside the lexicon. */
export interface IndexRows {
  readonly families: readonly string[];
  readonly forms: Readonly<Record<string, number>>;
  readonly keys: Readonly<Record<string, number>>;
  readonly chinese: Readonly<Record<string, number>>;
}

export function makeIndexRows(entries: readonly LexiconEntry[]): IndexRows {
  const forms = new Map<string, number>();
  const keys = new Map<string, number>();
  const chinese = new Map<string, number>();
  const families = new Set<string>();
  for (const entry of entries) {
    if (entry.type !== 'model') continue;
    for (const form of formsOf(entry)) {
      const word = FIRST_WORD.exec(form.toLowerCase())?.[0];
      if (word && word.length >= 3) families.add(word);
    }
  }
  // Names win over aliases, earlier lines over later ones: the lexicon's linter refuses real conflicts.
  for (const pass of ['name', 'alias'] as const)
    for (const [i, entry] of entries.entries()) {
      const space = nameSpaceOf(entry.type);
      for (const form of pass === 'name' ? [entry.name] : formsOf(entry)) {
        setOnce(forms, `${space}|${foldName(form)}`, i);
        setOnce(keys, `${space}|${keyOf(space, form, families)}`, i);
        if (space === 'model' && CJK_START.test(form)) setOnce(chinese, `${space}|${form}`, i);
      }
    }
  return {
    families: [...families],
    forms: Object.fromEntries(forms),
    keys: Object.fromEntries(keys),
    chinese: Object.fromEntries(chinese),
  };
}

export function createLexiconIndex(entries: readonly LexiconEntry[], rows: IndexRows = makeIndexRows(entries)): LexiconIndex {
  const families = new Set(rows.families);
  const byNumber = (map: ReadonlyMap<string, number>, key: string): LexiconEntry | undefined => {
    const i = map.get(key);
    return i === undefined ? undefined : entries[i];
  };
  const forms = new Map(Object.entries(rows.forms));
  const keys = new Map(Object.entries(rows.keys));
  const chinese = new Map(Object.entries(rows.chinese));
  return {
    families,
    byForm: (space, form) => byNumber(forms, `${space}|${foldName(form)}`),
    byKey: (space, key) => byNumber(keys, `${space}|${key}`),
    byChinesePrefix: (space, name) => {
      if (!CJK_START.test(name)) return undefined;
      for (let length = Math.min(name.length, 8); length >= 2; length--) {
        const form = name.slice(0, length);
        const entry = byNumber(chinese, `${space}|${form}`);
        if (entry) return { entry, form };
      }
      return undefined;
    },
  };
}

export function keyOf(space: NameSpace, name: string, families: ReadonlySet<string>): string {
  if (space === 'model') return modelKey(parseModelName(name, families));
  if (space === 'benchmark') return benchmarkKey(parseBenchmarkName(name));
  return phraseKey(name);
}

function setOnce<V>(map: Map<string, V>, key: string, value: V): void {
  if (!map.has(key)) map.set(key, value);
}
