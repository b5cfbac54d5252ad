// The I/O edge of extraction: reads the compiled lexicon and the weights that the build put beside the program.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createReader, type ReaderParts } from '../extract/create-reader.ts';
import { type Crf, createCrf } from '../extract/crf/decode.ts';
import { type Lexicon, readLexicon } from '../extract/lexicon-format.ts';
import { createNameClassifier, type NameClassifier, type NameClassifierData } from '../extract/name-classifier.ts';
import { createReranker, type RerankerData } from '../extract/reranker.ts';
import type { Reader } from '../extract/types.ts';
import { createResolver, type NameOverride } from '../resolve/create-resolver.ts';
import { createLexiconIndex, readIndexRows } from '../resolve/lexicon-index.ts';
import type { Resolver } from '../resolve/types.ts';
import { AppError } from '../shared/errors.ts';

export type ReaderMode = 'full' | 'rules';

export interface OpenReaderOptions {
  readonly mode?: ReaderMode;
  readonly overrides?: readonly NameOverride[];
}

/** The same from `src` and from `dist`: both are one folder below the package. */
const DATA = new URL('../../dist/extract/', import.meta.url);

function readData(name: string): Buffer {
  const file = new URL(name, DATA);
  if (!existsSync(file)) throw new AppError('not_built', name);
  return readFileSync(file);
}

export function openLexicon(): Lexicon {
  const decoder = new TextDecoder();
  return readLexicon(gunzipSync(readData('lexicon.bin')), (bytes) => decoder.decode(bytes));
}

export const openCrf = (): Crf => createCrf(readData('crf.bin'));

export function openNames(): NameClassifier {
  return createNameClassifier(JSON.parse(readData('names.json').toString('utf8')) as NameClassifierData);
}

/** The resolver over a lexicon that the build made. */
const openResolver = (lexicon: Lexicon, overrides?: readonly NameOverride[]): Resolver =>
  createResolver(createLexiconIndex(lexicon, readIndexRows(gunzipSync(readData('lexicon-index.bin')))), overrides);

export function openReaderParts(options: OpenReaderOptions = {}): ReaderParts {
  const lexicon = openLexicon();
  return partsOf(lexicon, openResolver(lexicon, options.overrides), options.mode ?? 'full');
}

function partsOf(lexicon: Lexicon, resolver: Resolver, mode: ReaderMode): ReaderParts {
  const weights = JSON.parse(readData(`reranker.${mode}.json`).toString('utf8')) as RerankerData;
  const parts = { lexicon, resolver, reranker: createReranker(weights), names: openNames() };
  if (mode === 'rules') return parts;
  const crf = openCrf();
  return { ...parts, spanReader: (paper, segments) => crf.read(paper, segments, []) };
}

/** Reader and resolver, each opened when it is first asked: most commands read no paper, and many name nothing. */
export function openReader({ mode = 'full', overrides }: OpenReaderOptions = {}): { readonly reader: Reader; readonly resolver: Resolver } {
  const versions = JSON.parse(readData('reader-versions.json').toString('utf8')) as Record<ReaderMode, string>;
  const lexicon = once(openLexicon);
  const resolver = once(() => openResolver(lexicon(), overrides));
  const reader = once(() => createReader(partsOf(lexicon(), resolver(), mode)));
  return {
    reader: { version: versions[mode], read: (paper) => reader().read(paper), explain: (paper) => reader().explain(paper) },
    resolver: { resolve: (type, name) => resolver().resolve(type, name) },
  };
}

function once<T>(open: () => T): () => T {
  let opened: { readonly value: T } | null = null;
  return () => {
    opened ??= { value: open() };
    return opened.value;
  };
}
