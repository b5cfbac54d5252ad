// Aho-Corasick over folded text: every form of the lexicon and every cue in one pass, in time linear in the text.
import type { FoldedText } from './folded-text.ts';

/** The trie in breadth-first order: node i has `childCounts[i]` children, which come in order; `chars[i]` leads into it. */
export interface Trie {
  readonly childCounts: Uint8Array | Uint16Array;
  readonly chars: Uint16Array;
  /** Pattern number ending at a node, or -1. */
  readonly outputs: Int32Array;
}

export interface Automaton {
  /** Calls `hit` for every pattern at every place, longest first at each end. Offsets are into the folded text, half-open. */
  scan(text: FoldedText, hit: (pattern: number, start: number, end: number) => void): void;
}

export function buildTrie(patterns: readonly string[]): Trie {
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
    outputs: Int32Array.from(order, (node) => node.output),
  };
}

export function createAutomaton(trie: Trie, lengths: ArrayLike<number>): Automaton {
  const size = trie.chars.length;
  const bits = Math.max(4, Math.ceil(Math.log2(size * 2)));
  const mask = (1 << bits) - 1;
  const slotState = new Int32Array(1 << bits).fill(-1);
  const slotChar = new Uint16Array(1 << bits);
  const slotNext = new Int32Array(1 << bits);
  const find = (state: number, char: number): number => {
    let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(char, 0x85ebca6b)) & mask;
    while (slotState[slot] !== -1) {
      if (slotState[slot] === state && slotChar[slot] === char) return slotNext[slot] ?? -1;
      slot = (slot + 1) & mask;
    }
    return -1;
  };
  const fail = new Int32Array(size);
  /** Nearest state on the failure path with an output, or 0. */
  const report = new Int32Array(size);
  let child = 1;
  const parent = new Int32Array(size);
  for (let state = 0; state < size; state++) {
    for (let k = 0; k < (trie.childCounts[state] ?? 0); k++, child++) {
      const char = trie.chars[child] ?? 0;
      let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(char, 0x85ebca6b)) & mask;
      while (slotState[slot] !== -1) slot = (slot + 1) & mask;
      slotState[slot] = state;
      slotChar[slot] = char;
      slotNext[slot] = child;
      parent[child] = state;
    }
  }
  for (let state = 1; state < size; state++) {
    const up = parent[state] ?? 0;
    const char = trie.chars[state] ?? 0;
    let f = up === 0 ? 0 : (fail[up] ?? 0);
    let next = up === 0 ? 0 : find(f, char);
    while (next < 0 && f !== 0) {
      f = fail[f] ?? 0;
      next = find(f, char);
    }
    fail[state] = Math.max(next, 0);
    const target = fail[state] ?? 0;
    report[state] = (trie.outputs[target] ?? -1) >= 0 ? target : (report[target] ?? 0);
  }
  return {
    scan(text, hit) {
      let state = 0;
      for (let i = 0; i < text.length; i++) {
        const char = text.codes[i] ?? 0;
        let next = find(state, char);
        while (next < 0 && state !== 0) {
          state = fail[state] ?? 0;
          next = find(state, char);
        }
        state = Math.max(next, 0);
        for (let s = (trie.outputs[state] ?? -1) >= 0 ? state : (report[state] ?? 0); s !== 0; s = report[s] ?? 0) {
          const pattern = trie.outputs[s] ?? -1;
          hit(pattern, i + 1 - (lengths[pattern] ?? 0), i + 1);
        }
      }
    },
  };
}
