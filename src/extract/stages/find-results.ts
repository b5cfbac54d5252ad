// Reported numbers: who, on what, by which metric, how much, and whether that is the value itself or a gain.
import type { Mention, Result } from '../../shared/paper.ts';
import { isWord } from '../characters.ts';
import type { Segments } from './segment-text.ts';

const METRICS: readonly (readonly [string, RegExp])[] = [
  ['pass@1', /pass@\d+/i],
  ['success rate', /成功率|success rate|\bSR\b/i],
  ['accuracy', /准确率|正确率|准确度|accuracy|\bacc\b/i],
  ['F1', /\bF1\b|F1 分数|F1-score/],
  ['FVD', /\bFVD\b/],
  ['gFID', /\bgFID\b/],
  ['FID', /\bFID\b/],
  ['WER', /\bWER\b|词错误率|字错误率|word error rate/i],
  ['BLEU', /\bBLEU\b/],
  ['AUC', /\bAUC\b|AUROC/],
  ['mAP', /\bmAP\b/],
  ['mIoU', /\bmIoU\b/i],
  ['PSNR', /\bPSNR\b/],
  ['SSIM', /\bSSIM\b/],
  ['LPIPS', /\bLPIPS\b/],
  ['win rate', /胜率|win rate/i],
  ['recall', /召回率|recall/i],
  ['precision', /精确率|precision/i],
  ['perplexity', /困惑度|perplexity|\bPPL\b/i],
  ['score', /得分|分数|score/i],
];
const GAIN = /提升|提高|增加|增益|领先|高出|改善|降低|减少|下降|超过|超越|improv|gain|increas|outperform|surpass|boost|exceed|reduc|decreas|relative|higher|lower|over\b|by\s*$|\+\s*$/i;
const TOWARDS = /(?:至|到|达到|达|\bto|reach(?:es|ing)?|achiev(?:es|ing)?|attain(?:s|ing)?|为|of|at|is|score[sd]?|得分|[:：=(（])\s*\**\s*$/i;
// Bounded on purpose: no part of the pattern can be matched in two ways.
const NUMBER = /[+-]?\d{1,4}(?:[.,]\d{1,3})?(?:\s?(?:%|％|个百分点|百分点|个点|percentage points|points|pts|pp|分|倍|x(?!\w)|dB))?/g;
const UNIT = /%|％|个百分点|百分点|个点|percentage points|points|pts|pp|分|倍|x$|dB/;

export function findResults(text: string, segments: Segments, mentions: readonly Mention[], occurrences: ReadonlyMap<string, readonly (readonly [number, number])[]>): Result[] {
  const places = (types: readonly string[]): { id: string; name: string; role: string; start: number; end: number }[] =>
    mentions.filter((m) => types.includes(m.type)).flatMap((m) => (occurrences.get(`${m.type}|${m.id}`) ?? [[m.evidence.markStart, m.evidence.markEnd] as const]).map(([start, end]) => ({ id: m.id, name: m.name, role: m.role, start, end }))).sort((a, b) => a.start - b.start);
  const benchmarks = places(['benchmark']);
  const subjects = places(['method', 'model']);
  const main = mentions.find((m) => m.role === 'proposes' && (m.type === 'model' || m.type === 'method')) ?? null;
  const results: Result[] = [];
  const seen = new Set<string>();
  for (const sentence of segments.sentences) {
    const here = benchmarks.filter((b) => b.start >= sentence.start && b.end <= sentence.end);
    if (here.length === 0) continue;
    const who = subjects.filter((s) => s.start >= sentence.start && s.end <= sentence.end);
    const words = text.slice(sentence.start, sentence.end);
    for (const match of words.matchAll(NUMBER)) {
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      if (!isValue(text, match[0], start, end, [...here, ...who])) continue;
      const before = text.slice(Math.max(sentence.start, start - 40), start);
      if (/(?:从|由|from)\s*\**$/i.test(before)) continue;
      const benchmark = nearest(here, start, end, text);
      if (!benchmark) continue;
      const unit = UNIT.exec(match[0])?.[0] ?? null;
      const towards = TOWARDS.test(before) && !/(?:提升|提高|improv\w*|gain\w*)\s*(?:of|了)?\s*\**\s*$/i.test(before);
      const gain = !towards && (GAIN.test(text.slice(Math.max(sentence.start, start - 26), start)) || /^\s*(?:的)?(?:提升|增益|improvement|gain|increase|higher)/i.test(text.slice(end, end + 16)) || /point|百分点|个点|倍|x$/.test(match[0]));
      const subject = subjectOf(who, start, text) ?? (main ? { id: main.id, name: main.name } : null);
      if (!subject) continue;
      const metric = metricOf(text, sentence.start, sentence.end, start) ?? (gain ? 'improvement' : unit === '%' || unit === '％' ? 'accuracy' : 'score');
      const value = match[0].trim();
      const key = [subject.id, benchmark.id, metric, value].join('|');
      if (seen.has(key)) continue;
      seen.add(key);
      results.push({
        subject: subject.name,
        subjectId: subject.id,
        benchmark: benchmark.name,
        benchmarkId: benchmark.id,
        metric: gain && metric !== 'improvement' ? `${metric} improvement` : metric,
        value,
        number: toNumber(value),
        unit: unit === '％' ? '%' : unit,
        kind: gain ? 'improvement' : 'absolute',
        evidence: {
          quote: text.slice(Math.min(benchmark.start, start), Math.max(benchmark.end, end)),
          start: Math.min(benchmark.start, start),
          end: Math.max(benchmark.end, end),
          section: segments.sections[sentence.section]?.heading ?? '',
          sentence: words,
          sentenceStart: sentence.start,
          markStart: start,
          markEnd: end,
        },
      });
    }
  }
  return results;
}

/** Not part of a name, a year, a size, a count of things or a place in a list. */
function isValue(text: string, value: string, start: number, end: number, names: readonly { readonly start: number; readonly end: number }[]): boolean {
  if (names.some((n) => start < n.end && end > n.start)) return false;
  const before = text.charCodeAt(start - 1);
  const after = text.charAt(end);
  if (isWord(before) || text.charAt(start - 1) === '-' || text.charAt(start - 1) === '.' || /[A-Za-z]/.test(after) || (/^[.]\d/.test(text.slice(end, end + 2)))) return false;
  if (UNIT.test(value)) return true;
  // A bare number counts only as a decimal or with a metric or a colon right before it.
  return /\.\d/.test(value) || TOWARDS.test(text.slice(Math.max(0, start - 10), start));
}

/** The last name before the number in the same clause, else the next one after it. */
function nearest<T extends { readonly start: number; readonly end: number }>(names: readonly T[], start: number, end: number, text: string): T | undefined {
  const before = names.filter((n) => n.end <= start).at(-1);
  const after = names.find((n) => n.start >= end);
  if (!before) return after;
  if (!after) return before;
  const gapBefore = text.slice(before.end, start);
  const gapAfter = text.slice(end, after.start);
  const cost = (gap: string): number => gap.length + (/[，,；;。]/.test(gap) ? 30 : 0);
  if (/^\s*(?:on|在|for)\s/i.test(gapAfter) || /^[^，,]{0,4}(?:on|在)\s*$/i.test(gapAfter)) return cost(gapAfter) <= cost(gapBefore) + 6 ? after : before;
  return cost(gapBefore) <= cost(gapAfter) ? before : after;
}

function subjectOf(who: readonly { readonly id: string; readonly name: string; readonly role: string; readonly start: number; readonly end: number }[], at: number, text: string): { readonly id: string; readonly name: string } | null {
  const direct = who.filter((s) => s.end <= at && at - s.end <= 6 && /^[\s*(（:：为]*$/.test(text.slice(s.end, at))).at(-1);
  if (direct) return direct;
  return who.find((s) => s.role === 'proposes') ?? who.find((s) => s.end <= at && s.role !== 'compares') ?? null;
}

function metricOf(text: string, from: number, to: number, at: number): string | null {
  const near = text.slice(Math.max(from, at - 30), Math.min(to, at + 24));
  const wide = text.slice(from, to);
  for (const words of [near, wide]) for (const [name, pattern] of METRICS) {
    const hit = pattern.exec(words);
    if (hit) return name === 'pass@1' ? hit[0].toLowerCase() : name;
  }
  return null;
}

function toNumber(value: string): number | null {
  const number = Number(value.replace(/,(?=\d{3})/g, '').replace(/,/, '.').replace(/[^\d.+-]/g, ''));
  return Number.isFinite(number) ? number : null;
}
