// The reader: candidates from all finders, probabilities from the reranker, then mentions and results. Pure; the same text
// gives the same answer on every run.

import type { Resolver } from '../resolve/types.ts';
import { MENTION_KINDS } from '../shared/ontology.ts';
import type { Extraction, PaperText } from '../shared/paper.ts';
import { explainDecisions } from './explain.ts';
import { FEATURE_NAMES, featuresOf, paperContext } from './features.ts';
import type { Lexicon } from './lexicon-format.ts';
import type { NameClassifier } from './name-classifier.ts';
import type { Reranker } from './reranker.ts';
import { chooseKinds, type Decision, toMentions, withMembers, withoutOverlaps } from './stages/decide.ts';
import { type FoundCandidates, findCandidates, type SpanReader } from './stages/find-candidates.ts';
import { findResults } from './stages/find-results.ts';
import type { Candidate } from './stages/group-entities.ts';
import { settleRoles } from './stages/settle-roles.ts';
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

export interface Reading {
  readonly found: FoundCandidates;
  readonly decisions: readonly Decision[];
  readonly extraction: Extraction;
}

/** One reading with all that led to it. */
export function readPaper(parts: ReaderParts, paper: PaperText): Reading {
  const { text } = paper;
  const found = findCandidates(paper, parts.lexicon, parts.spanReader);
  const variant = (name: string): boolean => isVariant(parts.resolver, name);
  const context = paperContext(paper, found, parts.names, variant);
  const row = new Float32Array(FEATURE_NAMES.length);
  const alone: Decision[] = found.candidates.map((candidate) => {
    if (isOrdinary(candidate)) return { candidate, probabilities: IMPROBABLE, settled: [], kept: [], notes: ['an ordinary word'] };
    const contexts = found.contextsOf.get(candidate) ?? [];
    featuresOf(candidate, contexts, context, row);
    const probabilities = new Float32Array(MENTION_KINDS.length);
    parts.reranker.score(row, probabilities);
    const settled = settleRoles(text, candidate, contexts, found.segments, probabilities, variant);
    return { candidate, probabilities, settled, ...chooseKinds(probabilities, parts.reranker, settled) };
  });
  const decisions = withoutOverlaps(withMembers(alone), parts.reranker.thresholds);
  const mentions = toMentions(text, found, decisions, parts.resolver, parts.reranker);
  const results = findResults(text, paper.lang, found, decisions, mentions, parts.resolver);
  return { found, decisions, extraction: { mentions, results } };
}

const IMPROBABLE = new Float32Array(MENTION_KINDS.length);

/** Nothing but a word of the stop list: no finder takes it for a name. */
function isOrdinary({ sources, entries }: Candidate): boolean {
  return entries.length === 0 && sources.size === 1 && sources.has('stop');
}

/** Named after a better-known method, and not one that the lexicon has. */
export function isVariant(resolver: Resolver, name: string): boolean {
  const { parent, parse } = resolver.resolve('method', name);
  return parent !== null && parse['lexicon'] === undefined;
}

export function createReader(parts: ReaderParts): Reader {
  return {
    version: [READER_VERSION, parts.lexicon.version, parts.reranker.version, parts.spanReader ? 'full' : 'rules'].join('.'),
    read: (paper) => readPaper(parts, paper).extraction,
    explain: (paper) => {
      const { found, decisions, extraction } = readPaper(parts, paper);
      return { extraction, candidates: explainDecisions(found, decisions) };
    },
  };
}
