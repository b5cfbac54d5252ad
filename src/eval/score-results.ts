// Reported numbers against annotated ones: the same value on the same benchmark. A name matches when it is the other's, a
// part of it ("OCRBench v2" and "OCRBench v2 (English)"), or has the same words in another order; words that any benchmark
// has ("tasks", "数据集") match nothing by themselves. Each annotated result is matched once.
import type { Result } from '../shared/paper.ts';
import type { GoldResult } from './score.ts';

export interface ResultScores {
  readonly right: number;
  readonly predicted: number;
  readonly gold: number;
  readonly precision: number;
  readonly recall: number;
}

const GENERIC =
  /^(?:the|a|an|of|on|in|and|all|average|overall|tasks?|benchmarks?|datasets?|data|tests?|sets?|suites?|subset|split|evaluation|任务|基准|基准测试|数据集|测试集|测试|评测|平均|v|\d+)$/;

const GREEK: Readonly<Record<string, string>> = { τ: 'tau', π: 'pi', σ: 'sigma', α: 'alpha', β: 'beta' };
const plain = (s: string): string =>
  s
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[τπσαβ]/gu, (c) => GREEK[c] ?? c);
const fold = (s: string): string => plain(s).replace(/[\s\-_‐‑–—+.,()*'"]+/gu, '');
/** Words, figures and Chinese runs: "ImageNet-1k 256" is imagenet, 1, k, 256. */
const wordsOf = (s: string): string[] => (plain(s).match(/[a-zα-ω]+|\d+|\p{Script=Han}+/gu) ?? []).filter((w) => w !== 'v');
const isGeneric = (words: readonly string[]): boolean => words.every((w) => GENERIC.test(w));

/** The first figure of a value: of "up to 76 points" 76, of "66% to 76%" 66. */
export const figureOf = (s: string): string => /\d+(?:\.\d+)?/.exec(s.normalize('NFKC').replace(/,(?=\d{3})/g, ''))?.[0] ?? s;

export function sameBenchmark(a: string, b: string): boolean {
  const [fa, fb] = [fold(a), fold(b)];
  if (fa === fb) return fa.length > 0;
  const [wa, wb] = [wordsOf(a), wordsOf(b)];
  const shorter = fa.length < fb.length ? wa : wb;
  if (isGeneric(shorter)) return false;
  if (Math.min(fa.length, fb.length) >= 2 && (fa.includes(fb) || fb.includes(fa))) return true;
  const [few, many] = wa.length <= wb.length ? [wa, wb] : [wb, wa];
  return few.length >= 2 && !isGeneric(few) && few.every((w) => many.includes(w));
}

export function scoreResults(gold: readonly GoldResult[], results: readonly Result[]): ResultScores {
  const taken = new Set<number>();
  let right = 0;
  for (const result of results) {
    const j = gold.findIndex(
      (g, i) => !taken.has(i) && figureOf(g.value) === figureOf(result.value) && sameBenchmark(g.benchmark, result.benchmark),
    );
    if (j < 0) continue;
    taken.add(j);
    right++;
  }
  return {
    right,
    predicted: results.length,
    gold: gold.length,
    precision: right / (results.length || 1),
    recall: right / (gold.length || 1),
  };
}
