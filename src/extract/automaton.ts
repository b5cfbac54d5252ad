// A trie over folded text that finds every form of the lexicon and every cue in one pass. Forms can only begin where a word
// begins (or at a Han character), so each such place is walked once; forms are short, so the whole is linear in the text.
import type { FoldedText } from './folded-text.ts';

/** In breadth-first order: node i has `childCounts[i]` children, which come in order; `chars[i]` leads into it. */
export interface Trie {
  readonly childCounts: Uint16Array;
  readonly chars: Uint16Array;
  /** Number of the pattern that ends at a node, plus one; 0: none. */
  readonly outputs: Uint16Array;
}

export interface Automaton {
  /** Calls `hit` for every pattern at every start, shortest first. Offsets are into the folded text, half-open. */
  scan(text: FoldedText, hit: (pattern: number, start: number, end: number) => void): void;
}

export function buildTrie(patterns: readonly string[]): Trie {
  if (patterns.length > 0xfffe) throw new Error('too many patterns for one trie');
  interface Node {
    readonly children: Map<number, Node>;
    readonly char: number;
    output: number;
  }
  const root: Node = { children: new Map(), char: 0, output: -1 };
  for (const [i, pattern] of patterns.entries()) {
    let node = root;
    for (let k = 0; k < pattern.length; k++) {
      const char = pattern.charCodeAt(k);
      let next = node.children.get(char);
      if (!next) {
        next = { children: new Map(), char, output: -1 };
        node.children.set(char, next);
      }
      node = next;
    }
    if (node !== root && node.output < 0) node.output = i;
  }
  const order: Node[] = [root];
  for (let i = 0; i < order.length; i++) {
    const node = order[i];
    if (node) for (const child of [...node.children.values()].sort((a, b) => a.char - b.char)) order.push(child);
  }
  return {
    childCounts: Uint16Array.from(order, (node) => node.children.size),
    chars: Uint16Array.from(order, (node) => node.char),
    outputs: Uint16Array.from(order, (node) => node.output + 1),
  };
}

/** Beginnings are looked up in a filter before the trie: this many characters, and patterns shorter than that whole. */
const BEGINNING = 5;
const FILTER_BITS = 18;
const nextHash = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193) ^ (hash >>> 15);
const bitOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - FILTER_BITS);

export function createAutomaton({ childCounts, chars, outputs }: Trie): Automaton {
  const size = chars.length;
  const firstChild = new Int32Array(size + 1);
  let next = 1;
  for (let i = 0; i < size; i++) {
    firstChild[i] = next;
    next += childCounts[i] as number;
  }
  firstChild[size] = next;
  const fromRoot = new Int32Array(65536);
  for (let child = 1; child < (firstChild[1] as number); child++) fromRoot[chars[child] as number] = child;
  const filter = beginnings(firstChild, chars, outputs);

  /** Whether a pattern may begin here: most places end at this, and the filter is small enough to stay near. */
  function mayBegin(codes: Uint16Array, at: number, length: number): boolean {
    const stop = Math.min(at + BEGINNING, length);
    let hash = 0;
    for (let i = at; i < stop; i++) {
      hash = nextHash(hash, codes[i] as number);
      const bit = bitOf(hash + i - at);
      if (((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) return true;
    }
    return false;
  }

  return {
    scan({ codes, starts, length }, hit) {
      for (let at = 0; at < length; at++) {
        if (starts[at] === 0 || !mayBegin(codes, at, length)) continue;
        let node = fromRoot[codes[at] as number] as number;
        if (node === 0) continue;
        let i = at + 1;
        for (;;) {
          const output = outputs[node] as number;
          if (output > 0) hit(output - 1, at, i);
          if (i >= length) break;
          const code = codes[i++] as number;
          let low = firstChild[node] as number;
          let high = (firstChild[node + 1] as number) - 1;
          node = 0;
          while (low <= high) {
            const middle = (low + high) >> 1;
            const char = chars[middle] as number;
            if (char === code) {
              node = middle;
              break;
            }
            if (char < code) low = middle + 1;
            else high = middle - 1;
          }
          if (node === 0) break;
        }
      }
    },
  };
}

/** A bit for every beginning of BEGINNING characters and every pattern shorter than that. */
function beginnings(firstChild: Int32Array, chars: Uint16Array, outputs: Uint16Array): Uint32Array {
  const filter = new Uint32Array(1 << (FILTER_BITS - 5));
  const walk = (node: number, depth: number, before: number): void => {
    const hash = nextHash(before, chars[node] as number);
    if (depth === BEGINNING || (outputs[node] as number) > 0) {
      const bit = bitOf(hash + depth - 1);
      filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
    }
    if (depth < BEGINNING)
      for (let child = firstChild[node] as number; child < (firstChild[node + 1] as number); child++) walk(child, depth + 1, hash);
  };
  for (let child = firstChild[0] as number; child < (firstChild[1] as number); child++) walk(child, 1, 0);
  return filter;
}
