// A chosen pair as a result: subject, metric, value and the words that prove it.
import type { Evidence } from '../../shared/evidence.ts';
import type { Result } from '../../shared/paper.ts';
import type { Segments, Sentence } from '../stages/segment-text.ts';
import type { Pair, Reading } from './pairs.ts';
import type { Who } from './places.ts';
import type { TablePair } from './read-table.ts';

const MAX_QUOTE = 320;

export interface Subject {
  readonly name: string;
  readonly id: string | null;
}

export function proseResult(reading: Reading, pair: Pair, sentence: Sentence, main: Subject): Result {
  const subject = subjectOf(reading, pair, sentence) ?? main;
  return result(pair, subject, metricFor(pair, pair.metric?.name ?? null), evidence(reading.text, reading.segments, pair, sentence));
}

export function tableResult(reading: Reading, pair: TablePair, main: Subject): Result {
  const inside = reading.who.find(
    (w) => w.start >= pair.row.start && w.end <= pair.number.start && pair.subject?.includes(reading.text.slice(w.start, w.end)),
  );
  const named = pair.subject === null ? null : { name: pair.subject.slice(0, 80), id: null };
  const subject =
    inside ?? (pair.role === 'baseline' ? (named ?? { name: 'baseline', id: null }) : pair.role === 'value' ? (named ?? main) : main);
  const { start, end } = pair.row;
  const section = reading.segments.sentences[reading.segments.sentenceAt(pair.number.start)]?.section ?? 0;
  return result(
    pair,
    subject,
    metricFor(pair, pair.metricWords),
    evidence(reading.text, reading.segments, pair, { start, end, section, item: true }),
  );
}

function result(pair: Pair, subject: Subject, metric: string, proof: Evidence): Result {
  const { number, target, kind } = pair;
  return {
    subject: subject.name,
    subjectId: subject.id,
    benchmark: target.name,
    benchmarkId: target.id,
    metric,
    value: number.value,
    number: number.number,
    unit: number.unit,
    kind,
    evidence: proof,
  };
}

function metricFor(pair: Pair, named: string | null): string {
  const { kind, number } = pair;
  if (named === null || (pair.metric?.isCost && named.length < 3))
    return kind === 'improvement' ? 'improvement' : number.unit === '%' ? 'accuracy' : 'score';
  return kind === 'improvement' && !/improv|speed-?up|faster|reduc|gain|提升|加速/i.test(named) ? `${named} improvement` : named;
}

function evidence(text: string, segments: Segments, pair: Pair, sentence: Sentence): Evidence {
  const { number, target } = pair;
  const inside = target.start >= sentence.start && target.end <= sentence.end;
  let start = inside ? Math.min(target.start, number.start) : number.start;
  let end = inside ? Math.max(target.end, number.end) : number.end;
  if (pair.metric && pair.metric.start >= sentence.start && pair.metric.end <= sentence.end) {
    if (pair.metric.start < start && end - pair.metric.start <= MAX_QUOTE) start = pair.metric.start;
    if (pair.metric.end > end && pair.metric.end - start <= MAX_QUOTE) end = pair.metric.end;
  }
  if (end - start > MAX_QUOTE) [start, end] = [number.start, number.end];
  // Out to the clause, as far as there is room.
  const stop = Math.max(sentence.start, start - 60);
  let at = start;
  while (at > stop && !/[，。；;|\n]/.test(text.charAt(at - 1))) at--;
  if (at > stop || stop === sentence.start) start = at;
  while (start < end && /[\s|]/.test(text.charAt(start))) start++;
  const section = segments.sections[sentence.section]?.heading ?? '';
  return {
    quote: text.slice(start, end),
    start,
    end,
    section,
    sentence: text.slice(sentence.start, sentence.end),
    sentenceStart: sentence.start,
    markStart: number.start,
    markEnd: number.end,
  };
}

/** Who is right at the number ("X (38.4)", "vs 20.0 for Y"), else the clause's own subject, else what the paper proposes. */
function subjectOf(reading: Reading, pair: Pair, sentence: Sentence): Who | null {
  const { text, who } = reading;
  const { start, end } = pair.number;
  const here = inSentence(who, sentence);
  const direct = here.findLast((w) => w.end <= start && start - w.end <= 8 && /^[\s*(（:：为的]*$/.test(text.slice(w.end, start)));
  if (direct) return direct;
  const behind = here.find((w) => w.start >= end && w.start - end <= 12 && /^[%\s]*(?:for|by|of|with)\s$/i.test(text.slice(end, w.start)));
  if (behind && pair.kind === 'absolute') return behind;
  const from = Math.max(sentence.start, start - 300);
  const before = text.slice(from, start);
  const clause = from + Math.max(0, ...['，', '；', ', ', '; '].map((mark) => before.lastIndexOf(mark)));
  const near = here.filter((w) => w.end <= start && w.start >= clause && w.role !== 'compares');
  if (near[0]) return near[0];
  return here.find((w) => w.role === 'proposes') ?? here.find((w) => w.end <= start && w.role !== 'compares') ?? null;
}

function inSentence(who: readonly Who[], sentence: Sentence): Who[] {
  let low = 0;
  let high = who.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((who[middle]?.start ?? 0) < sentence.start) low = middle + 1;
    else high = middle;
  }
  const here: Who[] = [];
  for (let i = low; i < who.length && here.length < 80; i++) {
    const w = who[i];
    if (!w || w.start >= sentence.end) break;
    if (w.end <= sentence.end) here.push(w);
  }
  return here;
}
