// Where a name belongs: members to families, variants to what they are named after; and what holds for any string at all.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createResolver } from '../../../src/resolve/create-resolver.ts';
import { indexEntries } from '../../../src/resolve/lexicon-index.ts';
import type { Resolved } from '../../../src/resolve/types.ts';
import { foldName } from '../../../src/shared/fold.ts';
import { MENTION_TYPES, type MentionType } from '../../../src/shared/ontology.ts';
import { leastProcessorMs } from '../processor-time.ts';
import { ENTRIES, RESOLVER } from './make-resolver.ts';

function chain(type: MentionType, name: string): string[] {
  const ids: string[] = [];
  for (let r: Resolved | null = RESOLVER.resolve(type, name); r; r = r.parent) ids.push(r.id.slice(r.id.indexOf(':') + 1));
  return ids;
}

describe('a model is a member of its families', () => {
  test.each<[string, string[]]>([
    ['Qwen2.5-VL-7B', ['qwen2.5-vl-7b', 'qwen2.5-vl', 'qwen2.5', 'qwen']],
    ['Qwen2.5-7B-Instruct-AWQ', ['qwen2.5-7b-instruct-awq', 'qwen2.5-7b-instruct', 'qwen2.5-7b', 'qwen2.5', 'qwen']],
    ['Qwen3-30B-A3B-Thinking-2507', ['qwen3-30b-a3b-thinking-2507', 'qwen3-30b-a3b-thinking', 'qwen3-30b-a3b', 'qwen3', 'qwen']],
    ['通义千问2.5-7B-Instruct', ['qwen2.5-7b-instruct', 'qwen2.5-7b', 'qwen2.5', 'qwen']],
    ['Llama-3.1-8B-Instruct', ['llama-3.1-8b-instruct', 'llama-3.1-8b', 'llama-3.1', 'llama-3', 'llama']],
    ['Gemma 3 4B', ['gemma-3-4b', 'gemma-3', 'gemma']],
    ['InternVL3-8B', ['internvl3-8b', 'internvl3', 'internvl']],
  ])('%s', (name, ids) => {
    expect(chain('model', name)).toEqual(ids);
  });
});

describe('families nobody listed work by shape', () => {
  test.each<[string, string[]]>([
    ['NimbusLM', ['nimbuslm']],
    ['NimbusLM-7B', ['nimbuslm-7b', 'nimbuslm']],
    ['NimbusLM-VL-7B-Instruct', ['nimbuslm-vl-7b-instruct', 'nimbuslm-vl-7b', 'nimbuslm-vl']],
    ['ZorbaLM2-3B', ['zorbalm2-3b', 'zorbalm2', 'zorbalm']],
    ['acme/ZorbaLM2-3B', ['zorbalm2-3b', 'zorbalm2', 'zorbalm']],
  ])('%s', (name, ids) => {
    expect(chain('model', name)).toEqual(ids);
  });
});

describe('a method is a variant of what it is named after', () => {
  test.each([
    ['TFQ-GRPO', 'grpo'],
    ['GRPO-MA', 'grpo'],
    ['RidgePPO', 'ppo'],
    ['DiffusionDPO', 'dpo'],
    ['QLoRA', 'lora'],
    ['Sparse Diffusion Policy', 'diffusion-policy'],
  ])('%s of %s', (name, parent) => {
    expect(chain('method', name)[1]).toBe(parent);
  });

  test.each(['SkyGraph', 'Ridge Search'])('%s of nothing', (name) => {
    expect(chain('method', name)).toHaveLength(1);
  });
});

describe('a benchmark is a year, version or subset of its base', () => {
  test.each<[string, string[]]>([
    ['AIME 2027', ['aime-2027', 'aime']],
    ['HMMT Nov 2027', ['hmmt-nov-2027', 'hmmt']],
    ['LiveCodeBench v9', ['livecodebench-9', 'livecodebench']],
    ['SWE-bench Verified', ['swe-bench-verified', 'swe-bench']],
    ['LIBERO-10', ['libero-long', 'libero']],
    ['MATH Word Reasoning Set 3', ['mathwordreasoningset-3']],
  ])('%s', (name, ids) => {
    expect(chain('benchmark', name)).toEqual(ids);
  });
});

