// Reported numbers against annotated ones: the same value on the same benchmark.
import type { Result } from '../shared/paper.ts';
import type { GoldResult } from './score.ts';

export interface ResultScores {
  readonly right: number;
  readonly predicted: number;
  readonly gold: number;
  readonly precision: number;
  readonly recall: number;
}

const fold = (s: string): string => s.normalize('NFKC').toLowerCase().replace(/[\s\-_.,()*'"]+/gu, '');
const numberOf = (s: string): string => /\d+(?:\.\d+)?/.exec(s.replace(/,(?=\d{3})/g, ''))?.[0] ?? s;

export function scoreResults(gold: readonly GoldResult[], results: readonly Result[]): ResultScores {
  const taken = new Set<number>();
  let right = 0;
  for (const result of results) {
    const name = fold(result.benchmark);
    const j = gold.findIndex((g, i) => !taken.has(i) && numberOf(g.value) === numberOf(result.value) && (fold(g.benchmark).includes(name) || name.includes(fold(g.benchmark))));
    if (j < 0) continue;
    taken.add(j);
    right++;
  }
  return { right, predicted: results.length, gold: gold.length, precision: right / (results.length || 1), recall: right / (gold.length || 1) };
}
