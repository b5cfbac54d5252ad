// Words that stand in several places: labels and edge types, error codes.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AppError, ERRORS, type ErrorCode } from '../../src/shared/errors.ts';
import {
  EDGE_TYPE_OF,
  EDGE_TYPES,
  ENTITY_LABEL,
  ID_PREFIX_OF,
  LABEL_OF,
  MENTION_KINDS,
  MENTION_TYPES,
  NODE_LABELS,
  PARENT_EDGE_OF,
  ROLES_OF,
} from '../../src/shared/ontology.ts';

const ROOT = new URL('../../', import.meta.url);
const HAN = /\p{Script=Han}/u;

describe('Cypher files use the labels and edge types of src/shared/ontology.ts', () => {
  const files = readdirSync(new URL('cypher/', ROOT), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cypher'));
  /** Names after a colon or a bar in a pattern; comments and strings are none. */
  const namesIn = (file: string): string[] => {
    const query = readFileSync(new URL(`cypher/${file}`, ROOT), 'utf8')
      .replace(/\/\/.*$/gm, '')
      .replace(/'[^']*'|"[^"]*"/g, "''");
    return [...query.matchAll(/(?::\s*|\|)([A-Z]\w*)/g)].map((m) => m[1] ?? '');
  };
  // What the store keeps about itself, and what is filled in before a file runs.
  const OURS = new Set<string>([...NODE_LABELS, ENTITY_LABEL, ...EDGE_TYPES, 'PaperloomMeta']);

  test('there are some of each kind', () => {
    expect(new Set(files.map((file) => file.split('/')[0]))).toEqual(new Set(readdirSync(new URL('cypher/', ROOT))));
    expect(files.length).toBeGreaterThan(40);
  });

  test('and no others', () => {
    expect(
      files.flatMap((file) =>
        namesIn(file)
          .filter((name) => !OURS.has(name))
          .map((name) => `${file}: ${name}`),
      ),
    ).toEqual([]);
  });

  test('every label of a node that users query is used by some file', () => {
    const used = new Set(files.flatMap(namesIn));
    expect(['Paper', 'Entity', 'Result', 'Method'].filter((label) => !used.has(label))).toEqual([]);
  });
});

describe('the ontology', () => {
  test('every type has a label, an id prefix, roles and its edge of the hierarchy', () => {
    for (const type of MENTION_TYPES)
      expect([
        LABEL_OF[type],
        ID_PREFIX_OF[type],
        ROLES_OF[type].length > 0,
        PARENT_EDGE_OF[type] === null || EDGE_TYPES.includes(PARENT_EDGE_OF[type]),
      ]).toEqual([expect.any(String), expect.stringMatching(/^[a-z]+$/), true, true]);
  });

  test('every kind of mention has one edge type', () => {
    expect(Object.keys(EDGE_TYPE_OF).sort()).toEqual([...MENTION_KINDS].sort());
    expect(MENTION_KINDS.filter((kind) => !EDGE_TYPES.includes(EDGE_TYPE_OF[kind]))).toEqual([]);
  });
});

describe('every error', () => {
  const codes = Object.keys(ERRORS) as ErrorCode[];

  test.each(codes)('%s has words and a hint in both languages, a status and an exit code', (code) => {
    const { en, zh, hint, status, exitCode } = ERRORS[code];
    expect({
      en: !HAN.test(en) && en.length > 5,
      zh: HAN.test(zh),
      hintEn: !HAN.test(hint.en) && hint.en.length > 5,
      hintZh: HAN.test(hint.zh),
    }).toEqual({ en: true, zh: true, hintEn: true, hintZh: true });
    expect([code, status >= 400 && status < 600, [1, 2].includes(exitCode)]).toEqual([expect.stringMatching(/^[a-z_]+$/), true, true]);
    expect(en).not.toMatch(/[.。]$/);
  });

  test('no two say the same', () => {
    for (const lang of ['en', 'zh'] as const) expect(new Set(codes.map((code) => ERRORS[code][lang])).size).toBe(codes.length);
  });

  test('is raised somewhere, by its code', () => {
    const sources = readdirSync(new URL('src/', ROOT), { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && file !== 'shared/errors.ts',
    );
    const text = sources.map((file) => readFileSync(new URL(`src/${file}`, ROOT), 'utf8')).join('\n');
    expect(codes.filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });

  test('keeps its detail and its cause, and knows whether to try again', () => {
    const cause = new Error('inner');
    const error = new AppError('store_conflict', 'two writers', { cause });
    expect([error.message, error.detail, error.cause, error.retriable]).toEqual([
      'Two writers met: two writers',
      'two writers',
      cause,
      true,
    ]);
  });
});
