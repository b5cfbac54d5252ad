// Pairs of a number and what it may have been measured on, each with the signs that speak for and against: the input of
// `weigh.ts`.
import type { Segments, Sentence } from '../stages/segment-text.ts';
import { type MetricAt, metricOf } from './metrics.ts';
import type { Target, Who } from './places.ts';
import type { NumberAt } from './read-numbers.ts';

export interface Reading {
  readonly text: string;
  readonly lang: string;
  readonly segments: Segments;
  readonly who: readonly Who[];
  /** What the paper as a whole is measured on. */
  readonly main: Target | null;
  /** How many names of benchmarks the paper has. */
  readonly benchmarks: number;
}

export interface Pair {
  readonly number: NumberAt;
  readonly target: Target;
  readonly metric: MetricAt | null;
  readonly kind: 'absolute' | 'improvement';
  readonly signs: readonly string[];
}

const LIST_GAP = /^[\s*_`]{0,4}(?:、|,|，|和|与|及|以及|and|&|\/|,\s?and|，以及|、和)[\s*_`]{0,4}(?:the\s)?$/;
const NUMBER_GAP = /^[\s*_`)）]{0,4}(?:、|,|，|和|与|及|以及|and|&|\/|,\s?and)?[\s*_`(（]{0,4}(?:最高|约|about|up to|a |by )?\s?$/;
const GAIN_BEFORE =
  /(?:提升|提高|增加|增长|增益|领先|高出|改善|降低|减少|下降|超过|超越|优于|缩短|加速|快|improv\w{0,7}|gains?|increas\w{0,4}|outperform\w{0,4}|surpass\w{0,4}|boost\w{0,4}|exceed\w{0,4}|reduc\w{0,5}|decreas\w{0,4}|lower\w{0,3}|higher|rais\w{0,3}|cut\w{0,4}|sav\w{0,4}|beat\w{0,4})/i;
const GAIN_AFTER =
  /^[\s*)）]{0,3}(?:的)?(?:相对|绝对|平均|显著|性能|relative |absolute |average |higher|lower|better|faster|more|fewer|less|reduction|increase|improvement|gain|boost|speed-?up|drop|提升|增益|改善|降低|减少|下降|增长|加速|更)/i;
