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

/** Lines by number: an array of them, or the compiled lexicon. */
export interface EntryTable {
  at(i: number): LexiconEntry | undefined;
}

/** What the index looks up, worked out: numbers of lines by what they are looked up by. The build keeps it beside the lexicon. */
export interface IndexRows {
  readonly families: readonly string[];
  numberOf(key: string): number | undefined;
}

const FORM = 'form';
const KEY = 'key';
const CHINESE = 'chinese';
const rowKey = (table: string, space: NameSpace, words: string): string => `${table}|${space}|${words}`;

function numbersByKey(entries: readonly LexiconEntry[], families: ReadonlySet<string>): Map<string, number> {
  const numbers = new Map<string, number>();
  // Names win over aliases, earlier lines over later ones: the lexicon's linter refuses real conflicts.
  for (const pass of ['name', 'alias'] as const)
    for (const [i, entry] of entries.entries()) {
      const space = nameSpaceOf(entry.type);
      for (const form of pass === 'name' ? [entry.name] : formsOf(entry)) {
        setOnce(numbers, rowKey(FORM, space, foldName(form)), i);
        setOnce(numbers, rowKey(KEY, space, keyOf(space, form, families)), i);
        if (space === 'model' && CJK_START.test(form)) setOnce(numbers, rowKey(CHINESE, space, form), i);
      }
    }
  return numbers;
}

function familiesOf(entries: readonly LexiconEntry[]): Set<string> {
  const families = new Set<string>();
  for (const entry of entries) {
    if (entry.type !== 'model') continue;
    for (const form of formsOf(entry)) {
      const word = FIRST_WORD.exec(form.toLowerCase())?.[0];
      if (word && word.length >= 3) families.add(word);
    }
  }
  return families;
}

/** A place in the table is two hashes of the key and the number of its line, plus one. */
const PLACE = 3;

function hashOf(key: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < key.length; i++) {
    h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
    h ^= h >>> 13;
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}
const firstHash = (key: string): number => hashOf(key, 0x811c9dc5);
const secondHash = (key: string): number => hashOf(key, 0x9e3779b1);

/** The table of all keys as bytes. Keys are told apart by 64 bits of hash: no two of the lexicon meet, or this throws. */
export function packIndexRows(entries: readonly LexiconEntry[]): Uint8Array {
  const families = familiesOf(entries);
  const numbers = numbersByKey(entries, families);
  let size = 64;
  while (size < numbers.size * 1.5) size *= 2;
  const table = new Uint32Array(PLACE * size);
  for (const [key, number] of numbers) {
    const [a, b] = [firstHash(key), secondHash(key)];
    let place = a & (size - 1);
    for (; table[PLACE * place + 2] !== 0; place = (place + 1) & (size - 1))
      if (table[PLACE * place] === a && table[PLACE * place + 1] === b) throw new Error(`two keys of the lexicon have one hash: ${key}`);
    table.set([a, b, number + 1], PLACE * place);
  }
  const words = Uint8Array.from([...families].join(' '), (c) => c.charCodeAt(0));
  const bytes = new Uint8Array(4 + table.byteLength + words.length);
  bytes.set(new Uint8Array(Uint32Array.of(size).buffer));
  bytes.set(new Uint8Array(table.buffer), 4);
  bytes.set(words, 4 + table.byteLength);
  return bytes;
}

export function readIndexRows(bytes: Uint8Array): IndexRows {
  const slice = (from: number, to: number): ArrayBuffer =>
    bytes.buffer.slice(bytes.byteOffset + from, bytes.byteOffset + to) as ArrayBuffer;
  const size = new Uint32Array(slice(0, 4))[0] ?? 0;
  const tableEnd = 4 + 4 * PLACE * size;
  const table = new Uint32Array(slice(4, tableEnd));
  return {
    // Words of a to z.
    families: Array.from(new Uint8Array(slice(tableEnd, bytes.length)), (code) => String.fromCharCode(code))
      .join('')
      .split(' '),
    numberOf: (key) => {
      const [a, b] = [firstHash(key), secondHash(key)];
      for (let place = a & (size - 1); table[PLACE * place + 2] !== 0; place = (place + 1) & (size - 1))
        if (table[PLACE * place] === a && table[PLACE * place + 1] === b) return (table[PLACE * place + 2] ?? 0) - 1;
      return undefined;
    },
  };
}

/** An index worked out from the lines themselves. */
export function indexEntries(entries: readonly LexiconEntry[]): LexiconIndex {
  const families = familiesOf(entries);
  const numbers = numbersByKey(entries, families);
  return createLexiconIndex(entries, { families: [...families], numberOf: (key) => numbers.get(key) });
}

export function createLexiconIndex(entries: EntryTable, rows: IndexRows): LexiconIndex {
  const find = (table: string, space: NameSpace, words: string): LexiconEntry | undefined => {
    const i = rows.numberOf(rowKey(table, space, words));
    return i === undefined ? undefined : entries.at(i);
  };
  return {
    families: new Set(rows.families),
    byForm: (space, form) => find(FORM, space, foldName(form)),
    byKey: (space, key) => find(KEY, space, key),
    byChinesePrefix: (space, name) => {
      if (!CJK_START.test(name)) return undefined;
      for (let length = Math.min(name.length, 8); length >= 2; length--) {
        const form = name.slice(0, length);
        const entry = find(CHINESE, space, form);
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
