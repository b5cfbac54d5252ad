// All finders over one paper: from text to candidates with their contexts, ready to be decided on.

import type { Lang } from '../../shared/ontology.ts';
import { foldText } from '../folded-text.ts';
import type { Lexicon } from '../lexicon-format.ts';
import { type Span, SpanSet } from '../spans.ts';
import { type Context, findContexts } from './find-context.ts';
import { findCues } from './find-cues.ts';
import { findDefinitions, findTitleName } from './find-definitions.ts';
import { findLexicon, type Hit } from './find-lexicon.ts';
import { findNames } from './find-names.ts';
import { findSizes } from './find-sizes.ts';
import { type Candidate, groupEntities } from './group-entities.ts';
import { type Segments, segmentText } from './segment-text.ts';

export interface PaperInput {
  readonly text: string;
  readonly title: string;
  readonly lang: Lang;
}

/** A learned finder: adds its spans with label probabilities. */
export type SpanReader = (
  paper: PaperInput,
  segments: Segments,
  hits: readonly Hit[],
) => readonly { readonly start: number; readonly end: number; readonly probs: Float32Array }[];

export interface FoundCandidates {
  readonly segments: Segments;
  readonly candidates: readonly Candidate[];
  /** Contexts of a candidate's spans, in the order of the text. */
  readonly contextsOf: ReadonlyMap<Candidate, readonly Context[]>;
}

const MAX_NAME = 100;

export function findCandidates(paper: PaperInput, lexicon: Lexicon, spanReader?: SpanReader): FoundCandidates {
  const { text } = paper;
  const segments = segmentText(text);
  const folded = foldText(text);
  const spans = new SpanSet();
  const hits = findLexicon(text, folded, lexicon, spans);
  findNames(text, paper.lang, segments, spans);
  findDefinitions(text, segments, spans);
  findTitleName(text, paper.title, spans);
  findSizes(text, hits, spans);
  for (const found of spanReader?.(paper, segments, hits) ?? []) spans.add(found.start, found.end, 'crf').probs = found.probs;
  const kept = withoutFragments(text, spans);
  const contexts = findContexts(text, kept, findCues(text, folded), segments);
  const candidates = groupEntities(text, kept);
  const contextOf = new Map(contexts.map((c) => [c.span, c]));
  return { segments, candidates, contextsOf: new Map(candidates.map((c) => [c, c.spans.flatMap((s) => contextOf.get(s) ?? [])])) };
}

/** Drops what cannot be a name: too long, no letter, or a piece of a single Latin word that is a name as a whole. */
function withoutFragments(text: string, set: SpanSet): Span[] {
  const spans = set.sorted();
  const kept: Span[] = [];
  let wordStart = -1;
  let wordEnd = -1;
  for (const span of spans) {
    const surface = text.slice(span.start, span.end);
    if (span.end - span.start > MAX_NAME || span.end - span.start < 2 || !/\p{L}/u.test(surface)) continue;
    const isFragment = span.start >= wordStart && span.end <= wordEnd && span.end - span.start < wordEnd - wordStart;
    if (isFragment && !isCompoundPart(text, span, wordStart, wordEnd)) continue;
    if (!/\s/.test(surface) && /^[A-Za-z]/.test(surface) && span.sources.has('shape') && span.start >= wordEnd) {
      wordStart = span.start;
      wordEnd = span.end;
    }
    kept.push(span);
  }
  return kept;
}

/** "GRPO-based", "LoRA-finetuned": the rest of the compound is an ordinary word, so the part stands for itself. */
function isCompoundPart(text: string, span: Span, wordStart: number, wordEnd: number): boolean {
  const before = text.slice(wordStart, span.start);
  const after = text.slice(span.end, wordEnd);
  return (before === '' || /^[a-z]+-$/.test(before)) && (after === '' || /^-[a-z]+$/.test(after));
}
