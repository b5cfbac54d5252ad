// Cuts a sentence into plain, quoted and named stretches by the offsets of its evidence. Text in, text out: never HTML.
import type { Evidence } from '../../../src/shared/evidence.ts';

export interface EvidencePart {
  /** Where it starts in the sentence; different for every part. */
  readonly at: number;
  readonly text: string;
  readonly isQuote: boolean;
  readonly isName: boolean;
}
/** Of a very long sentence, so much before and after the quote is shown. */
const AROUND = 400;

export function toEvidenceParts(evidence: Evidence): EvidencePart[] {
  const hasSentence = evidence.sentence !== '';
  const text = hasSentence ? evidence.sentence : evidence.quote;
  const origin = hasSentence ? evidence.sentenceStart : evidence.start;
  const clamp = (offset: number): number => Math.max(0, Math.min(text.length, offset - origin));
  const quote = [clamp(evidence.start), clamp(evidence.end)] as const;
  const name = [clamp(evidence.markStart), clamp(evidence.markEnd)] as const;
  const from = Math.max(0, quote[0] - AROUND);
  const to = Math.min(text.length, quote[1] + AROUND);
  const cuts = [...new Set([from, to, ...quote, ...name])].filter((at) => at >= from && at <= to).sort((a, b) => a - b);
  const parts = cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? to;
    return {
      at: start,
      text: text.slice(start, end),
      isQuote: start >= quote[0] && end <= quote[1],
      isName: start >= name[0] && end <= name[1],
    };
  });
  const cut = (at: number): EvidencePart => ({ at, text: '…', isQuote: false, isName: false });
  return [...(from > 0 ? [cut(-1)] : []), ...parts, ...(to < text.length ? [cut(to)] : [])];
}
