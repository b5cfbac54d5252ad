// The compiled lexicon made from the source lines, the way the build makes it; and what the finders see in a text.

import { compileLexicon, type Lexicon, readLexicon, type StopEntry } from '../../../src/extract/lexicon-format.ts';
import { type FoundCandidates, findCandidates } from '../../../src/extract/stages/find-candidates.ts';
import { detectLang } from '../../../src/ingest/paper-facts.ts';
import type { Lang } from '../../../src/shared/ontology.ts';
import { ENTRIES, readLines } from '../resolve/make-resolver.ts';

const decoder = new TextDecoder();
export const LEXICON: Lexicon = readLexicon(
  compileLexicon(ENTRIES, readLines('stop') as unknown as StopEntry[], () => 'test'),
  (bytes) => decoder.decode(bytes),
);

export function find(text: string, title = '', lang: Lang = detectLang(text)): FoundCandidates {
  return findCandidates({ text, title, lang }, LEXICON);
}
