// The lexicon's linter: what src/extract/lexicon/README.md promises of every line.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { indexEntries } from '../../../src/resolve/lexicon-index.ts';
import { parseBenchmarkName } from '../../../src/resolve/parse-benchmark-name.ts';
import { parseModelName } from '../../../src/resolve/parse-model-name.ts';
import type { LexiconEntry } from '../../../src/resolve/types.ts';
import { foldName } from '../../../src/shared/fold.ts';
import { ENTRIES, readLines } from '../resolve/make-resolver.ts';

const FILES = ['fields', 'methods', 'models', 'benchmarks'] as const;
type File = (typeof FILES)[number];
const HAN = /\p{Script=Han}/u;

const AREAS = [
  'llm',
  'multimodal',
  'reasoning-rl',
  'agents',
  'diffusion-video',
  'vision',
  '3d',
  'robotics',
  'speech-music',
  'retrieval-rec',
  'graphs',
  'time-series',
  'theory',
  'systems',
  'safety',
  'science',
  'medicine',
  'code',
  'data',
  'general',
];
const KEYS = ['name', 'zh', 'aliases', 'parent', 'area', 'guard'];
const MORE_KEYS: Readonly<Partial<Record<File, readonly string[]>>> = { models: ['vendor'], benchmarks: ['kind'] };
const GUARD_KEYS = ['case', 'near', 'not', 'safe'];