describe('decisions of users', () => {
  const overrides = [{ type: 'model', surface: 'the 7B', name: 'Qwen2.5-VL-7B' }] as const;

  test('come before everything and show in the parse', () => {
    const resolved = createResolver(indexEntries(ENTRIES), overrides).resolve('model', 'The 7b');
    expect([resolved.id, resolved.parse['override']]).toEqual(['model:qwen2.5-vl-7b', 'The 7b']);
    expect(RESOLVER.resolve('model', 'The 7b').id).not.toBe('model:qwen2.5-vl-7b');
  });

  test('hold for their type alone', () => {
    expect(createResolver(indexEntries(ENTRIES), overrides).resolve('method', 'the 7B').id).not.toContain('qwen');
  });
});

/** A small generator with a seed (mulberry32), so that a failure can be repeated. */
function makeRandom(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

describe('for any string', () => {
  test('ten thousand random ones give an id, a name and the same answer twice', () => {
    const random = makeRandom(7);
    const alphabet = [...'aB3.-_ /()[]（）+*&%$#@!\\"\'`^~|<>{}:;,?=\n\t测模型π²é𝛼', '2.5', '7B', 'Qwen', 'bench', '\u0000', '\ud800'];
    const bad: string[] = [];
    for (let i = 0; i < 10_000; i++) {
      const name = Array.from({ length: Math.floor(random() * 24) }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
      const type = MENTION_TYPES[i % MENTION_TYPES.length] ?? 'model';
      const resolved = RESOLVER.resolve(type, name);
      if (!/^[a-z]+:/.test(resolved.id) || JSON.stringify(createOnce().resolve(type, name)) !== JSON.stringify(resolved)) bad.push(name);
    }
    expect(bad).toEqual([]);
  });

  test.each(['a', '-', '7B', '(', '测', 'Qwen ', '2.5-'])('a name of a million %j is read at once', (piece) => {
    const cost = leastProcessorMs(500, () => {
      for (const type of MENTION_TYPES) RESOLVER.resolve(type, piece.repeat(1_000_000));
    });
    expect(cost).toBeLessThan(500);
  });

  test('what a lexicon line names resolves to that line', () => {
    const lost = ENTRIES.filter((entry) => RESOLVER.resolve(entry.type, entry.name).name !== entry.name);
    expect(lost.map((entry) => `${entry.type} ${entry.name} -> ${RESOLVER.resolve(entry.type, entry.name).name}`)).toEqual([]);
  });

  test('the canonical name of what a name resolves to has the same id', () => {
    const random = makeRandom(11);
    const names = ENTRIES.filter((entry) => random() < 0.1 && !/\db\b/i.test(entry.name)).flatMap((entry) =>
      ['', '-7B', ' v9', ' 2031', '-Ridge'].map((tail) => [entry.type, entry.name + tail] as const),
    );
    const drifting = names.filter(([type, name]) => {
      const resolved = RESOLVER.resolve(type, name);
      return RESOLVER.resolve(type, resolved.name).id !== resolved.id;
    });
    expect(drifting).toEqual([]);
  });
});

let once: ReturnType<typeof createResolver> | null = null;
function createOnce(): ReturnType<typeof createResolver> {
  once ??= createResolver(indexEntries(ENTRIES));
  return once;
}

describe('there is no edit distance', () => {
  test('one letter in the middle of a name makes another name', () => {
    const merged = ENTRIES.flatMap((entry) => {
      const at = Math.floor(entry.name.length / 2);
      if (!/^[A-Za-z][\w .-]{5,}$/.test(entry.name) || !/[a-pr-z]/.test(entry.name.charAt(at)) || /\d/.test(entry.name)) return [];
      const changed = `${entry.name.slice(0, at)}q${entry.name.slice(at + 1)}`;
      return RESOLVER.resolve(entry.type, changed).id === RESOLVER.resolve(entry.type, entry.name).id ? [`${entry.name} ~ ${changed}`] : [];
    });
    expect(merged).toEqual([]);
  });

  test('nor does the program name one', () => {
    const folder = new URL('../../../src/resolve/', import.meta.url);
    const found = readdirSync(folder).filter(
      (file) =>
        file.endsWith('.ts') && /levenshtein|jaro|edit ?distance\s*\(|similarity\(/i.test(readFileSync(new URL(file, folder), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  test('folding alone never joins two lines of one type', () => {
    const seen = new Map<string, string>();
    const joined: string[] = [];
    for (const entry of ENTRIES) {
      const key = `${entry.type}|${foldName(entry.name)}`;
      const other = seen.get(key);
      if (other) joined.push(`${other} = ${entry.name}`);
      seen.set(key, entry.name);
    }
    expect(joined).toEqual([]);
  });
});
