// The reader: candidates from all finders, probabilities from the reranker, then mentions and results. Pure; the same text
// gives the same answer on every run.
import { MENTION_KINDS } from '../shared/ontology.ts';
import type { Extraction, PaperText } from '../shared/paper.ts';
import type { Resolver } from '../resolve/types.ts';
import { FEATURE_NAMES, featuresOf, paperContext } from './features.ts';
import type { Lexicon } from './lexicon-format.ts';
import type { NameClassifier } from './name-classifier.ts';
import type { Reranker } from './reranker.ts';
import { chooseKinds, type Decision, resolveCandidate, toMentions, withoutOverlaps } from './stages/decide.ts';
import { findCandidates, type FoundCandidates, type SpanReader } from './stages/find-candidates.ts';
import { findResults } from './stages/find-results.ts';
import type { Reader } from './types.ts';

/** Raised by hand when the program reads differently; lexicon and weights carry their own versions. */
export const READER_VERSION = '1';

export interface ReaderParts {
  readonly lexicon: Lexicon;
  readonly resolver: Resolver;
  readonly reranker: Reranker;
  readonly names: NameClassifier;
  readonly spanReader?: SpanReader;
}

export interface Explained {
  readonly found: FoundCandidates;
  readonly decisions: readonly Decision[];
  readonly extraction: Extraction;
}

export function explainReading(parts: ReaderParts, paper: PaperText): Explained {
  const { text } = paper;
  const found = findCandidates(paper, parts.lexicon, parts.spanReader);
  const context = paperContext(paper, found, parts.names, (name) => isVariant(parts.resolver, name));
  const row = new Float32Array(FEATURE_NAMES.length);
  const alone: Decision[] = found.candidates.map((candidate) => {
    featuresOf(candidate, found.contextsOf.get(candidate) ?? [], context, row);
    const probabilities = new Float32Array(MENTION_KINDS.length);
    parts.reranker.score(row, probabilities);
    return { candidate, probabilities, ...chooseKinds(probabilities, parts.reranker.thresholds) };
  });
  const decisions = withoutOverlaps(alone, parts.reranker.thresholds);
  const mentions = toMentions(text, found, decisions, parts.resolver, parts.reranker);
  const occurrences = new Map<string, (readonly [number, number])[]>();
  for (const decision of decisions)
    for (const type of new Set(decision.kept.map((kind) => kind.split('/')[0] ?? ''))) {
      const id = resolveCandidate(decision.candidate, type as 'method', parts.resolver).id;
      occurrences.set(`${type}|${id}`, [...(occurrences.get(`${type}|${id}`) ?? []), ...decision.candidate.spans.map((s) => [s.start, s.end] as const)]);
    }
  const results = findResults(text, found.segments, mentions, occurrences);
  return { found, decisions, extraction: { mentions, results } };
}

/** Named after a better-known method, and not one that the lexicon has. */
export function isVariant(resolver: Resolver, name: string): boolean {
  const { parent, parse } = resolver.resolve('method', name);
  return parent !== null && parse['lexicon'] === undefined;
}

export function createReader(parts: ReaderParts): Reader {
  return {
    version: [READER_VERSION, parts.lexicon.version, parts.reranker.version, parts.spanReader ? 'full' : 'rules'].join('.'),
    read: (paper) => explainReading(parts, paper).extraction,
  };
}