const rawLines = (file: string): string[] =>
  readFileSync(new URL(`../../../src/extract/lexicon/${file}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .slice(0, -1);
const formsOf = (entry: LexiconEntry): string[] => [entry.name, ...(entry.zh === undefined ? [] : [entry.zh]), ...(entry.aliases ?? [])];
const hasHan = (entry: LexiconEntry): boolean => formsOf(entry).some((form) => HAN.test(form));
const shareOf = (entries: readonly LexiconEntry[], holds: (entry: LexiconEntry) => boolean): number =>
  entries.filter(holds).length / entries.length;

describe.each([...FILES, 'stop'])('%s.jsonl', (file) => {
  test('one JSON object a line, sorted by name in code-unit order, each name once', () => {
    const names = rawLines(file).map((line) => (JSON.parse(line) as LexiconEntry).name);
    expect(names.filter((name, i) => i > 0 && !((names[i - 1] ?? '') < name))).toEqual([]);
  });

  test('no form is empty, padded or holds a control character', () => {
    const bad = readLines(file).flatMap((entry) =>
      formsOf(entry).filter((form) => form.trim() !== form || form === '' || /\p{Cc}/u.test(form)),
    );
    expect(bad).toEqual([]);
  });

  test('no two lines share a form once folded, and no line says one twice', () => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const entry of readLines(file))
      for (const form of formsOf(entry)) {
        const folded = foldName(form);
        const owner = owners.get(folded);
        if (owner !== undefined && (owner !== entry.name || form !== entry.name)) clashes.push(`${form}: ${owner} and ${entry.name}`);
        owners.set(folded, entry.name);
      }
    expect(clashes).toEqual([]);
  });
});

describe.each(FILES)('%s.jsonl', (file) => {
  const entries = readLines(file);

  test('only the keys its README names, with an area from its list', () => {
    const allowed = new Set([...KEYS, ...(MORE_KEYS[file] ?? [])]);
    expect(entries.filter((e) => Object.keys(e).some((key) => !allowed.has(key))).map((e) => e.name)).toEqual([]);
    expect(entries.filter((e) => !AREAS.includes(e.area ?? '')).map((e) => `${e.name}: ${e.area}`)).toEqual([]);
  });

  test('a guard has known keys, and what it calls safe is a form of its line', () => {
    const bad = entries.flatMap(({ guard, ...entry }) => {
      if (!guard) return [];
      const unknown = Object.keys(guard).filter((key) => !GUARD_KEYS.includes(key));
      const strange = (guard.safe ?? []).filter((safe) => !formsOf(entry).includes(safe));
      return [...unknown, ...strange].map((what) => `${entry.name}: ${what}`);
    });
    expect(bad).toEqual([]);
  });

  test('a parent is a line of the same file, and no line is above itself', () => {
    const byName = new Map(entries.map((e) => [e.name, e]));
    expect(entries.filter((e) => e.parent !== undefined && !byName.has(e.parent)).map((e) => `${e.name} -> ${e.parent}`)).toEqual([]);
    const circular = entries.filter((entry) => {
      const seen = new Set<string>();
      for (let at: LexiconEntry | undefined = entry; at; at = at.parent === undefined ? undefined : byName.get(at.parent)) {
        if (seen.has(at.name)) return true;
        seen.add(at.name);
      }
      return false;
    });
    expect(circular.map((e) => e.name)).toEqual([]);
  });
});

/** A first version and the bare name are one thing: DALL-E 1, Dreamer V1, FLUX. */
const plainVersion = (version: string): string => (version === '1' ? '' : version);

describe('an alias is the same thing as its name', () => {
  test('no model alias has another size, stage or date', () => {
    const { families } = indexEntries(ENTRIES);
    const bad = readLines('models').flatMap((entry) => {
      const name = parseModelName(entry.name, families);
      return (entry.aliases ?? []).filter((alias) => {
        const other = parseModelName(alias, families);
        return (['size', 'active', 'stage', 'date', 'quant'] as const).some((part) => name[part] !== other[part]);
      });
    });
    expect(bad).toEqual([]);
  });

  test('no model alias differs by its version alone', () => {
    const { families } = indexEntries(ENTRIES);
    const bad = readLines('models').flatMap((entry) => {
      const parses = formsOf(entry).map((form) => parseModelName(form, families));
      return parses
        .filter(
          (p) =>
            entry.name !== '360Zhinao' &&
            parses.some(
              (q) =>
                p.family === q.family && p.variants.join() === q.variants.join() && plainVersion(p.version) !== plainVersion(q.version),
            ),
        )
        .map((p) => `${entry.name}: ${p.family} ${p.version}`);
    });
    expect(bad).toEqual([]);
  });

  test('no benchmark alias differs by its year or version alone, and none brings a year its name does not say', () => {
    const bad = readLines('benchmarks').flatMap((entry) => {
      const forms = formsOf(entry).map((form) => ({ form, parse: parseBenchmarkName(form) }));
      return forms
        .filter(
          ({ form, parse }) =>
            (!SAME_DESPITE_NUMBER.has(form) &&
              forms.some(
                ({ form: otherForm, parse: other }) =>
                  !SAME_DESPITE_NUMBER.has(otherForm) &&
                  parse.words.join('') === other.words.join('') &&
                  (parse.year !== other.year || plainVersion(parse.version) !== plainVersion(other.version)),
              )) ||
            (parse.year !== '' && !entry.name.includes(parse.year.slice(2)) && !SAME_DESPITE_YEAR.has(form)),
        )
        .map(({ form }) => `${entry.name}: ${form}`);
    });
    expect(bad).toEqual([]);
  });

  test('no form of any line differs from another by a number or a trailing plus or star alone', () => {
    const bad = ENTRIES.flatMap((entry) => {
      const forms = formsOf(entry).map((form) => ({ form, letters: lettersOf(form), numbers: numbersOf(form) }));
      return forms.flatMap((a, i) =>
        forms
          .slice(i + 1)
          .filter(
            (b) =>
              a.letters === b.letters &&
              a.letters !== '' &&
              a.numbers !== b.numbers &&
              !SAME_DESPITE_NUMBER.has(a.form) &&
              !SAME_DESPITE_NUMBER.has(b.form),
          )
          .map((b) => `${entry.type} ${entry.name}: ${a.form} | ${b.form}`),
      );
    });
    expect(bad).toEqual([]);
  });
});

/** The challenge of 2012 is what ImageNet-1K names. */
const SAME_DESPITE_YEAR = new Set(['ILSVRC2012']);
/** Checked one by one: two spellings of one thing. */
const SAME_DESPITE_NUMBER = new Set([
  'databricks-dolly-15k',
  'ClimbMix-400B',
  'Magicoder-OSS-Instruct-75K',
  'Re-LAION',
  'Ref-DAVIS 2017',
  '6G',
  'CFG-Zero',
  'ReST-MCTS',
  '2:4 semi-structured sparsity',
  'YOLO9000',
  'x0-prediction',
  'NIH Chest X-ray',
  'ILSVRC2012',
  'IN-22K',
  'LCBv5 2024.08-2025.02',
  'Pascal3D',
  'SSL4EO',
  'Kinetics-Skeleton 400',
  'WSJ0',
]);

const lettersOf = (form: string): string =>
  foldName(form)
    .replace(/v?(?=\d)/g, '')
    .replace(/[\d.+*@#/!&?]+/g, '')
    .replace(/s$/, '');
/** Versions and marks in order; years by their last two digits; a version 1 and the joining plus of "TD3+BC" do not count. */
const numbersOf = (form: string): string =>
  (foldName(form).match(/\d+(?:\.\d+)*|[+*#]+$/g) ?? [])
    .map((part) => part.replace(/(?:\.0+)+$/, '').replace(/^(?:19|20)(?=\d\d$)/, ''))
    .filter((part) => part !== '1')
    .join(',');

describe('it is broad', () => {
  test.each<[File, number]>([
    ['fields', 350],
    ['methods', 1200],
    ['models', 500],
    ['benchmarks', 1200],
  ])('%s: at least %i', (file, count) => {
    expect(rawLines(file).length).toBeGreaterThanOrEqual(count);
  });

  test('most fields and about half of the methods have their Chinese names', () => {
    expect(shareOf(readLines('fields'), hasHan)).toBeGreaterThan(0.95);
    // Methods known by an acronym alone ("GATv2") have none in Chinese texts either.
    expect(shareOf(readLines('methods'), hasHan)).toBeGreaterThan(0.5);
  });

  test('every area has lines', () => {
    expect(AREAS.filter((area) => ENTRIES.filter((entry) => entry.area === area).length < 20)).toEqual([]);
  });

  test('every benchmark says whether it is scored on, learned from or both', () => {
    expect(
      readLines('benchmarks')
        .filter((e) => e.kind !== 'benchmark' && e.kind !== 'dataset' && e.kind !== 'both')
        .map((e) => e.name),
    ).toEqual([]);
  });
});

test('words that are also ordinary ones or other things are guarded', () => {
  const AMBIGUOUS = ['ReAct', 'SAM', 'CLIP', 'Dream', 'Octo', 'MATH', 'PIQA', 'ACT'];
  const unguarded = AMBIGUOUS.filter(
    (name) => ENTRIES.some((entry) => entry.name === name) && !ENTRIES.some((entry) => entry.name === name && entry.guard),
  );
  expect(unguarded).toEqual([]);
});
