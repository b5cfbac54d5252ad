// The words that prove a mention: the clause with the name and the cue that gave it its role, inside its sentence.
import type { Evidence } from '../../shared/evidence.ts';
import type { MentionKind } from '../../shared/ontology.ts';
import { isWord } from '../characters.ts';
import { rulesOf } from '../rules/all.ts';
import { type Rule, ruleHolds } from '../rules/rule.ts';
import type { Context } from './find-context.ts';
import type { Segments } from './segment-text.ts';

const MAX_QUOTE = 160;

export interface Proof {
  readonly context: Context;
  readonly rule: string;
}

/** The occurrence that a rule of this kind explains best; the first one when none does. */
export function findProof(kind: MentionKind, contexts: readonly Context[], segments: Segments): Proof | null {
  let best: { context: Context; rule: Rule | null; score: number } | null = null;
  for (const context of contexts) {
    const section = segments.sections[segments.sentences[context.sentence]?.section ?? 0]?.kind ?? 'other';
    let score = (context.span.probs?.[0] ?? 0) >= 0 ? 0.1 : 0;
    let rule: Rule | null = null;
    for (const candidate of rulesOf(kind))
      if (ruleHolds(candidate, context, section)) {
        score += 1;
        rule ??= candidate;
      }
    if (context.inside) score -= 0.5;
    if (!best || score > best.score) best = { context, rule, score };
  }
  return best && { context: best.context, rule: best.rule?.id ?? `${kind.split('/')[0]}/reader` };
}

export function quoteEvidence(text: string, context: Context, segments: Segments): Evidence {
  const { span } = context;
  const sentence = segments.sentences[context.sentence];
  const from = Math.min(sentence?.start ?? span.start, span.start);
  const to = Math.max(sentence?.end ?? span.end, span.end);
  let start = context.nearestLeft >= from ? Math.min(context.nearestLeft, span.start) : span.start;
  let end = context.nearestRight >= 0 && context.nearestRight <= to ? Math.max(context.nearestRight, span.end) : span.end;
  // Out to the clause, as far as the limit allows.
  const room = (): number => MAX_QUOTE - (end - start);
  while (start > from && room() > 0 && !/[，,。；;：:！？\n]/.test(text.charAt(start - 1))) start--;
  while (end < to && room() > 0 && !/[，,。；;！？\n]/.test(text.charAt(end))) end++;
  while (start < span.start && (isCut(text, start) || /\s/.test(text.charAt(start)))) start++;
  while (end > span.end && (isCut(text, end) || /\s/.test(text.charAt(end - 1)))) end--;
  const section = segments.sections[sentence?.section ?? 0]?.heading ?? '';
  return {
    quote: text.slice(start, end),
    start,
    end,
    section,
    sentence: text.slice(from, to),
    sentenceStart: from,
    markStart: span.start,
    markEnd: span.end,
  };
}

/** A limit must not cut a word, nor a surrogate pair. */
function isCut(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return (isWord(before) && isWord(after)) || (after >= 0xdc00 && after <= 0xdfff);
}
