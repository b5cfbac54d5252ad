// The compiled lexicon: every form in one trie, every line beside it. Written once at build, opened in a few milliseconds.

import type { LexiconEntry } from '../resolve/types.ts';
import { foldName } from '../shared/fold.ts';
import { type Automaton, buildTrie, createAutomaton, type Trie } from './automaton.ts';

/** A name that looks like one and is none by the guidelines: software, hardware, metrics, organisations. */
export interface StopEntry {
  readonly name: string;
  readonly kind: string;
  readonly aliases?: readonly string[];
}

export interface Pattern {
  /** Lines that have this form; several when a name is a method and a field. Empty for stop words. */
  readonly entries: readonly LexiconEntry[];
  readonly stop: string | null;
  /** The form as written, for guards on case. */
  readonly form: string;
}

export interface Lexicon {
  readonly automaton: Automaton;
  /** Changes with any line. */
  readonly version: string;
  /** Number of lines. */
  readonly length: number;
  /** Line i. Lines and patterns are parsed when first asked for: a text needs a few hundred of them. */
  at(i: number): LexiconEntry | undefined;
  patternAt(number: number): Pattern | undefined;
}

interface Header {
  readonly version: string;
  readonly nodes: number;
  readonly entries: number;
  readonly patterns: number;
  /** How many numbers of lines the patterns have in all. */
  readonly numbers: number;
  readonly stopKinds: readonly string[];
}

const formsOf = (entry: LexiconEntry): string[] => [entry.name, ...(entry.zh ? [entry.zh] : []), ...(entry.aliases ?? [])];

/**
 * The length of a JSON header (u32) and the header, padded to four bytes; then, little-endian, the places of lines and forms
 * in the text and of numbers among the numbers (u32), the trie, the numbers of lines, the kinds of stop words (u16); last
 * the text: lines as JSON, then forms. `hash` names the version.
 */
export function compileLexicon(entries: readonly LexiconEntry[], stops: readonly StopEntry[], hash: (text: string) => string): Uint8Array {
  const byForm = new Map<string, { form: string; entries: number[]; stop: string | null }>();
  const add = (form: string): { form: string; entries: number[]; stop: string | null } | null => {
    const folded = foldName(form);
    if (folded.length < 2 && !/\p{Script=Han}/u.test(folded)) return null;
    const pattern = byForm.get(folded) ?? { form, entries: [], stop: null };
    byForm.set(folded, pattern);
    return pattern;
  };
  for (const [i, entry] of entries.entries())
    for (const form of formsOf(entry)) {
      const pattern = add(form);
      if (pattern && !pattern.entries.includes(i)) pattern.entries.push(i);
    }
  for (const stop of stops)
    for (const form of [stop.name, ...(stop.aliases ?? [])]) {
      const pattern = add(form);
      if (pattern) pattern.stop ??= stop.kind;
    }
  const patterns = [...byForm.values()];
  const trie = buildTrie([...byForm.keys()]);
  const stopKinds = [...new Set(stops.map(({ kind }) => kind))].sort();
  const texts = [...entries.map((entry) => JSON.stringify(entry)), ...patterns.map(({ form }) => form)].map(utf8);
  const startsOf = (lengths: readonly number[]): Uint32Array => {
    const starts = new Uint32Array(lengths.length + 1);
    for (const [i, length] of lengths.entries()) starts[i + 1] = (starts[i] ?? 0) + length;
    return starts;
  };
  const numbers = patterns.flatMap((pattern) => pattern.entries);
  const header: Header = {
    version: hash(JSON.stringify([entries, stops])),
    nodes: trie.chars.length,
    entries: entries.length,
    patterns: patterns.length,
    numbers: numbers.length,
    stopKinds,
  };
  const json = utf8(JSON.stringify(header));
  return joined([
    Uint32Array.of(json.length),
    json,
    new Uint8Array(-json.length & 3),
    startsOf(texts.map(({ length }) => length)),
    startsOf(patterns.map((pattern) => pattern.entries.length)),
    trie.childCounts,
    trie.chars,
    trie.outputs,
    Uint16Array.from(numbers),
    Uint16Array.from(patterns, ({ stop }) => (stop === null ? 0 : stopKinds.indexOf(stop) + 1)),
    ...texts,
  ]);
}

function joined(parts: readonly (Uint8Array | Uint16Array | Uint32Array)[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

export function readLexicon(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): Lexicon {
  let at = 0;
  const take = (length: number): ArrayBuffer => {
    const from = bytes.byteOffset + at;
    at += length;
    return bytes.buffer.slice(from, from + length) as ArrayBuffer;
  };
  const headerLength = new Uint32Array(take(4))[0] ?? 0;
  const header = JSON.parse(decode(new Uint8Array(take(headerLength)))) as Header;
  take(-headerLength & 3);
  const textStarts = new Uint32Array(take(4 * (header.entries + header.patterns + 1)));
  const numberStarts = new Uint32Array(take(4 * (header.patterns + 1)));
  const trie: Trie = {
    childCounts: new Uint16Array(take(2 * header.nodes)),
    chars: new Uint16Array(take(2 * header.nodes)),
    outputs: new Uint16Array(take(2 * header.nodes)),
  };
  const numbers = new Uint16Array(take(2 * header.numbers));
  const stops = new Uint16Array(take(2 * header.patterns));
  const text = bytes.subarray(at);
  const textAt = (i: number): string => decode(text.subarray(textStarts[i], textStarts[i + 1]));
  const entries = new Array<LexiconEntry | undefined>(header.entries);
  const patterns = new Array<Pattern | undefined>(header.patterns);
  const entryAt = (i: number): LexiconEntry | undefined => {
    if (i < 0 || i >= header.entries) return undefined;
    entries[i] ??= JSON.parse(textAt(i)) as LexiconEntry;
    return entries[i];
  };
  return {
    version: header.version,
    automaton: createAutomaton(trie),
    length: header.entries,
    at: entryAt,
    patternAt: (number) => {
      if (number < 0 || number >= header.patterns) return undefined;
      patterns[number] ??= {
        form: textAt(header.entries + number),
        stop: header.stopKinds[(stops[number] ?? 0) - 1] ?? null,
        entries: [...numbers.subarray(numberStarts[number], numberStarts[number + 1])].flatMap((i) => entryAt(i) ?? []),
      };
      return patterns[number];
    },
  };
}

function utf8(text: string): Uint8Array {
  const out: number[] = [];
  for (const c of text) {
    const code = c.codePointAt(0) ?? 0;
    if (code < 0x80) out.push(code);
    else if (code < 0x800) out.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else out.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return Uint8Array.from(out);
}
