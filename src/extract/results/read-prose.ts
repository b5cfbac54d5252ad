// Pairs of numbers and targets in running text: the sentence's own names first, then the names of the sentences before,
// then what the paper as a whole is measured on. Numbers and names in lists of the same length go together in order.
import type { Sentence } from '../stages/segment-text.ts';
import { type MetricAt, readMetrics } from './metrics.ts';
import { listRuns, numberSigns, type Pair, placeSigns, type Reading } from './pairs.ts';
import { type Target, withPhrases } from './places.ts';
import { type NumberAt, readNumbers } from './read-numbers.ts';
import { taskPhrases } from './task-phrases.ts';

const BEFORE = 4;
const AFTER = 3;
/** Sentences back that a name still holds for. */
const REACH = 3;

export interface Memory {
  /** Names of the last sentences that had some, latest last: index of the sentence and its best names. */
  readonly seen: { readonly sentence: number; readonly section: number; readonly targets: readonly Target[] }[];
}

/** Adds the pairs of one sentence. `targets` are those inside the sentence; `names` all spans a number may be a part of. */
export function readSentence(
  reading: Reading,
  index: number,
  sentence: Sentence,
  targets: readonly Target[],
  isName: (start: number, end: number) => boolean,
  memory: Memory,
  into: Pair[][],
): void {
  const { text } = reading;
  const numbers = readNumbers(text, sentence.start, sentence.end).filter((n) => !isName(n.start, n.end));
  if (numbers.length > 0) {
    const metrics = readMetrics(text, sentence.start, sentence.end);
    const kept = numbers.filter((n) => isPlausible(text, n, metrics, sentence));
    if (kept.length > 0)
      pairUp(
        reading,
        index,
        sentence,
        withPhrases(targets, taskPhrases(text, sentence.start, sentence.end), text),
        kept,
        metrics,
        memory,
        into,
      );
  }
  const lasting = targets.filter(
    (t) => t.trust === 'introduces' || t.trust === 'evaluates' || t.trust === 'lexicon' || t.trust === 'likely',
  );
  if (lasting.length > 0) memory.seen.push({ sentence: index, section: sentence.section, targets: lasting });
}

/** Bare whole numbers count only with a metric or a verb of reaching right at them. */
function isPlausible(text: string, n: NumberAt, metrics: readonly MetricAt[], sentence: Sentence): boolean {
  if (n.unit !== null || n.decimals > 0 || n.shape !== 'single' || n.signed || n.from || n.to) return true;
  if (metrics.some((m) => (m.end <= n.start && n.start - m.end <= 10) || (m.start >= n.end && m.start - n.end <= 2))) return true;
  return /(?:达到?|得分|取得|scores?|scoring|reach\w{0,3}|achiev\w{0,3}|[:：=])\s?(?:an?\s|about\s|约)?\**$/i.test(
    text.slice(Math.max(sentence.start, n.start - 12), n.start),
  );
}

function pairUp(
  reading: Reading,
  index: number,
  sentence: Sentence,
  targets: readonly Target[],
  numbers: readonly NumberAt[],
  metrics: readonly MetricAt[],
  memory: Memory,
  into: Pair[][],
): void {
  const { text } = reading;
  const nameRuns = listRuns(text, targets, 'names');
  const numberRuns = listRuns(text, numbers, 'numbers');
  for (const number of numbers) {
    const { signs, metric, kind } = numberSigns(reading, number, sentence, metrics, numbers.length);
    const pairs: Pair[] = [];
    const before = targets.filter((t) => t.end <= number.start).slice(-BEFORE);
    const after = targets.filter((t) => t.start >= number.end).slice(0, AFTER);
    const run = numberRuns.get(number) ?? [number];
    const aligned = alignedTarget(number, run, [...targets], nameRuns);
    const pool = new Set([...before, ...after, ...(aligned ? [aligned] : [])]);
    for (const target of pool) {
      const place = placeSigns(text, number, target, targets, numbers);
      const list = nameRuns.get(target) ?? [target];
      if (list.length > 1) place.push(list[0] === target ? 'list:first' : list.at(-1) === target ? 'list:last' : 'list:inside');
      if (aligned) place.push(aligned === target ? 'aligned' : list.includes(aligned) ? 'misaligned' : 'besideAligned');
      else if (run.length > 1) place.push('inRun');
      pairs.push({
        number,
        target,
        metric,
        kind,
        signs: [...signs, ...place, `here:${Math.min(4, targets.length)}`, ...cross(place, signs)],
      });
    }
    const trusted = targets.some(
      (t) => t.trust === 'introduces' || t.trust === 'evaluates' || t.trust === 'lexicon' || t.trust === 'likely',
    );
    const own = trusted ? 'own' : targets.length > 0 ? 'weak' : 'none';
    const last = memory.seen.at(-1);
    if (last && index - last.sentence <= REACH) {
      const target = last.targets[0];
      if (target)
        pairs.push({
          number,
          target,
          metric,
          kind,
          signs: [
            ...signs,
            `prev:${index - last.sentence}`,
            `prev:${own}`,
            `prev:${target.trust}`,
            last.section === sentence.section ? 'prev:section' : 'prev:other',
            `prev:of:${Math.min(3, last.targets.length)}`,
          ],
        });
    }
    const { main } = reading;
    if (main && main !== last?.targets[0] && !targets.some((t) => t.name === main.name))
      pairs.push({
        number,
        target: main,
        metric,
        kind,
        signs: [
          ...signs,
          `main:${main.trust}`,
          `main:${own}`,
          `main:of:${Math.min(4, reading.benchmarks)}`,
          `main:${number.unit ?? 'bare'}`,
        ],
      });
    if (pairs.length > 0) into.push(pairs);
  }
}

/** Signs that only say something together. */
function cross(place: readonly string[], signs: readonly string[]): string[] {
  const where = place[1] ?? '';
  const unit = signs[0] ?? '';
  const trust = place[0] ?? '';
  return [`${where}|${unit}`, `${trust}|${unit}`, `${trust}|${signs[1] ?? ''}`];
}

/** The i-th of k names for the i-th of k numbers: the list of names right before the numbers, else right after. */
function alignedTarget(
  number: NumberAt,
  run: readonly NumberAt[],
  targets: readonly Target[],
  runs: ReadonlyMap<Target, readonly Target[]>,
): Target | null {
  const first = run[0];
  const last = run.at(-1);
  if (run.length < 2 || !first || !last) return null;
  const left = targets.findLast((t) => t.end <= first.start && (runs.get(t)?.length ?? 1) === run.length);
  const right = targets.find((t) => t.start >= last.end && (runs.get(t)?.length ?? 1) === run.length);
  const chosen = left ?? right;
  return chosen ? (runs.get(chosen)?.[run.indexOf(number)] ?? null) : null;
}
