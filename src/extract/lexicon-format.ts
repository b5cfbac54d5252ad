// The compiled lexicon: every form in one trie, every line beside it. Written once at build, read in a few milliseconds.

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
  readonly entries: readonly LexiconEntry[];
  readonly patterns: readonly Pattern[];
  readonly automaton: Automaton;
  /** Changes with any line. */
  readonly version: string;
}

interface Header {
  readonly version: string;
  readonly entries: readonly LexiconEntry[];
  /** Per pattern: form, numbers of entries, kind of stop word or null. */
  readonly patterns: readonly (readonly [string, readonly number[], string | null])[];
  readonly nodes: number;
}

const formsOf = (entry: LexiconEntry): string[] => [entry.name, ...(entry.zh ? [entry.zh] : []), ...(entry.aliases ?? [])];

/** A JSON header, a zero byte, then the trie's arrays; little-endian. `hash` names the version. */
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
  const folded = [...byForm.keys()];
  const trie = buildTrie(folded);
  const patterns = [...byForm.values()].map((p) => [p.form, p.entries, p.stop] as const);
  const header: Header = { version: hash(JSON.stringify([entries, stops])), entries, patterns, nodes: trie.chars.length };
  const json = utf8(JSON.stringify(header));
  const bytes = new Uint8Array(json.length + 1 + trie.chars.length * 6);
  bytes.set(json, 0);
  const view = new DataView(bytes.buffer);
  let at = json.length + 1;
  for (let i = 0; i < trie.chars.length; i++, at += 6) {
    view.setUint16(at, trie.childCounts[i] ?? 0, true);
    view.setUint16(at + 2, trie.chars[i] ?? 0, true);
    view.setUint16(at + 4, (trie.outputs[i] ?? -1) + 1, true);
  }
  return bytes;
}

export function readLexicon(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): Lexicon {
  const zero = bytes.indexOf(0);
  const header = JSON.parse(decode(bytes.subarray(0, zero))) as Header;
  const n = header.nodes;
  const view = new DataView(bytes.buffer, bytes.byteOffset + zero + 1);
  const trie: Trie = { childCounts: new Uint16Array(n), chars: new Uint16Array(n), outputs: new Int32Array(n) };
  for (let i = 0, at = 0; i < n; i++, at += 6) {
    trie.childCounts[i] = view.getUint16(at, true);
    trie.chars[i] = view.getUint16(at + 2, true);
    trie.outputs[i] = view.getUint16(at + 4, true) - 1;
  }
  const patterns = header.patterns.map(([form, numbers, stop]) => ({
    form,
    stop,
    entries: numbers.flatMap((i) => header.entries[i] ?? []),
  }));
  return { entries: header.entries, patterns, automaton: createAutomaton(trie), version: header.version };
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
