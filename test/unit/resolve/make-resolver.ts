// The resolver over the lexicon as it stands in the source, so that these tests need no build.
import { readFileSync } from 'node:fs';
import { createResolver } from '../../../src/resolve/create-resolver.ts';
import { indexEntries } from '../../../src/resolve/lexicon-index.ts';
import type { LexiconEntry } from '../../../src/resolve/types.ts';
import type { MentionType } from '../../../src/shared/ontology.ts';

const TYPE_OF_FILE = { fields: 'field', methods: 'method', models: 'model', benchmarks: 'benchmark' } as const satisfies Record<
  string,
  MentionType
>;

export const readLines = (file: string): LexiconEntry[] =>
  readFileSync(new URL(`../../../src/extract/lexicon/${file}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LexiconEntry);

export const ENTRIES: readonly LexiconEntry[] = Object.entries(TYPE_OF_FILE).flatMap(([file, type]) =>
  readLines(file).map((line) => ({ ...line, type })),
);

export const RESOLVER = createResolver(indexEntries(ENTRIES));
