// The same text in Chinese and in English gives the same mentions: type, role and id.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openReader } from '../../../src/pipeline/open-reader.ts';
import type { Lang } from '../../../src/shared/ontology.ts';

interface Pair {
  readonly id: string;
  readonly title: string;
  readonly en: string;
  readonly zh: string;
}
const pairs = readFileSync(new URL('../../fixtures/bilingual-pairs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Pair);

test('both languages agree on at least seven in ten', () => {
  const { reader } = openReader();
  const keys = ({ id, title, ...texts }: Pair, lang: 'en' | 'zh'): ReadonlySet<string> =>
    new Set(
      reader
        .read({ id, title, date: '', url: '', lang: lang as Lang, text: texts[lang] })
        .mentions.map((m) => `${id} ${m.type}/${m.role} ${m.id}`),
    );
  let both = 0;
  const apart: string[] = [];
  for (const pair of pairs) {
    const [en, zh] = [keys(pair, 'en'), keys(pair, 'zh')];
    for (const key of en) if (zh.has(key)) both++;
    apart.push(
      ...[...en].filter((key) => !zh.has(key)).map((key) => `en ${key}`),
      ...[...zh].filter((key) => !en.has(key)).map((key) => `zh ${key}`),
    );
  }
  expect(both, 'names found').toBeGreaterThan(40);
  expect(both / (both + apart.length), apart.join('\n')).toBeGreaterThanOrEqual(0.7);
});