const REACHES =
  /(?:达到了?|达|取得了?|获得了?|实现了?|得分|仅|为|achiev\w{0,3}|reach\w{0,3}|attain\w{0,3}|obtain\w{0,3}|scor\w{0,3}|record\w{0,3}|yield\w{0,3}|with|at|of|is|was|only|hits?|[:：=(（])\s?(?:a|an|the|only|over|约|高达|仅)?\s?[*(（]{0,3}$/i;
const VERSUS = /(?:vs\.?|versus|compared (?:to|with)|than|相比|对比|against|高于|低于|优于|而)[^\d。.;；]{0,30}$/i;
const UP_TO =
  /(?:up to|as much as|高达|最高|最多|可达|over|more than|exceeding|超过|at least|逾|nearly|about|around|approximately|roughly|约|近|below|under|within|less than|仅|~|～|∼|≈|>|<)\s?[*$]{0,3}$/i;
const DATA =
  /(?:训练|包含|收集|构建|标注|样本|数据量|涵盖|规模|consist\w*|compris\w*|contain\w*|collect\w*|trained? on|hours of|samples|images|parameters|参数|tokens? of|dataset of|参数量)/i;
const COUNT_AFTER = /^\s?(?:[a-z]{3,}|[个名张条种层步次项类篇组段位轮套款家项行列帧件年天分秒小万亿])/;
const COUNT_FREE =
  /^\s?(?:on|in|for|over|and|vs|versus|to|with|at|from|compared|while|when|points?|accuracy|score|mean|average|个点|个百分点|个百分|分[，。,；]|using|but|as|by|across|under|after|respectively|success|win|pass|improvement)/;

/** The signs of the number alone. */
export function numberSigns(
  reading: Reading,
  n: NumberAt,
  sentence: Sentence,
  metrics: readonly MetricAt[],
  total: number,
): { readonly signs: string[]; readonly metric: MetricAt | null; readonly kind: Pair['kind'] } {
  const { text } = reading;
  const before = text.slice(Math.max(sentence.start, n.start - 36), n.start);
  const near = before.slice(-22);
  const after = text.slice(n.end, Math.min(sentence.end, n.end + 28));
  const metric = metricOf(metrics, n.start, n.end, sentence.start);
  const gap = metric === null ? Infinity : metric.end <= n.start ? n.start - metric.end : metric.start - n.end;
  const gain = !n.from && !n.to && (GAIN_BEFORE.test(near.slice(/[\u4e00-\u9fff]/.test(near) ? -12 : -22)) || GAIN_AFTER.test(after));
  const reaches = REACHES.test(before);
  const points = n.unit === 'points' && !/分$/.test(n.value);
  const kind =
    !n.from &&
    !n.to &&
    (gain || points || n.unit === 'x' || (n.signed && n.unit !== 'dB')) &&
    !(reaches && /(?:达到|达|为|reach|achiev|scor)\S{0,4}\s?\*{0,2}$/.test(before) && !GAIN_AFTER.test(after))
      ? 'improvement'
      : 'absolute';
  const unit = n.unit ?? (n.decimals === 0 ? (n.shape === 'single' ? 'bare' : n.shape) : 'decimal');
  const section = reading.segments.sections[sentence.section]?.kind ?? 'other';
  const signs = [
    `unit:${unit}`,
    `metric:${metric === null ? 'none' : gap <= 8 ? 'touch' : gap <= 30 ? 'near' : 'far'}${metric?.isCost && gap <= 30 ? ':cost' : ''}`,
    `section:${section}`,
    `lang:${reading.lang}`,
    `total:${total <= 1 ? 1 : total <= 3 ? 3 : total <= 8 ? 8 : 9}`,
    `kind:${kind}:${unit}`,
  ];
  if (gain) signs.push('gain');
  if (reaches) signs.push('reaches', `reaches:${unit}`);
  if (n.from) signs.push('from');
  if (n.to) signs.push('to');
  if (n.signed) signs.push('signed');
  if (n.shape !== 'single') signs.push(`shape:${n.shape}`);
  if (VERSUS.test(before)) signs.push('versus');
  if (UP_TO.test(before)) signs.push('upto');
  if (DATA.test(before) || DATA.test(after)) signs.push('data');
  if (/[(（]\s?[^()（）]{0,12}$/.test(before)) signs.push('bracket');
  if (n.unit === null && COUNT_AFTER.test(after) && !COUNT_FREE.test(after))
    signs.push('count', `count:${n.decimals === 0 ? 'whole' : 'decimal'}`);
  if (n.unit === '%' && /^\s?(?:of\b|的(?!准确|成功|性能|提升|平均|相对|绝对))/.test(after)) signs.push('shareOf');
  if (sentence.item) signs.push('item');
  if (n.number !== null && n.unit === '%' && Math.abs(n.number) === 100) signs.push('hundred');
  if (
    /(?:SOTA|state-of-the-art|优于|outperform|surpass|超越)/i.test(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 400)))
  )
    signs.push('sota');
  return { signs, metric, kind };
}

/** The signs of a number together with one target of the same sentence. */
export function placeSigns(text: string, n: NumberAt, t: Target, targets: readonly Target[], numbers: readonly NumberAt[]): string[] {
  const isBefore = t.end <= n.start;
  const gap = isBefore ? text.slice(t.end, n.start) : text.slice(n.end, t.start);
  const others = numbers.filter(
    (o) => o !== n && (isBefore ? o.start >= t.end && o.end <= n.start : o.start >= n.end && o.end <= t.start),
  ).length;
  const between = targets.filter(
    (o) => o !== t && (isBefore ? o.start >= t.end && o.end <= n.start : o.start >= n.end && o.end <= t.start),
  ).length;
  const isTrusted = (o: Target): boolean =>
    o.trust === 'introduces' || o.trust === 'evaluates' || o.trust === 'lexicon' || o.trust === 'likely';
  const trusted = targets.some(
    (o) => o !== t && isTrusted(o) && (isBefore ? o.start >= t.end && o.end <= n.start : o.start >= n.end && o.end <= t.start),
  );
  const clause = /[，,；;。]|\bwhile\b|而/.test(gap) ? (/[；;]/.test(gap) ? 'far' : 'next') : 'same';
  const side = isBefore ? 'before' : 'after';
  const signs = [
    `trust:${t.trust}`,
    `${side}:${clause}`,
    `${side}:${clause}:${t.trust}`,
    `gap:${side}:${gap.length <= 4 ? 0 : gap.length <= 14 ? 1 : gap.length <= 40 ? 2 : gap.length <= 90 ? 3 : 4}`,
    `others:${side}:${Math.min(3, others)}`,
    `between:${side}:${Math.min(3, between)}`,
  ];
  if (!trusted) signs.push(`nearest:${side}${isTrusted(t) ? ':trusted' : ''}`);
  // "X rises from 1 to 2 and Y from 3 to 4": nothing but the verb between a name and its own number.
  if (isBefore && others === 0 && between === 0 && !/[，,；;]/.test(gap)) signs.push(`bound:${isTrusted(t)}`);
  if (isBefore && /^[\s*_`]{0,3}(?:[(（:：=]|\s?上|得分|score)/.test(gap) && gap.length <= 6) signs.push('touch');
  if (!isBefore && /^[^，,。；;\d]{0,34}(?:\bon|\bin|\bfor|\bacross|在)\s(?:the\s|both\s)?[*_`]{0,2}$/i.test(gap))
    signs.push('thenOn', `thenOn:${t.trust}`);
  if (!isBefore && /^[)）]/.test(gap)) signs.push('closesBefore');
  const lead = text.slice(Math.max(0, t.start - 8), t.start);
  if (/(?:\bon|在|于|\bacross|\bfor)\s?(?:the\s)?[*_`]{0,2}$/i.test(lead)) signs.push('onTarget', `onTarget:${t.trust}`);
  if (/(?:\bin|\bof)\s(?:the\s)?$/i.test(lead)) signs.push('inTarget');
  if (/^[*_`]{0,2}\s?(?:上|任务|基准|数据集|测试集|中|benchmark|dataset|tasks?)/i.test(text.slice(t.end, t.end + 8)))
    signs.push('headAfter', `headAfter:${t.trust}`);
  if (/(?:训练|trained on|train on|微调|构建|fine-tuned on)\s?$/i.test(text.slice(Math.max(0, t.start - 14), t.start)))
    signs.push('trainedOn');
  return signs;
}

/** Members of a list, by the index of its first: names or numbers with only commas and "and" between. */
export function listRuns<T extends { readonly start: number; readonly end: number }>(
  text: string,
  items: readonly T[],
  kind: 'names' | 'numbers',
): Map<T, readonly T[]> {
  const pattern = kind === 'names' ? LIST_GAP : NUMBER_GAP;
  const runs = new Map<T, readonly T[]>();
  let run: T[] = [];
  for (const item of items) {
    const last = run.at(-1);
    const gap = last ? text.slice(last.end, Math.min(item.start, last.end + 20)) : '';
    if (last && item.start - last.end <= 16 && pattern.test(gap)) run.push(item);
    else run = [item];
    runs.set(item, run);
  }
  return runs;
}
